import CSV
import Parallel
import Study
import Text

extension VoteTable {
    /// Reads a table row by row, each row field by field in the order of the columns.
    struct Builder: Sendable {
        /// Where the fields of a column go.
        private enum Place {
            case text(Int)
            /// A vote's id: its hash, and its text where that is wanted.
            case identifier(Int?)
            /// A whole number within a range, and what stands for an unknown one.
            case number(Int, ClosedRange<Int>, unknown: Int)
            case choice
            case kind
            case side
            case flag(VoteColumn)
            case skipped
        }

        /// A value and the UTF-8 of its name.
        private struct Name<Value: RawRepresentable<String> & Sendable>: Sendable {
            let value: Value
            private let bytes: [UInt8]

            init(_ value: Value) { (self.value, bytes) = (value, Array(value.rawValue.utf8)) }

            func `is`(_ part: Range<Int>, of source: [UInt8]) -> Bool {
                part.count == bytes.count && bytes.indices.allSatisfy { bytes[$0] == source[part.lowerBound + $0] }
            }
        }

        private let choiceNames = Choice.allCases.map(Name.init)
        private let kindNames = Trial.Kind.allCases.map(Name.init)
        private let header: Header
        private let columns: [VoteColumn?]
        private var places: [Place] = []
        private var texts: [TextColumn.Builder] = []
        private var numbers: [[Int]] = []
        private var choices: [Choice] = []
        private var kinds: [Trial.Kind] = []
        private var correct: [Choice?] = []
        private var simulated: [Bool] = []
        private var primary: [Bool?] = []
        /// How often a column has a word that it knows in another spelling, by its place among ``columns``.
        private var spellings: [Int: [Spelling: Int]] = [:]

        /// How often texts of a column had blanks around them, by its place among ``columns``.
        private var paddings: [Int: Padding] = [:]
        /// Rows that have no choice.
        private(set) var unanswered: [Int] = []
        /// Whether the row that is being read has none.
        private var lacksChoice = false
        /// What is wrong with the row that is being read, if it is a vote.
        private var pending: [(column: Int, reason: String)] = []
        /// A hash of each row's vote id, 0 where it has none; no rows where there is no such column.
        private(set) var identifiers: [UInt64] = []
        /// Lines that said the header again, and were no rows.
        var repeatedHeaders = 0

        private struct Spelling: Hashable {
            let word: String
            let meaning: String
        }

        /// A table with the columns of a header; only those of `wanted`, where that is given.
        init(_ header: Header, wanted: Set<VoteColumn>?) {
            self.header = header
            columns = header.names.map { VoteColumn(rawValue: $0) }
            for column in columns {
                let isWanted = column.map { wanted?.contains($0) ?? true } ?? false
                if column == .vote {
                    places.append(.identifier(isWanted ? texts.count : nil))
                    if isWanted { texts.append(TextColumn.Builder()) }
                    continue
                }
                guard let column, isWanted else {
                    places.append(.skipped)
                    continue
                }
                switch column.content {
                case .text, .time:
                    places.append(.text(texts.count))
                    texts.append(TextColumn.Builder())
                case .number(let range):
                    places.append(.number(numbers.count, range, unknown: column.unknown))
                    numbers.append([])
                case .choice: places.append(.choice)
                case .kind: places.append(.kind)
                case .side: places.append(.side)
                case .flag: places.append(.flag(column))
                }
            }
        }

        /// Takes the field of a column in the row that is being read, a part of `source` without quotes; gives what is
        /// wrong with it, or nil. Blanks around a text that stands in no quotes are no part of it.
        mutating func append(_ part: Range<Int>, of source: [UInt8], isQuoted: Bool, column: Int) -> String? {
            if case .text(let place) = places[column] {
                let part = isQuoted ? part : unpadded(part, of: source, column: column)
                guard texts[place].append(part, of: source) else { return "is not UTF-8" }
                let isNeeded = columns[column] == .left || columns[column] == .right
                guard isNeeded, MissingValue.isMissing(source, part) else { return nil }
                let reason =
                    part.isEmpty
                    ? "is empty, expected a method's name"
                    : "\(quoted(String(decoding: source[part], as: UTF8.self))) says that nothing is known, expected a "
                        + "method's name; a method of that name needs another"
                pending.append((column, reason))
                return nil
            }
            if case .identifier(let place) = places[column] {
                let part = isQuoted ? part : Padding.without(part, of: source)
                identifiers.append(
                    MissingValue.isMissing(source, part) ? 0 : max(1, TextColumn.Builder.hash(part, of: source)))
                guard let place else { return nil }
                return texts[place].append(part, of: source) ? nil : "is not UTF-8"
            }
            if case .number(let place, let range, _) = places[column], let number = Self.digits(part, of: source),
                range.contains(number)
            {
                numbers[place].append(number)
                return nil
            }
            if case .skipped = places[column] { return nil }
            if case .choice = places[column], let choice = choiceNames.first(where: { $0.is(part, of: source) }) {
                choices.append(choice.value)
                return nil
            }
            if case .kind = places[column], let kind = kindNames.first(where: { $0.is(part, of: source) }) {
                kinds.append(kind.value)
                return nil
            }
            guard let text = String(validating: source[part], as: UTF8.self) else { return "is not UTF-8" }
            return append(text, place: places[column], column: column)
        }

        /// Ends the row that is being read; gives what is wrong with it as a whole. A row without a choice is no vote, and
        /// need not say what it would have been about.
        mutating func endRow() -> [(column: Int, reason: String)] {
            guard lacksChoice || !pending.isEmpty else { return [] }
            defer { (lacksChoice, pending) = (false, []) }
            if lacksChoice { unanswered.append(choices.count - 1) }
            return lacksChoice ? [] : pending
        }

        /// The part without blanks around it, which are counted.
        private mutating func unpadded(_ part: Range<Int>, of source: [UInt8], column: Int) -> Range<Int> {
            let bare = Padding.without(part, of: source)
            guard bare.count < part.count, !bare.isEmpty else { return part }
            paddings[column, default: Padding()].add(part, of: source)
            return bare
        }

        private mutating func append(_ text: String, place: Place, column: Int) -> String? {
            /// The value that a text names, in any case, and the nil within where nothing is known.
            func named<Value: RawRepresentable<String>>(_ type: Value.Type) -> Value?? {
                if MissingValue.isMissingInAnyCase(text) { return .some(nil) }
                guard let value = Value(rawValue: VoteWord.trimmed(text).lowercased()) else { return nil }
                if value.rawValue != text {
                    spellings[column, default: [:]][Spelling(word: text, meaning: value.rawValue), default: 0] += 1
                }
                return value
            }
            switch place {
            case .text(let place):
                texts[place].append(text)
            case .number(let place, let range, let unknown):
                guard let number = Self.number(text) else {
                    return "\(quoted(text)) is no whole number, expected decimal digits, \(range.lowerBound) to "
                        + "\(range.upperBound)"
                }
                if let number, !range.contains(number) {
                    return "\(number) is out of range, expected \(range.lowerBound) to \(range.upperBound)"
                }
                numbers[place].append(number ?? unknown)
            case .choice:
                if MissingValue.isMissingInAnyCase(text) {
                    lacksChoice = true
                    choices.append(.tie)
                    return nil
                }
                guard let choice = named(Choice.self) ?? nil else {
                    return "\(quoted(text)) is no choice, expected left, right or tie"
                }
                choices.append(choice)
            case .kind:
                guard let kind = named(Trial.Kind.self) else {
                    return "\(quoted(text)) is no kind of trial, expected main, catch, repeat or check"
                }
                kinds.append(kind ?? .main)
            case .side:
                guard let side = named(Choice.self), side != .tie else {
                    return "\(quoted(text)) is no side, expected left or right"
                }
                correct.append(side)
            case .flag(let name):
                let isMissing = MissingValue.isMissingInAnyCase(text)
                guard let flag = isMissing ? false : VoteWord.flag(text) else {
                    return "\(quoted(text)) is neither true nor false"
                }
                if name == .primary { primary.append(isMissing ? nil : flag) } else { simulated.append(flag) }
            case .identifier, .skipped:
                break
            }
            return nil
        }

        /// Adds the rows of other builders of the same columns.
        mutating func append(_ others: [Builder]) {
            texts = texts.enumerated().map { $0 }.mapOnAllCores { place, texts in
                var texts = texts
                for other in others { texts.append(other.texts[place].column) }
                return texts
            }
            numbers = numbers.enumerated().map { $0 }.mapOnAllCores { place, numbers in
                others.reduce(into: numbers) { $0 += $1.numbers[place] }
            }
            for other in others {
                for (column, words) in other.spellings {
                    spellings[column, default: [:]].merge(words, uniquingKeysWith: +)
                }
                for (column, padding) in other.paddings { paddings[column, default: Padding()].add(padding) }
                unanswered += other.unanswered.map { $0 + choices.count }
                identifiers += other.identifiers
                repeatedHeaders += other.repeatedHeaders
                choices += other.choices
                kinds += other.kinds
                correct += other.correct
                simulated += other.simulated
                primary += other.primary
            }
        }

        /// The rows so far, none of which had anything wrong; among them those of ``unanswered``.
        func fields() -> VoteFields {
            var texts: [VoteColumn: TextColumn] = [:]
            var numbers: [VoteColumn: [Int]] = [:]
            var readings = header.readings
            if repeatedHeaders > 0 {
                readings.append(VoteReading(column: .choice, word: "", kind: .repeatedHeader, rows: repeatedHeaders))
            }
            for (number, (column, place)) in zip(columns, places).enumerated() {
                switch (column, place) {
                case (let column?, .text(let place)), (let column?, .identifier(let place?)):
                    if let padding = paddings[number] { readings.append(padding.reading(column)) }
                    texts[column] = Self.read(self.texts[place].column, column, &readings)
                case (let column?, .number(let place, _, _)):
                    numbers[column] = self.numbers[place]
                    let zeros = column == .count ? self.numbers[place].count { $0 == 0 } : 0
                    if zeros > 0 { readings.append(VoteReading(column: column, word: "0", kind: .noVote, rows: zeros)) }
                case (let column?, _):
                    readings += (spellings[number] ?? [:]).sorted { $0.key.word < $1.key.word }.map { spelling, rows in
                        VoteReading(
                            column: column, word: spelling.word, kind: .spelling(of: spelling.meaning), rows: rows)
                    }
                default: break
                }
            }
            return VoteFields(
                count: choices.count, choices: choices, texts: texts, numbers: numbers,
                kinds: kinds.isEmpty ? Array(repeating: .main, count: choices.count) : kinds,
                correct: correct.isEmpty ? Array(repeating: nil, count: choices.count) : correct,
                simulated: simulated.isEmpty ? Array(repeating: false, count: choices.count) : simulated,
                primary: primary.isEmpty ? Array(repeating: nil, count: choices.count) : primary,
                readings: readings)
        }

        /// A column of texts in which nothing known is empty; where it names what leaves rows out, truth values are what
        /// they say.
        private static func read(
            _ column: TextColumn, _ name: VoteColumn, _ readings: inout [VoteReading]
        ) -> TextColumn {
            func kind(_ text: String) -> VoteReading.Kind? {
                if MissingValue.isMissing(text) { return .missing }
                guard name == .excluded else { return nil }
                if MissingValue.isMissingInAnyCase(text) { return .missing }
                guard let flag = VoteWord.flag(text) else { return nil }
                return flag ? .excluded : .notExcluded
            }
            let (read, replaced) = column.replacing { text in
                text.isEmpty ? nil : kind(text).map { $0 == .excluded ? VoteWord.markedRule : "" }
            }
            readings += replaced.compactMap { text, rows in
                kind(text).map { VoteReading(column: name, word: text, kind: $0, rows: rows) }
            }
            return read
        }

        /// The whole number of 1 to 18 digits that the part is, as almost all are; nil for anything else.
        private static func digits(_ part: Range<Int>, of source: [UInt8]) -> Int? {
            guard 1...18 ~= part.count else { return nil }
            var number = 0
            for index in part {
                guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= source[index] else { return nil }
                number = 10 * number + Int(source[index] - UInt8(ascii: "0"))
            }
            return number
        }

        /// The whole number that `text` says, also as `12.0` or `1e+05`, a nil within where nothing is known; nil for
        /// anything else.
        private static func number(_ text: String) -> Int?? {
            if MissingValue.isMissingInAnyCase(text) { return .some(nil) }
            let text = VoteWord.trimmed(text)
            if let number = text.wholeNumber { return .some(number) }
            guard let number = text.decimalNumber.flatMap(Int.init(exactly:)) else { return nil }
            return .some(number)
        }
    }
}

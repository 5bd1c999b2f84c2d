import Parallel
import Study

extension VoteTable {
    /// Puts a table together row by row, each row field by field in the order of the columns.
    struct Builder: Sendable {
        /// Where the fields of a column go.
        private enum Place {
            case text(Int)
            case number(Int, ClosedRange<Int>)
            case choice
            case kind
            case side
            case flag
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
        private let columns: [VoteColumn?]
        private var places: [Place] = []
        private var texts: [TextColumn.Builder] = []
        private var numbers: [[Int?]] = []
        private var choices: [Choice] = []
        private var kinds: [Trial.Kind] = []
        private var correct: [Choice?] = []
        private var simulated: [Bool] = []

        /// A table with columns of these names; only those of `wanted`, where that is given.
        init(names: [String], wanted: Set<VoteColumn>?) {
            columns = names.map { VoteColumn(rawValue: $0) }
            for column in columns {
                guard let column, wanted?.contains(column) ?? true else {
                    places.append(.skipped)
                    continue
                }
                switch column.content {
                case .text:
                    places.append(.text(texts.count))
                    texts.append(TextColumn.Builder())
                case .number(let range):
                    places.append(.number(numbers.count, range))
                    numbers.append([])
                case .choice: places.append(.choice)
                case .kind: places.append(.kind)
                case .side: places.append(.side)
                case .flag: places.append(.flag)
                }
            }
        }

        /// Takes the field of a column in the row that is being read, a part of `source` without quotes; gives what is
        /// wrong with it, or nil.
        mutating func append(_ part: Range<Int>, of source: [UInt8], column: Int) -> String? {
            if case .text(let place) = places[column] {
                guard texts[place].append(part, of: source) else { return "is not UTF-8" }
                let isNeeded = columns[column] == .left || columns[column] == .right
                return isNeeded && part.isEmpty ? "is empty, expected a method's name" : nil
            }
            if case .number(let place, let range) = places[column], let number = Self.digits(part, of: source),
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
            return append(text, place: places[column])
        }

        private mutating func append(_ text: String, place: Place) -> String? {
            switch place {
            case .text(let place):
                texts[place].append(text)
            case .number(let place, let range):
                guard let number = Self.number(text) else { return "\(quoted(text)) is no whole number" }
                if let number, !range.contains(number) {
                    return "\(number) is out of range, expected \(range.lowerBound) to \(range.upperBound)"
                }
                numbers[place].append(number)
            case .choice:
                guard let choice = Choice(rawValue: text) else {
                    return "\(quoted(text)) is no choice, expected left, right or tie"
                }
                choices.append(choice)
            case .kind:
                guard let kind = text.isEmpty || text == "NA" ? .main : Trial.Kind(rawValue: text) else {
                    return "\(quoted(text)) is no kind of trial, expected main, catch or repeat"
                }
                kinds.append(kind)
            case .side:
                let side = Choice(rawValue: text)
                guard side != .tie, side != nil || text.isEmpty || text == "NA" else {
                    return "\(quoted(text)) is no side, expected left or right"
                }
                correct.append(side)
            case .flag:
                guard let flag = Self.flag(text) else { return "\(quoted(text)) is neither true nor false" }
                simulated.append(flag)
            case .skipped:
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
                choices += other.choices
                kinds += other.kinds
                correct += other.correct
                simulated += other.simulated
            }
        }

        /// The table of the rows so far, none of which had anything wrong.
        func table() -> VoteTable {
            var texts: [VoteColumn: TextColumn] = [:]
            var numbers: [VoteColumn: [Int?]] = [:]
            for (column, place) in zip(columns, places) {
                switch (column, place) {
                case (let column?, .text(let place)): texts[column] = self.texts[place].column
                case (let column?, .number(let place, _)): numbers[column] = self.numbers[place]
                default: break
                }
            }
            return VoteTable(
                count: choices.count, choices: choices, texts: texts, numbers: numbers,
                kinds: kinds.isEmpty ? Array(repeating: .main, count: choices.count) : kinds,
                correct: correct.isEmpty ? nil : correct,
                simulated: simulated.isEmpty ? Array(repeating: false, count: choices.count) : simulated)
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

        /// The whole number that `text` says, also as `12.0`, a nil within for an empty text or R's `NA`; nil for
        /// anything else.
        private static func number(_ text: String) -> Int?? {
            if text.isEmpty || text == "NA" { return .some(nil) }
            if let number = Int(text) { return .some(number) }
            guard let number = Double(text).flatMap(Int.init(exactly:)) else { return nil }
            return .some(number)
        }

        private static func flag(_ text: String) -> Bool? {
            switch text {
            case "true", "TRUE", "True", "1": true
            case "false", "FALSE", "False", "0", "", "NA": false
            default: nil
            }
        }
    }
}

import Answers
import CSV
import Text

extension VoteTable {
    /// The table of what was read, without rows that are no votes of their own: rows without a choice, and rows whose vote
    /// stands in an earlier one.
    ///
    /// - Parameter bytes: the file, which is read again where there are such rows: lines are not kept.
    /// - Throws: rows of one id that differ.
    init(_ builder: Builder, of bytes: [UInt8]) throws(VoteTableError) {
        var fields = builder.fields()
        let unanswered = builder.unanswered
        let doubles = VoteFields.doubles(builder.identifiers, without: unanswered)
        let contradictions = doubles.filter { fields.difference($0.row, $0.first) != nil }
        let told = contradictions.prefix(VoteTableError.limit)
        let repeated = contradictions.isEmpty ? doubles.map(\.row) : []
        let firstRows = Array(unanswered.prefix(5)) + repeated.prefix(5) + told.flatMap { [$0.row, $0.first] }
        let places = Self.places(of: Set(firstRows), in: bytes)
        guard contradictions.isEmpty else {
            let problems = told.compactMap { fields.contradiction($0, places) }
            throw VoteTableError(problems: problems, isStopped: contradictions.count > told.count)
        }
        if !unanswered.isEmpty || !repeated.isEmpty { fields = fields.without(Set(unanswered + repeated)) }
        for (rows, column, kind) in [
            (unanswered, VoteColumn.choice, VoteReading.Kind.withoutChoice), (repeated, .vote, .repeatedVote),
        ] where !rows.isEmpty {
            let lines = rows.prefix(5).compactMap { places[$0]?.line }
            fields.readings.append(VoteReading(column: column, word: "", kind: kind, rows: rows.count, lines: lines))
        }
        fields.readings += fields.alikeNames + fields.severalPlans
        self.init(fields)
    }

    /// Lines and votes' ids of some rows, by reading the file again.
    private static func places(of rows: Set<Int>, in bytes: [UInt8]) -> [Int: (line: Int, id: String)] {
        guard let last = rows.max() else { return [:] }
        var reader = CSVReader(bytes)
        var fields: [CSVReader.Field] = []
        guard (try? reader.next(into: &fields)) == true, let header = try? Header(fields, of: reader) else {
            return [:]
        }
        let column = header.names.firstIndex(of: VoteColumn.vote.rawValue)
        var places: [Int: (line: Int, id: String)] = [:]
        var row = 0
        while row <= last, (try? reader.next(into: &fields)) == true {
            if header.isRepeated(by: fields, of: reader) { continue }
            if rows.contains(row) {
                let id = column.flatMap { reader.text(of: fields[$0]) } ?? ""
                places[row] = (reader.recordLine, VoteWord.trimmed(id))
            }
            row += 1
        }
        return places
    }
}

extension VoteFields {
    /// A row whose vote has the id of an earlier row's.
    typealias Repetition = (row: Int, first: Int)

    /// The rows with the hash of an earlier row's id, by a hash table of rows with linear probing.
    static func doubles(_ hashes: [UInt64], without unanswered: [Int]) -> [Repetition] {
        guard !hashes.isEmpty else { return [] }
        var size = 16
        while size < 2 * hashes.count { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        var doubles: [Repetition] = []
        let left = Set(unanswered)
        for (row, hash) in hashes.enumerated() where hash != 0 && (left.isEmpty || !left.contains(row)) {
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & (size - 1) }
            if slots[slot] < 0 { slots[slot] = Int32(row) } else { doubles.append((row, Int(slots[slot]))) }
        }
        return doubles
    }

    /// What is wrong where two rows of one id differ.
    func contradiction(_ double: Repetition, _ places: [Int: (line: Int, id: String)]) -> LineProblem? {
        guard let place = places[double.row], let first = places[double.first] else { return nil }
        let told = difference(double.row, double.first).map {
            "\($0.rawValue) is \(quoted(field($0, double.row))) here and \(quoted(field($0, double.first))) there"
        }
        return LineProblem(
            line: place.line, column: VoteColumn.vote.rawValue,
            reason:
                "\(quoted(place.id)) is the id of line \(first.line) too, and \(told ?? "the rows differ"); one id is "
                + "one vote: keep the row that is right (of two exports of one study the later), or name the column otherwise "
                + "if it holds no ids")
    }

    /// The first column but the id in which two rows differ; nil where they say the same.
    func difference(_ row: Int, _ other: Int) -> VoteColumn? {
        VoteColumn.allCases.first { column in
            guard column != .vote else { return false }
            if let texts = texts[column], texts.codes[row] == texts.codes[other] { return false }
            return field(column, row) != field(column, other)
        }
    }
}

import CSV
import Study

extension VoteTable {
    /// A table of rows, with all columns.
    ///
    /// - Parameter rows: the rows; each has a text for each of the other columns.
    /// - Parameter otherColumns: names of further columns, none of them a ``VoteColumn``.
    package init(rows: some Sequence<VoteRow>, otherColumns: [String] = []) {
        let textColumns = VoteColumn.allCases.filter { $0.content == .text }
        let numberColumns = VoteColumn.allCases.filter(\.isNumber)
        var texts = textColumns.map { _ in TextColumn.Builder() }
        var numbers = numberColumns.map { _ in [Int?]() }
        var others = otherColumns.map { _ in TextColumn.Builder() }
        var (choices, kinds, simulated) = ([Choice](), [Trial.Kind](), [Bool]())
        var correct: [Choice?] = []
        for row in rows {
            precondition(row.others.count == otherColumns.count, "a text for each of the other columns")
            for (place, column) in textColumns.enumerated() { texts[place].append(row.text(column) ?? "") }
            for (place, column) in numberColumns.enumerated() { numbers[place].append(row.number(column)) }
            for (place, text) in row.others.enumerated() { others[place].append(text) }
            choices.append(row.choice)
            kinds.append(row.kind)
            correct.append(row.correct)
            simulated.append(row.simulated)
        }
        count = choices.count
        self.choices = choices
        self.kinds = kinds
        self.correct = correct.isEmpty ? nil : correct
        self.simulated = simulated
        self.otherColumns = otherColumns
        self.texts = Dictionary(uniqueKeysWithValues: zip(textColumns, texts.map(\.column)))
        self.numbers = Dictionary(uniqueKeysWithValues: zip(numberColumns, numbers))
        self.others = others.map(\.column)
    }

    /// The votes as CSV: all columns in the order of ``VoteColumn``, then the others; UTF-8, quotes only where they are
    /// needed, each line ended by a line feed. Texts stand as they are, also those that a spreadsheet takes for a
    /// formula.
    package var csv: [UInt8] { Self.csv(rows, otherColumns: otherColumns) }

    /// Votes as CSV, without a table of them; see ``csv``.
    ///
    /// - Parameter rows: the rows; each has a text for each of the other columns.
    /// - Parameter otherColumns: names of further columns, none of them a ``VoteColumn``.
    package static func csv(_ rows: some Sequence<VoteRow>, otherColumns: [String] = []) -> [UInt8] {
        let columns = VoteColumn.allCases
        var csv = CSVWriter()
        csv.append(columns.map(\.rawValue) + otherColumns)
        for row in rows { csv.append(columns.map(row.field) + row.others) }
        return csv.bytes
    }
}

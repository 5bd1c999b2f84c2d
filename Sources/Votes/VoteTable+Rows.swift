import Study

extension VoteTable {
    /// A table of rows, with all columns.
    package init(rows: some Sequence<VoteRow>) {
        let textColumns = VoteColumn.allCases.filter { $0.content == .text }
        let numberColumns = VoteColumn.allCases.filter(\.isNumber)
        var texts = textColumns.map { _ in TextColumn.Builder() }
        var numbers = numberColumns.map { _ in [Int?]() }
        var (choices, kinds, simulated) = ([Choice](), [Trial.Kind](), [Bool]())
        var correct: [Choice?] = []
        for row in rows {
            for (place, column) in textColumns.enumerated() { texts[place].append(row.text(column) ?? "") }
            for (place, column) in numberColumns.enumerated() { numbers[place].append(row.number(column)) }
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
        self.texts = Dictionary(uniqueKeysWithValues: zip(textColumns, texts.map(\.column)))
        self.numbers = Dictionary(uniqueKeysWithValues: zip(numberColumns, numbers))
    }
}

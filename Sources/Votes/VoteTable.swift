package import Study

/// Votes as a table, in the form in which they are exchanged with other programs; kept by column, so that a million
/// rows take little memory.
package struct VoteTable: Sendable, Hashable {
    /// How many rows it has.
    package let count: Int
    /// What was chosen in each row.
    package let choices: [Choice]

    let texts: [VoteColumn: TextColumn]
    let numbers: [VoteColumn: [Int?]]
    /// Why each row was asked.
    package let kinds: [Trial.Kind]
    /// The right answer of each row that is a catch trial's, left or right; nil where the table does not have it.
    package let correct: [Choice?]?
    /// Whether no person gave each row.
    package let simulated: [Bool]
    /// Words of a file that could have meant something else, and how they were read.
    package internal(set) var readings: [VoteReading] = []

    /// A column of texts, or nil where the table does not have it or it is no text.
    package func texts(_ column: VoteColumn) -> TextColumn? { texts[column] }

    /// A column of numbers, nil in rows that have none; or nil where the table does not have it or it is no number's.
    package func numbers(_ column: VoteColumn) -> [Int?]? { numbers[column] }

    /// A row, 0 ..< ``count``.
    package subscript(row: Int) -> VoteRow {
        func text(_ column: VoteColumn) -> String? { texts[column]?[row] }
        func number(_ column: VoteColumn) -> Int? { numbers[column]?[row] }
        return VoteRow(
            participant: text(.participant), left: text(.left) ?? "", right: text(.right) ?? "", choice: choices[row],
            condition: text(.condition), item: text(.item), leftImage: text(.leftImage),
            rightImage: text(.rightImage), responseMilliseconds: number(.responseMilliseconds), vote: text(.vote),
            seat: number(.seat), session: text(.session), asked: number(.asked), trial: number(.trial),
            kind: kinds[row], repeatOf: number(.repeatOf), correct: correct?[row], shownAt: text(.shownAt),
            front: text(.front), render: text(.render),
            shownPixels: number(.shownPixels), simulated: simulated[row], excluded: text(.excluded),
            count: number(.count) ?? 1, plan: text(.plan))
    }

    /// All rows in their order, made one at a time.
    package var rows: some Sequence<VoteRow> { (0..<count).lazy.map { self[$0] } }
}

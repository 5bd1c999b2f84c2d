import Analysis

extension RateRow {
    /// How many people; nothing where votes name none.
    var peopleCell: Table.Cell { participants == 0 && votes > 0 ? .none : .count(participants) }
}

extension VoteCounts {
    /// How many people, or a dash where votes name none.
    var peopleText: String { participants == 0 && counted > 0 ? NumberText.none : "\(participants)" }
}

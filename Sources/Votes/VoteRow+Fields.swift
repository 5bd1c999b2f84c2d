import Study

extension VoteRow {
    /// What stands in a column of texts; nil where nothing does.
    func text(_ column: VoteColumn) -> String? {
        switch column {
        case .participant: participant
        case .left: left
        case .right: right
        case .condition: condition
        case .item: item
        case .leftImage: leftImage
        case .rightImage: rightImage
        case .vote: vote
        case .session: session
        case .shownAt: shownAt
        case .front: front
        case .render: render
        case .excluded: excluded
        case .plan: plan
        case .choice, .responseMilliseconds, .seat, .asked, .trial, .kind, .repeatOf, .correct, .shownPixels,
            .simulated,
            .count:
            nil
        }
    }

    /// What stands in a column of whole numbers; nil where nothing does.
    func number(_ column: VoteColumn) -> Int? {
        switch column {
        case .responseMilliseconds: responseMilliseconds
        case .seat: seat
        case .asked: asked
        case .trial: trial
        case .repeatOf: repeatOf
        case .shownPixels: shownPixels
        case .count: count
        default: nil
        }
    }

    /// The field of any column as CSV writes it, without quotes.
    func field(_ column: VoteColumn) -> String {
        switch column.content {
        case .text: text(column) ?? ""
        case .number: number(column).map(String.init) ?? ""
        case .choice: choice.rawValue
        case .kind: kind.rawValue
        case .side: correct?.rawValue ?? ""
        // As R reads truth values; pandas and spreadsheets do too.
        case .flag: simulated ? "TRUE" : "FALSE"
        }
    }
}

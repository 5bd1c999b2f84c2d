import Text

extension VoteRow {
    /// The vote with all columns of ``VoteColumn`` under their names, null where nothing stands.
    var json: JSONLine {
        var line = JSONLine()
        for column in VoteColumn.allCases { add(column, to: &line, null: true) }
        return line
    }

    /// Adds what stands in a column; where nothing does, null or nothing.
    func add(_ column: VoteColumn, to line: inout JSONLine, null: Bool) {
        let name = column.rawValue
        switch column.content {
        case .number:
            if let number = number(column) { return line.add(name, number) }
        case .flag:
            if let flag = flag(column) { return line.add(name, flag) }
        case .text, .choice, .kind, .side, .time:
            let field = field(column)
            // These are numbers wherever they were recorded by a front.
            if [.surround, .shownScale, .density, .flips, .enlarged, .exposureMilliseconds, .timeouts].contains(column),
                let number = Double(field), number.isFinite
            {
                return line.add(name, number: number)
            }
            if !field.isEmpty { return line.add(name, field) }
        }
        if null { line.addNull(name) }
    }
}

import Answers
import Reports
import Study

extension JudgementTable {
    /// The columns that judgements are made of.
    static let columns: Set<VoteColumn> = [
        .participant, .left, .right, .choice, .condition, .item, .leftImage, .rightImage, .responseMilliseconds,
        .session, .trial, .kind, .repeatOf, .shownAt, .front, .simulated, .excluded, .count, .asked, .correct,
    ]

    /// The judgements that a table of votes holds, in its order.
    ///
    /// - Parameter rule: the rule by which a row is left out, of its number; nil where it counts.
    init(_ votes: VoteTable, rule: (Int) -> String?) {
        self.init()
        let left = Self.numbers(votes.texts(.left), in: &methods)
        let right = Self.numbers(votes.texts(.right), in: &methods)
        let participant = Self.numbers(votes.texts(.participant), in: &people)
        let sitting = Self.numbers(votes.texts(.session), in: &sessions)
        let condition = Self.numbers(votes.texts(.condition), in: &conditions)
        let leftImage = Self.numbers(votes.texts(.leftImage), in: &images.names)
        let rightImage = Self.numbers(votes.texts(.rightImage), in: &images.names)
        let item = Self.numbers(votes.texts(.item), in: &items)
        let front = Self.numbers(votes.texts(.front), in: &fronts)
        let (trial, repeatOf) = (votes.numbers(.trial), votes.numbers(.repeatOf))
        let (count, milliseconds) = (votes.numbers(.count), votes.numbers(.responseMilliseconds))
        let shownAt = votes.texts(.shownAt).map { column in
            (column: column, times: column.values.map { Timestamp.milliseconds($0) ?? .min })
        }
        // A session's number among people, where a vote of it names none; -2 before that.
        var nameless: [Int32] = []
        rows.reserveCapacity(votes.count)
        for place in 0..<votes.count {
            var row = Row(left: left(place), right: right(place), choice: votes.choices[place])
            row.session = sitting(place)
            row.person = participant(place)
            if row.person < 0 && row.session >= 0 {
                if nameless.isEmpty { nameless = Array(repeating: -2, count: sessions.names.count) }
                if nameless[Int(row.session)] == -2 {
                    nameless[Int(row.session)] = people.number(of: sessions.names[Int(row.session)])
                }
                row.person = nameless[Int(row.session)]
            }
            row.condition = condition(place)
            row.leftImage = images.number(of: leftImage(place), method: row.left)
            row.rightImage = images.number(of: rightImage(place), method: row.right)
            row.item = item(place)
            row.front = front(place)
            row.rule = rule(place).map { rules.number(of: $0) } ?? Self.none
            row.trial = trial?[place].map(Int32.init(clamping:)) ?? 0
            row.repeatOf = repeatOf?[place].map(Int32.init(clamping:)) ?? 0
            row.kind = votes.kinds[place]
            row.simulated = votes.simulated[place]
            row.count = count?[place] ?? 1
            row.milliseconds = milliseconds?[place] ?? -1
            if let shownAt { row.shownAt = shownAt.times[Int(shownAt.column.codes[place])] }
            rows.append(row)
        }
    }

    /// For each row the number of its text in a list of names, or none where it is empty or the column is not there.
    private static func numbers(_ column: TextColumn?, in names: inout NameList) -> (Int) -> Int32 {
        guard let column else { return { _ in none } }
        let numbers = column.values.map { $0.isEmpty ? none : names.number(of: $0) }
        return { numbers[Int(column.codes[$0])] }
    }
}

import Answers
import Votes
import Parallel
import Reports
import Analysis
import Study
import Text

extension JudgementTable {
    /// The columns that judgements are made of.
    static let columns: Set<VoteColumn> = [
        .participant, .left, .right, .choice, .condition, .item, .leftImage, .rightImage, .responseMilliseconds,
        .session, .trial, .kind, .repeatOf, .shownAt, .front, .simulated, .excluded, .count, .asked, .correct,
        .plan,
    ]

    /// The judgements that a table of votes holds, in its order, with the rules that leave some of them out.
    init(_ votes: VoteTable, _ exclusions: Exclusions) {
        self.init()
        let (person, names) = votes.people()
        for name in names { _ = people.number(of: name) }
        unfinished = Set(exclusions.unfinished.map { people.number(of: $0) })
        let left = Self.numbers(votes.texts(.left), in: &methods)
        let right = Self.numbers(votes.texts(.right), in: &methods)
        let leftImage = imageNumbers(votes, .leftImage, of: left)
        let rightImage = imageNumbers(votes, .rightImage, of: right)
        let condition = Self.numbers(votes.texts(.condition), in: &conditions)
        let item = Self.numbers(votes.texts(.item), in: &items)
        let front = Self.numbers(votes.texts(.front), in: &fronts)
        let sitting = Self.numbers(votes.texts(.session), in: &sessions)
        let rule = ruleNumbers(exclusions)
        let (trial, repeatOf) = (votes.numbers(.trial), votes.numbers(.repeatOf))
        let (count, milliseconds) = (votes.numbers(.count), votes.numbers(.responseMilliseconds))
        let shownAt = votes.texts(.shownAt)
        let times = shownAt?.values.map { Timestamp.milliseconds($0) ?? .min } ?? []
        rows = Array(onAllCores: votes.count) { place in
            var row = Row(left: left(place), right: right(place), choice: votes.choices[place])
            row.person = person[place]
            row.condition = condition(place)
            row.leftImage = leftImage?[place] ?? Self.none
            row.rightImage = rightImage?[place] ?? Self.none
            row.item = item(place)
            row.front = front(place)
            row.session = sitting(place)
            row.rule = rule(place)
            row.trial = trial?[place].map(Int32.init(clamping:)) ?? 0
            row.repeatOf = repeatOf?[place].map(Int32.init(clamping:)) ?? 0
            row.kind = votes.kinds[place]
            row.simulated = votes.simulated[place]
            row.count = count?[place] ?? 1
            row.milliseconds = milliseconds?[place] ?? -1
            if let shownAt { row.shownAt = times[Int(shownAt.codes[place])] }
            return row
        }
    }

    /// For each row the number of its text in a list of names, or none where it is empty or the column is not there.
    private static func numbers(_ column: TextColumn?, in names: inout NameList) -> @Sendable (Int) -> Int32 {
        guard let column else { return { _ in none } }
        let numbers = column.values.map { $0.isEmpty ? none : names.number(of: $0) }
        return { numbers[Int(column.codes[$0])] }
    }

    /// For each row the number of its image, or none; nil where the column is not there.
    private mutating func imageNumbers(
        _ votes: VoteTable, _ column: VoteColumn, of method: (Int) -> Int32
    ) -> [Int32]? {
        guard let column = votes.texts(column) else { return nil }
        let name = Self.numbers(column, in: &images.names)
        return (0..<votes.count).map { images.number(of: name($0), method: method($0)) }
    }

    /// For each row the number of the rule that leaves it out, or none; rules that left nothing out have no number.
    private mutating func ruleNumbers(_ exclusions: Exclusions) -> @Sendable (Int) -> Int32 {
        var isUsed = [Bool](repeating: false, count: exclusions.rules.count)
        for code in exclusions.codes where code >= 0 { isUsed[Int(code)] = true }
        let numbers = zip(exclusions.rules, isUsed).map { rule, isUsed in
            isUsed ? rules.number(of: rule.name) : Self.none
        }
        return { exclusions.codes[$0] < 0 ? Self.none : numbers[Int(exclusions.codes[$0])] }
    }
}

extension JudgementTable {
    /// What is to be said of the times that `votes`, which the judgements come from, has in another form than ISO 8601; nil
    /// where it has none.
    func unreadTimes(of votes: VoteTable) -> String? {
        guard let texts = votes.texts(.shownAt) else { return nil }
        let places = rows.indices.filter { rows[$0].shownAt == .min && texts[$0] != nil }
        guard let first = places.first.flatMap({ texts[$0] }) else { return nil }
        return
            "shown_at \"\(first.prefix(40).visibleLine)\" \(places.count == 1 ? "" : "and the like ")(\(places.count.counted("row"))) "
            + "\(places.count.word("is", "are")) no time in ISO 8601; people whose last time is not known stand after the others, in the order of the rows"
    }

    /// How many votes that count in the rates name nobody.
    var namelessVotes: Int { rows.reduce(0) { $0 + ($1.counts && $1.person == Self.none ? $1.count : 0) } }
}

extension JudgementTable.Row {
    /// Whether it is a vote that counts in the rates.
    var counts: Bool { kind == .main && rule == JudgementTable.none && left != right && count > 0 }
}

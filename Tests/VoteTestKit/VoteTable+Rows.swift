package import Votes

extension VoteTable {
    /// A table of rows, as a store makes it.
    package init(rows: some Sequence<VoteRow>) {
        self.init()
        for vote in rows { append(vote) }
    }

    private mutating func append(_ vote: VoteRow) {
        let (left, right) = (methods.number(of: vote.left), methods.number(of: vote.right))
        let row = append(left: left, right: right, choice: vote.choice)
        append(identifier: vote.vote ?? "")
        participant[row] = vote.participant.map { people.number(of: $0) } ?? Self.none
        person[row] = vote.person.map { people.number(of: $0) } ?? Self.none
        session[row] = vote.session.map { sessions.number(of: $0) } ?? Self.none
        condition[row] = vote.condition.map { conditions.number(of: $0) } ?? Self.none
        leftImage[row] = vote.leftImage.map { image($0, of: left) } ?? Self.none
        rightImage[row] = vote.rightImage.map { image($0, of: right) } ?? Self.none
        item[row] = vote.item.map { items.number(of: $0) } ?? Self.none
        front[row] = vote.front.map { fronts.number(of: $0) } ?? Self.none
        render[row] = vote.render.map { renders.number(of: $0) } ?? Self.none
        rule[row] = vote.excluded.map { rules.number(of: $0) } ?? Self.none
        plan[row] = vote.plan.map { plans.number(of: $0) } ?? Self.none
        for (column, text) in vote.seen { seen.set(text, in: column, row: row) }
        (kind[row], correct[row], simulated[row], votes[row]) = (vote.kind, vote.correct, vote.simulated, vote.count)
        responseMilliseconds[row] = vote.responseMilliseconds ?? VoteColumn.responseMilliseconds.unknown
        shownAt[row] = vote.shownAt ?? Self.noTime
        shownPixels[row] = vote.shownPixels ?? VoteColumn.shownPixels.unknown
        seat[row] = vote.seat ?? VoteColumn.seat.unknown
        asked[row] = vote.asked ?? VoteColumn.asked.unknown
        trial[row] = vote.trial ?? VoteColumn.trial.unknown
        question[row] = vote.question.map { questions.number(of: $0) } ?? Self.none
        (primary[row], grade[row]) = (vote.isPrimary, vote.grade ?? VoteColumn.grade.unknown)
        repeatOf[row] = vote.repeatOf ?? VoteColumn.repeatOf.unknown
    }
}

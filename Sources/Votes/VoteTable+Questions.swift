extension VoteTable {
    /// Takes out the votes on all questions but the primary one, by which the analysis goes, and counts them in
    /// ``otherQuestions``. Rules that leave votes out judge nobody by them, so that it makes no difference which comes first.
    package mutating func takePrimaryQuestion() {
        let others = primary.indices.filter { primary[$0] == false }
        guard !others.isEmpty else { return }
        for row in others { otherQuestions[questions[question[row]] ?? "", default: 0] += 1 }
        keep(primary.indices.filter { primary[$0] != false })
    }

    /// Keeps some of the rows, in their order.
    private mutating func keep(_ rows: [Int]) {
        func keep<Value>(_ column: inout [Value]) { if !column.isEmpty { column = rows.map { column[$0] } } }
        keep(&participant)
        keep(&person)
        keep(&session)
        keep(&condition)
        keep(&left)
        keep(&right)
        keep(&leftImage)
        keep(&rightImage)
        keep(&item)
        keep(&front)
        keep(&render)
        keep(&rule)
        keep(&plan)
        keep(&question)
        keep(&primary)
        keep(&grade)
        keep(&choice)
        keep(&kind)
        keep(&correct)
        keep(&simulated)
        keep(&votes)
        keep(&responseMilliseconds)
        keep(&shownAt)
        keep(&shownPixels)
        keep(&seat)
        keep(&asked)
        keep(&trial)
        keep(&repeatOf)
        seen.keep(rows)
        if !identifiers.codes.isEmpty { identifiers = identifiers.keeping(rows) }
    }
}

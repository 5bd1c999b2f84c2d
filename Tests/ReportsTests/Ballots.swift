import Analysis
import Reports
import Study
import VoteTestKit
import Votes

/// Made-up votes for the tests.
enum Ballots {
    /// The reading of the paper's tables: 11 of 22 and 5 of 22 votes for A, of nobody known.
    static let paper = [
        Ballots.cast(condition: "equal-iterations", left: "A", right: "B", choice: .left, count: 11),
        Ballots.cast(condition: "equal-iterations", left: "A", right: "B", choice: .right, count: 11),
        Ballots.cast(condition: "equal-time", left: "A", right: "B", choice: .left, count: 5),
        Ballots.cast(condition: "equal-time", left: "A", right: "B", choice: .right, count: 17),
    ]

    /// The paper's iterations and hours.
    static let paperRuns = [
        RunFacts(condition: "equal-iterations", method: "A", epochs: [6000], seconds: 113.8 * 3600),
        RunFacts(condition: "equal-iterations", method: "B", epochs: [6000, 2000], seconds: 75.2 * 3600),
        RunFacts(condition: "equal-time", method: "A", epochs: [4000], seconds: 76.8 * 3600, matchTimeOf: "B"),
        RunFacts(condition: "equal-time", method: "B", epochs: [6000, 2000], seconds: 75.2 * 3600, matchTimeOf: "B"),
    ]

    /// Votes of people p1, p2, ... between A and B, each `votes` of them with so many for A, on changing sides.
    static func people(
        forA: [Int], of votes: Int, condition: String? = "equal-time", simulated: Bool = false
    ) -> [VoteRow] {
        forA.enumerated().flatMap { person, wins in
            (0..<votes).map { vote in
                let aIsLeft = vote.isMultiple(of: 2)
                return Ballots.cast(
                    participant: "p\(person + 1)", condition: condition, left: aIsLeft ? "A" : "B",
                    right: aIsLeft ? "B" : "A", choice: (vote < wins) == aIsLeft ? .left : .right, simulated: simulated)
            }
        }
    }

    /// A vote; what is left out has its default.
    static func cast(
        participant: String? = nil, condition: String? = nil, left: String, right: String, choice: Choice,
        count: Int = 1, simulated: Bool = false, excluded: String? = nil, kind: Trial.Kind = .main,
        leftImage: String? = nil, rightImage: String? = nil, item: String? = nil, front: String? = nil,
        milliseconds: Int? = nil, shownAt: Int? = nil, session: String? = nil, trial: Int? = nil, repeatOf: Int? = nil
    ) -> VoteRow {
        VoteRow(
            participant: participant, left: left, right: right, choice: choice, condition: condition, item: item,
            leftImage: leftImage, rightImage: rightImage, responseMilliseconds: milliseconds, session: session,
            trial: trial, kind: kind, repeatOf: repeatOf, shownAt: shownAt, front: front, simulated: simulated,
            excluded: excluded, count: count)
    }

    /// One vote of a person between two methods.
    static func vote(
        _ participant: String?, _ left: String, _ right: String, _ choice: Choice, condition: String? = nil,
        excluded: String? = nil
    ) -> VoteRow {
        Ballots.cast(
            participant: participant, condition: condition, left: left, right: right, choice: choice, excluded: excluded
        )
    }
}

extension Analysis {
    /// What some votes say.
    static func summarise(
        _ votes: [VoteRow], conditions: [Condition] = [], methods: [String] = [], rules: [String] = [],
        level: Double = 0.95
    ) throws(AnalysisError) -> AnalysisSummary {
        try summarise(
            VoteTable(rows: votes),
            options: AnalysisOptions(conditions: conditions, methods: methods, rules: rules, level: level))
    }
}

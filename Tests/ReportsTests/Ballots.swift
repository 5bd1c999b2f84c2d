import Reports
import Analysis
import Study

/// Made-up votes for the tests.
enum Ballots {
    /// The reading of the paper's tables: 11 of 22 and 5 of 22 votes for A, of nobody known.
    static let paper = [
        Judgement(condition: "equal-iterations", left: "A", right: "B", choice: .left, count: 11),
        Judgement(condition: "equal-iterations", left: "A", right: "B", choice: .right, count: 11),
        Judgement(condition: "equal-time", left: "A", right: "B", choice: .left, count: 5),
        Judgement(condition: "equal-time", left: "A", right: "B", choice: .right, count: 17),
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
    ) -> [Judgement] {
        forA.enumerated().flatMap { person, wins in
            (0..<votes).map { vote in
                let aIsLeft = vote.isMultiple(of: 2)
                return Judgement(
                    participant: "p\(person + 1)", condition: condition, left: aIsLeft ? "A" : "B",
                    right: aIsLeft ? "B" : "A", choice: (vote < wins) == aIsLeft ? .left : .right, simulated: simulated)
            }
        }
    }

    /// One vote of a person between two methods.
    static func vote(
        _ participant: String?, _ left: String, _ right: String, _ choice: Choice, condition: String? = nil,
        excluded: String? = nil
    ) -> Judgement {
        Judgement(
            participant: participant, condition: condition, left: left, right: right, choice: choice, excluded: excluded
        )
    }
}

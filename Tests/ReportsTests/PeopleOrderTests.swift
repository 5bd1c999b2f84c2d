import Analysis
import Reports
import Testing
import VoteTestKit
import Votes

@Suite("The order of people")
struct PeopleOrderTests {
    private let votes = Ballots.people(forA: [4, 5, 3, 1, 2, 3], of: 5)

    /// An analysis of votes in which each person is called by another name.
    private func summary(_ votes: [VoteRow], called names: [String: String] = [:]) throws -> AnalysisSummary {
        let named = votes.map { vote in
            var vote = vote
            vote.participant = vote.participant.map { names[$0] ?? $0 }
            return vote
        }
        return try Analysis.summarise(VoteTable(rows: named), options: AnalysisOptions(seed: 7, resamples: 400))
    }

    @Test("follows from what they answered: no number depends on their names")
    func names() throws {
        let names = ["p1": "z", "p2": "m", "p3": "a", "p4": "x", "p5": "b", "p6": "p1"]
        let (own, other) = (try summary(votes), try summary(votes, called: names))
        #expect(own.rates == other.rates && own.bradleyTerry == other.bradleyTerry)
        #expect(own.sides.map(\.bias) == other.sides.map(\.bias))
        #expect(own.sides[0].people.map { names[$0] } == other.sides[0].people)
    }

    @Test("in JSON stands people under each condition in the order of their names")
    func json() throws {
        let text = try summary(votes, called: ["p1": "z"]).json.document
        let names = text.matches(of: /"participant": ?"([a-z0-9]+)"/).map { String($0.1) }
        #expect(names == ["p2", "p3", "p4", "p5", "p6", "z"])
    }
}

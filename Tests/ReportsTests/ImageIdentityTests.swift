import Preference
import Study
import Testing
import VoteTestKit
import Votes

@testable import Analysis
@testable import Reports

@Suite("Images with the same name")
struct ImageIdentityTests {
    /// Three people on two pairs of images, each asked once more; images are `A/1` or bare `1`.
    private static func votes(bare: Bool) -> [VoteRow] {
        func name(_ method: String, _ image: Int) -> String { bare ? "\(image)" : "\(method)/\(image)" }
        return ["p", "q", "r"].enumerated().flatMap { place, person in
            [(1, 1), (1, 2), (2, 1)].enumerated().flatMap { trial, images in
                let isLeft = (place + trial).isMultiple(of: 2)
                var first = Ballots.cast(participant: person, left: "A", right: "B", choice: isLeft ? .left : .right)
                (first.leftImage, first.rightImage) = (name("A", images.0), name("B", images.1))
                (first.session, first.trial) = (person, trial + 1)
                var again = Ballots.cast(
                    participant: person, left: "B", right: "A", choice: trial == 0 ? first.choice : .right,
                    kind: .repeat)
                (again.leftImage, again.rightImage) = (first.rightImage, first.leftImage)
                (again.session, again.trial, again.repeatOf) = (person, trial + 4, trial + 1)
                return [first, again]
            }
        }
    }

    @Test("methods may give their images the same names: no estimate changes")
    func sameNames() throws {
        let options = AnalysisOptions(seed: 3, resamples: 200)
        let own = try Analysis.summarise(VoteTable(rows: Self.votes(bare: false)), options: options)
        let bare = try Analysis.summarise(VoteTable(rows: Self.votes(bare: true)), options: options)
        #expect(try #require(bare.consistency.first).repeats.get().alike == Proportion(successes: 3, trials: 9))
        #expect(bare.consistency == own.consistency)
        #expect(bare.agreement == own.agreement)
        #expect(bare.rates == own.rates)
        #expect(bare.images.first?.images.map(\.name) == ["1", "2", "1", "2"])
        #expect(bare.images.first?.images.map(\.rate) == own.images.first?.images.map(\.rate))
    }

    @Test("a repeat that does not name its images is compared by its methods")
    func halfNamed() throws {
        var votes = Self.votes(bare: false)
        for place in votes.indices where votes[place].kind == .repeat {
            (votes[place].leftImage, votes[place].rightImage) = (nil, nil)
        }
        let summary = try Analysis.summarise(votes)
        #expect(try #require(summary.consistency.first).repeats.get().alike == Proportion(successes: 3, trials: 9))
    }

    @Test("the worst images are those that are not among the best, whatever their names")
    func worst() throws {
        let many = (0..<8).flatMap { image in
            ["p", "q"].map { person in
                var vote = Ballots.vote(person, "A", "B", .left)
                (vote.leftImage, vote.rightImage) = ("\(image)", "\(image)")
                return vote
            }
        }
        let unanimous = try #require(try Analysis.summarise(many).images.first)
        #expect(Set(ReportTables.best(unanimous).map(\.method)) == ["A"])
        #expect(ReportTables.worst(unanimous).map(\.method) == Array(repeating: "B", count: 6))
    }
}

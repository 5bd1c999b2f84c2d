import Preference
import Study
import Testing
import VoteTestKit
import Votes

@testable import Analysis
@testable import Reports

@Suite("From votes to rates")
struct AnalysisTests {
    @Test("the reading of the paper's votes has its published rates, Wilson interval and exact p")
    func paper() throws {
        let summary = try Analysis.summarise(Ballots.paper)
        let time = try #require(summary.rates.first { $0.condition == "equal-time" && $0.method == "A" })
        #expect(summary.rates.map(\.method) == ["A", "B", "A", "B"])
        #expect((time.wins, time.losses, time.ties) == (5, 17, 0))
        #expect(time.rate == .success(5.0 / 22))
        let naive = try time.naive.get()
        #expect(abs(naive.wilson.low - 0.10117) < 1e-4)
        #expect(abs(naive.wilson.high - 0.43440) < 1e-4)
        #expect(abs(naive.exactP - 0.016901) < 1e-6)
        #expect(time.clustered == .failure(.undefined(.noPeople)))
        #expect(time.participants == 0)
        #expect(try summary.rates[0].naive.get().exactP == 1)
    }

    @Test("with as many votes from everybody, the clustered error is that of the mean of the persons' shares")
    func balancedClusters() throws {
        let summary = try Analysis.summarise(Ballots.people(forA: [1, 2, 0, 1, 3, 2], of: 5))
        let row = try #require(summary.rates.first)
        let clustered = try row.clustered.get()
        // Shares .2 .4 0 .2 .6 .4: mean .3, sum of squares .22; standard error sqrt(.22 / 5 / 6); 5 degrees of freedom.
        #expect(row.rate == .success(9.0 / 30))
        #expect(abs(clustered.errorCR2 - 0.0856349) < 1e-6)
        #expect(abs(clustered.degreesOfFreedom - 5) < 1e-9)
        // t(5) at 97.5 % is 2.570582.
        #expect(abs(clustered.interval.low - (0.3 - 2.570582 * 0.0856349)) < 1e-5)
        #expect(abs(clustered.interval.high - (0.3 + 2.570582 * 0.0856349)) < 1e-5)
        #expect(row.participants == 6)
    }

    @Test("the two rows of a pair mirror each other, sides and ties included")
    func mirror() throws {
        var votes = Ballots.people(forA: [1, 2, 0, 5], of: 5)
        votes.append(Ballots.vote("p9", "B", "A", .tie, condition: "equal-time"))
        let rows = try Analysis.summarise(votes).rates
        try #require(rows.count == 2)
        #expect((rows[0].wins, rows[0].losses, rows[0].ties) == (8, 12, 1))
        #expect((rows[1].wins, rows[1].losses, rows[1].ties) == (12, 8, 1))
        #expect(rows[0].rate == .success(0.4))
        #expect(rows.map(\.participants) == [5, 5], "who only ties took part")
        let errors = try rows.map { try $0.clustered.get().errorCR2 }
        #expect(abs(errors[0] - errors[1]) < 1e-12)
    }

    @Test("with three methods each has a row against each other, then one against all")
    func threeMethods() throws {
        let summary = try Analysis.summarise([
            Ballots.vote("p", "C", "A", .right), Ballots.vote("p", "A", "B", .left), Ballots.vote("q", "B", "C", .tie),
            Ballots.vote("q", "C", "B", .left),
        ])
        #expect(summary.rates.map(\.against) == ["B", "C", nil, "A", "C", nil, "A", "B", nil])
        let all = summary.rates.filter { $0.against == nil }
        #expect(all.map(\.method) == ["A", "B", "C"])
        #expect(all.map(\.wins) == [2, 0, 1])
        #expect(all.map(\.losses) == [0, 2, 1])
        #expect(all.map(\.ties) == [0, 1, 1])
        #expect(all.map(\.participants) == [1, 2, 2])
    }

    @Test("rows keep the order of the study, and a condition nobody voted under stays with its reason")
    func order() throws {
        let conditions = [
            Condition(name: "second", methods: ["B", "A"]), Condition(name: "first", methods: ["A", "B"]),
        ]
        let votes = [
            Ballots.vote("p", "A", "B", .left, condition: "first"),
            Ballots.vote("p", "X", "B", .left, condition: "new"),
        ]
        let rows = try Analysis.summarise(votes, conditions: conditions).rates
        #expect(rows.map(\.condition) == ["second", "second", "first", "first", "new", "new"])
        #expect(rows.map(\.method) == ["B", "A", "A", "B", "B", "X"])
        #expect(rows[0].rate == .failure(.undefined(.noVotes)))
        #expect(rows[0].naive == .failure(.undefined(.noVotes)))
        #expect(rows[0].clustered == .failure(.undefined(.noVotes)))
        #expect(try Analysis.summarise(votes, methods: ["X"]).rates.map(\.method) == ["A", "B", "X", "B"])
    }

    @Test("the order of the votes changes nothing; conditions of the votes alone stand in that of their names")
    func orderOfVotes() throws {
        let votes = ["second", nil, "first"].flatMap {
            Ballots.people(forA: [1, 2, 0, 1, 3, 2, 5, 4], of: 5, condition: $0)
        }
        #expect(try Analysis.summarise(votes).conditions.map(\.name) == [nil, "first", "second"])
        // Only what watches a study asks who came first, and takes the order of the votes where they have no times.
        let unwatched = { (votes: [VoteRow]) in
            try Analysis.summarise(votes).rates.map { row in
                var row = row
                row.sequential = .failure(.undefined(.noVotes))
                return row
            }
        }
        #expect(try unwatched(votes) == unwatched(votes.reversed()))
        let timed = votes.enumerated().map { place, vote in
            var vote = vote
            vote.shownAt = place / 5 * 7919 % 64
            return vote
        }
        #expect(try Analysis.summarise(timed) == Analysis.summarise(timed.reversed()))
        #expect(try Analysis.summarise(timed).rates.allSatisfy { try $0.sequential.get().logEValues.count == 8 })
    }

    @Test(
        "people are watched in the order in which they finished, by time where there are times, and none who still answers"
    )
    func finished() throws {
        func vote(_ person: String, _ choice: Choice, at time: Int?) -> VoteRow {
            Ballots.cast(participant: person, left: "A", right: "B", choice: choice, shownAt: time)
        }
        // Wins of A: z 1 of 1 at 10, a 0 of 2 at 30, m 1 of 1 at 20.
        var table = VoteTable(rows: [
            vote("a", .right, at: 5), vote("m", .left, at: 20), vote("a", .right, at: 30), vote("z", .left, at: 10),
        ])
        func path() throws -> [Double] {
            let rows = try Analysis.summarise(table).rates
            return try rows[0].sequential.get().logEValues
        }
        let martingale = { (wins: [Int], trials: [Int]) in
            try BettingMartingale.estimate(people: zip(wins, trials).map { Proportion(successes: $0, trials: $1) })
                .get().logEValues
        }
        #expect(try path() == martingale([1, 1, 0], [1, 1, 2]))
        table.unfinished = [table.people.number(of: "a")]
        #expect(try path() == martingale([1, 1], [1, 1]))
        table = VoteTable(rows: [
            vote("a", .right, at: nil), vote("m", .left, at: nil), vote("a", .right, at: nil), vote("z", .left, at: 9),
        ])
        #expect(try path() == martingale([1, 1, 0], [1, 1, 2]))
    }

    @Test("every vote is either counted or in one row of the funnel")
    func funnel() throws {
        let summary = try Analysis.summarise([
            Ballots.vote("p", "A", "B", .left), Ballots.vote("p", "A", "B", .left, excluded: "repeated_session"),
            Ballots.vote("p", "A", "B", .right, excluded: "repeated_session"),
            Ballots.vote("q", "A", "B", .right, excluded: "too_fast"), Ballots.vote("r", "A", "A", .left),
            Ballots.vote(nil, "A", "B", .tie),
        ])
        #expect(summary.votes == VoteCounts(total: 6, counted: 2, participants: 1, simulated: 0))
        #expect(
            summary.funnel == [
                FunnelRow(rule: "repeated_session", people: 1, votes: 2),
                FunnelRow(rule: "too_fast", people: 1, votes: 1), FunnelRow(rule: "same_method", people: 1, votes: 1),
            ])
        #expect(summary.votes.total == summary.votes.counted + summary.funnel.reduce(0) { $0 + $1.votes })
        #expect(try Analysis.summarise([]).funnel.isEmpty)
        let applied = try Analysis.summarise([], rules: [ExclusionRule.repeatedSession.rawValue])
        #expect(applied.funnel == [FunnelRow(rule: "repeated_session", people: 0, votes: 0)])
    }

    @Test(
        "what cannot be estimated says why, and the rest is there",
        arguments: [
            (Ballots.people(forA: [3], of: 5), true, Missing.undefined(.onePerson)),
            (Ballots.people(forA: [5, 5, 5], of: 5), true, .undefined(.noSpread)),
            (Ballots.people(forA: [0, 0], of: 4), true, .undefined(.noSpread)),
            (Ballots.people(forA: [2, 2, 2], of: 4), true, .undefined(.noSpread)),
            (
                Ballots.people(forA: [1, 3], of: 4) + [Ballots.vote(nil, "A", "B", .left, condition: "equal-time")],
                true,
                .undefined(.noPeople)
            ),
            ([Ballots.vote("p", "A", "B", .tie), Ballots.vote("q", "A", "B", .tie)], false, .onlyTies),
            ([Ballots.vote("p", "A", "B", .left, excluded: "repeated_session")], false, .undefined(.noVotes)),
            ([Ballots.vote("p", "A", "A", .left)], false, .oneMethod),
            (Ballots.paper, true, .undefined(.noPeople)),
        ])
    func missing(votes: [VoteRow], hasRate: Bool, why: Missing) throws {
        let summary = try Analysis.summarise(votes)
        #expect(!summary.rates.isEmpty)
        for row in summary.rates {
            #expect(throws: why) { try row.clustered.get() }
            #expect(((try? row.rate.get()) != nil) == hasRate)
            #expect(((try? row.naive.get()) != nil) == hasRate)
        }
    }

    @Test("counts that cannot be votes are refused, and none is so large that an interval never comes")
    func refusedCounts() throws {
        func votes(_ counts: Int...) -> [VoteRow] {
            counts.map { Ballots.cast(left: "A", right: "B", choice: .left, count: $0) }
        }
        #expect(throws: AnalysisError.tooManyVotes(number: 2)) { try Analysis.summarise(votes(1, 1_000_000_000)) }
        #expect(throws: AnalysisError.tooManyVotes(number: 1)) { try Analysis.summarise(votes(Analysis.mostVotes + 1)) }
        let largest = try Analysis.summarise(votes(Analysis.mostVotes))
        #expect(largest.rates[0].rate == .success(1))
        #expect(try largest.rates[0].naive.get().exactP < 1e-300)
        #expect(try Analysis.summarise(votes(0)).rates[0].rate == .failure(.undefined(.noVotes)))
    }

    @Test("simulated votes are counted as such in all and by condition")
    func simulated() throws {
        let all = try Analysis.summarise(Ballots.people(forA: [1, 2], of: 5, simulated: true))
        #expect(all.simulation == .all)
        let condition = try #require(all.conditions.first)
        #expect(all.conditions.count == 1 && condition.name == "equal-time" && condition.methods == ["A", "B"])
        #expect(condition.votes == 10 && condition.simulated == 10)
        let some = try Analysis.summarise(
            Ballots.people(forA: [1, 2], of: 5, simulated: true) + Ballots.people(forA: [1, 2], of: 5, condition: "x"))
        #expect(some.simulation == .some(votes: 10, total: 20))
        #expect(ConditionTable.tables(of: some, runs: []).map(\.simulation) == [.all, .none])
        #expect(try Analysis.summarise(Ballots.paper).simulation == .none)
    }
}

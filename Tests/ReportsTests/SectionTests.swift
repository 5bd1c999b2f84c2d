import Analysis
import Preference
import Reports
import Study
import Testing
import VoteTestKit
import Votes

@Suite("The sections of an analysis")
struct SectionTests {
    @Test("the same people under two conditions are compared by person, by majority and by count")
    func comparisons() throws {
        let votes =
            Ballots.people(forA: [4, 5, 3, 1], of: 5, condition: "first")
            + Ballots.people(forA: [2, 3, 1, 1], of: 5, condition: "second")
        let rows = try Analysis.summarise(votes).comparisons
        try #require(rows.map(\.method) == ["A", "B"])
        #expect(rows[0].conditions.first == "first" && rows[0].conditions.second == "second")
        // 13 and 7 of 20.
        #expect(abs(try rows[0].difference.get() - 0.3) < 1e-12)
        // Majorities of p1, p3 change, p2 and p4 do not: 2 of 2, p = 1/2.
        #expect(try rows[0].mcNemarP.get() == 0.5)
        let clustered = try rows[0].clustered.get()
        #expect(clustered.peopleInBoth == 4)
        #expect(abs(clustered.difference - 0.3) < 1e-12)
        #expect(abs(try rows[1].clustered.get().difference + 0.3) < 1e-12)
        let naive = try rows[0].naive.get()
        #expect(naive.newcombe.low < 0.3 && naive.newcombe.high > 0.3 && naive.fisherP > 0.05)
    }

    @Test("conditions are not compared where their methods differ, nor by majority where nobody saw both")
    func unlikeConditions() throws {
        let votes =
            Ballots.people(forA: [4, 2], of: 5, condition: "first")
            + [
                Ballots.vote("p1", "A", "C", .left, condition: "second"),
                Ballots.vote("x", "A", "B", .left, condition: "third"),
            ]
            + [Ballots.vote("y", "A", "B", .right, condition: "third")]
        let rows = try Analysis.summarise(votes).comparisons
        let unlike = try #require(rows.first { $0.conditions.first == "first" && $0.conditions.second == "second" })
        #expect(unlike.clustered == .failure(.otherMethods))
        #expect(unlike.difference == .failure(.otherMethods))
        let apart = try #require(rows.first { $0.conditions.first == "first" && $0.conditions.second == "third" })
        #expect(apart.mcNemarP == .failure(.noOneInBoth))
        #expect(try apart.clustered.get().people == 4)
    }

    @Test("sides are counted over all votes that name one, with each person's own test")
    func sides() throws {
        let votes = [
            Ballots.vote("b", "A", "B", .left), Ballots.vote("b", "B", "A", .left), Ballots.vote("a", "A", "B", .right),
            Ballots.vote("a", "A", "B", .tie), Ballots.vote("c", "A", "B", .tie),
        ]
        let side = try #require(try Analysis.summarise(votes).sides.first)
        #expect((side.left, side.right) == (2, 1))
        let bias = try side.bias.get()
        #expect(bias.naiveP == 1)
        let people = Dictionary(uniqueKeysWithValues: zip(side.people, bias.people))
        #expect(try people.mapValues { try $0.get().exactP } == ["a": 1, "b": 0.5])
        #expect(try people.mapValues { try $0.get().holmP } == ["a": 1, "b": 1])
    }

    /// Votes of several people between three methods: for each ordered pair so many for the left one and for the right.
    private static let three: [VoteRow] = [("A", "B", 3, 1), ("B", "C", 4, 2), ("C", "A", 1, 4), ("B", "A", 2, 3)]
        .flatMap { left, right, lefts, rights in
            (0..<lefts + rights).map { vote in
                Ballots.vote("p\(vote % 4)", left, right, vote < lefts ? .left : .right)
            }
        }

    @Test("strengths are those of the fit, by name; relative to a method they are differences to it")
    func strengths() throws {
        var options = AnalysisOptions()
        let summary = try Analysis.summarise(VoteTable(rows: Self.three), options: options)
        let section = try #require(summary.bradleyTerry.first)
        #expect(section.methods == ["A", "B", "C"])
        #expect(section.components == [["A", "B", "C"]])
        let estimate = try section.estimate.get()
        #expect(abs(estimate.strengths.reduce(0) { $0 + $1.value }) < 1e-12)
        options.reference = "B"
        let relative = try Analysis.summarise(VoteTable(rows: Self.three), options: options)
        let differences = try #require(relative.bradleyTerry.first).estimate.get().strengths
        #expect(differences[1].value == 0)
        #expect(abs(differences[0].value - (estimate.strengths[0].value - estimate.strengths[1].value)) < 1e-12)
        let places = try #require(relative.thurstone.first).items.get()
        #expect(places.map(\.method) == ["A", "B", "C"])
        #expect(places[1].value == 0 && places[1].error == 0 && places[0].error > 0)
        #expect(relative.davidson.first?.items == .failure(.undefined(.noTies)))
    }

    @Test("methods that were never compared, or never lost, are named and not placed")
    func refused() throws {
        let apart = try Analysis.summarise([
            Ballots.vote("p", "A", "B", .left), Ballots.vote("p", "B", "A", .left), Ballots.vote("p", "C", "D", .left),
            Ballots.vote("p", "D", "C", .left),
        ])
        let groups = try #require(apart.bradleyTerry.first)
        #expect(groups.components == [["A", "B"], ["C", "D"]])
        #expect(groups.estimate == .failure(.undefined(.disconnected)))
        #expect(apart.thurstone.first?.items == .failure(.undefined(.disconnected)))
        let unbeaten = try Analysis.summarise(
            Self.three.filter { $0.right != "A" && $0.left != "A" } + [
                Ballots.vote("p", "A", "B", .left), Ballots.vote("q", "C", "A", .right),
            ])
        #expect(unbeaten.bradleyTerry.first?.undefeated == [["A"]])
        #expect(unbeaten.bradleyTerry.first?.estimate == .failure(.undefined(.separated)))
        let ties = try Analysis.summarise([Ballots.vote("p", "A", "B", .tie)])
        #expect(ties.bradleyTerry.first?.estimate == .failure(.onlyTies))
        #expect(ties.thurstone.first?.items == .failure(.onlyTies))
    }

    @Test("repeats are found by session and trial, and compared by the images that were chosen")
    func repeats() throws {
        func trial(
            _ session: String, _ number: Int, _ left: String, _ right: String, _ choice: Choice, of first: Int? = nil
        )
            -> VoteRow
        {
            Ballots.cast(
                participant: session, left: String(left.first ?? " "), right: String(right.first ?? " "),
                choice: choice,
                kind: first == nil ? .main : .repeat, leftImage: left, rightImage: right, session: session,
                trial: number,
                repeatOf: first)
        }
        let votes = [
            trial("s", 1, "A/1", "B/1", .left), trial("s", 2, "B/2", "A/2", .left), trial("t", 1, "A/3", "B/3", .right),
            trial("s", 3, "B/1", "A/1", .right, of: 1), trial("s", 4, "A/2", "B/2", .left, of: 2),
            trial("t", 2, "B/3", "A/3", .left, of: 1), trial("t", 3, "B/3", "A/3", .left, of: 9),
        ]
        let summary = try Analysis.summarise(votes)
        let repeats = try #require(summary.consistency.first).repeats.get()
        #expect(repeats.alike == Proportion(successes: 2, trials: 3))
        #expect(summary.votes.total == 3, "repeats are in no rate")
        #expect(summary.consistency.first?.triads == .failure(.undefined(.tooFewMethods)))
        #expect(try Analysis.summarise(Ballots.paper).consistency.first?.repeats == .failure(.undefined(.noRepeats)))
    }

    @Test("a rate and the one against it are resampled as mirrors; images join in where votes name them")
    func resampled() throws {
        var options = AnalysisOptions(seed: 7, resamples: 400)
        let plain = Ballots.people(forA: [4, 5, 3, 1, 2, 3], of: 5)
        let rows = try Analysis.summarise(VoteTable(rows: plain), options: options).rates
        let (one, other) = (try rows[0].bootstrap.get(), try rows[1].bootstrap.get())
        #expect(one.error == other.error)
        #expect(abs(one.interval.low + other.interval.high - 1) < 1e-12)
        #expect(one.seed == 7 && one.resamples == 400)
        #expect(rows[0].twoWayBootstrap == .failure(.undefined(.noItems)))
        let pictured = plain.enumerated().map { place, vote in
            var vote = vote
            vote.leftImage = "\(vote.left)/\(place % 4)"
            vote.rightImage = "\(vote.right)/\(place % 5)"
            return vote
        }
        let images = try Analysis.summarise(VoteTable(rows: pictured), options: options).rates
        #expect(images[0].bootstrap == rows[0].bootstrap)
        #expect(try images[0].twoWayBootstrap.get().error > one.error)
        #expect(
            try Analysis.summarise(VoteTable(rows: pictured.reversed()), options: options).rates[0].twoWayBootstrap
                == images[0].twoWayBootstrap)
        options.seed = 8
        #expect(
            try Analysis.summarise(VoteTable(rows: plain), options: options).rates[0].bootstrap != rows[0].bootstrap)
        #expect(
            try Analysis.summarise(VoteTable(rows: Ballots.paper), options: options).rates[0].bootstrap
                == .failure(.undefined(.noPeople)))
    }

    @Test("the images of each method are drawn by themselves: the mix of methods stays")
    func imagesByMethod() throws {
        // A wins against B's one image and loses to C's, in the eyes of all: only the mix of B and C could vary.
        let votes = (0..<8).flatMap { person in
            [("B", Choice.left), ("C", .right)].map { other, choice in
                var vote = Ballots.vote("p\(person)", "A", other, choice)
                (vote.leftImage, vote.rightImage) = ("A/1", "\(other)/1")
                return vote
            }
        }
        let rates = try Analysis.summarise(VoteTable(rows: votes), options: AnalysisOptions(resamples: 40)).rates
        let all = try #require(rates.first { $0.method == "A" && $0.against == nil })
        #expect(try all.rate.get() == 0.5)
        #expect(all.twoWayBootstrap == .failure(.undefined(.noSpread)))
    }

    @Test("without exclusions every vote is back but those of simulated people who were not asked for")
    func withoutExclusions() throws {
        let votes = [
            Ballots.vote("p", "A", "B", .left), Ballots.vote("q", "A", "B", .left, excluded: "too_fast"),
            Ballots.vote("r", "A", "B", .right, excluded: "repeated_session"),
            Ballots.vote("s", "A", "B", .right, excluded: ExclusionRule.simulatedPeople.rawValue),
            Ballots.vote("t", "A", "A", .left),
        ]
        let summary = try Analysis.summarise(votes)
        #expect(summary.rates.map(\.wins) == [1, 0])
        #expect(summary.withoutExclusions.map(\.wins) == [2, 1])
        #expect(summary.withoutExclusions.map(\.method) == ["A", "B"])
    }

    @Test("people agree on images as far as alpha says, and on methods as far as u says")
    func agreement() throws {
        let votes = ["p", "q", "r"].flatMap { person in
            [("A/1", "B/1", person == "r"), ("A/2", "B/2", false), ("B/3", "A/3", false)].map { left, right, isLeft in
                Ballots.cast(
                    participant: person, left: String(left.prefix(1)), right: String(right.prefix(1)),
                    choice: isLeft ? .left : .right, leftImage: left, rightImage: right)
            }
        }
        let agreement = try #require(try Analysis.summarise(votes).agreement.first)
        // Units BBA, BBB, AAA: observed disagreement (2/3)/3 = 2/9, expected 2 x 4 x 5 / (9 x 8) = 5/9.
        #expect(abs(try agreement.alpha.get().alpha - 0.6) < 1e-12)
        let bare = try #require(try Analysis.summarise(Ballots.people(forA: [1, 2], of: 5)).agreement.first)
        #expect(bare.alpha == .failure(.undefined(.noItems)))
        #expect(try Analysis.summarise(Ballots.paper).agreement.first?.kendallU == .failure(.undefined(.noPeople)))
    }

    @Test("images are counted on both sides, by method and number")
    func images() throws {
        func vote(_ left: String, _ right: String, _ choice: Choice, count: Int = 1) -> VoteRow {
            Ballots.cast(
                left: String(left.first ?? " "), right: String(right.first ?? " "), choice: choice, count: count,
                leftImage: left, rightImage: right)
        }
        let votes = [
            vote("A/10", "B/2", .left), vote("B/2", "A/2", .left, count: 3), vote("A/2", "B/10", .tie),
            Ballots.vote("p", "A", "B", .left),
        ]
        let images = try #require(try Analysis.summarise(votes).images.first).images
        #expect(images.map(\.name) == ["A/2", "A/10", "B/2", "B/10"])
        #expect(images.map(\.method) == ["A", "A", "B", "B"])
        #expect(images.map(\.rate.votes.shown) == [4, 1, 4, 1])
        #expect(images.map(\.rate.votes.wins) == [0, 1, 3, 0])
        #expect(images.map { try? $0.rate.votes.proportion.rate.get() } == [0, 1, 0.75, nil])
        #expect(try Analysis.summarise(Ballots.paper).images.allSatisfy(\.images.isEmpty))
    }

    @Test("fronts stand beside each other, each against all others, and alone they say so")
    func fronts() throws {
        func votes(_ person: String, _ front: String, _ choices: Choice...) -> [VoteRow] {
            choices.map { Ballots.cast(participant: person, left: "A", right: "B", choice: $0, front: front) }
        }
        let page = votes("p", "page", .left, .left, .right) + votes("q", "page", .left, .right)
        let terminal = votes("r", "terminal", .right, .right) + votes("s", "terminal", .left, .right, .right)
        let rows = try Analysis.summarise(page + terminal).fronts
        #expect(rows.map(\.method) == ["A", "A", "B", "B"])
        #expect(rows.map(\.front) == ["page", "terminal", "page", "terminal"])
        #expect(try rows[0].rate.get() == 0.6)
        #expect(abs(try rows[0].difference.get().difference - 0.4) < 1e-12)
        #expect(abs(try rows[0].difference.get().p - rows[1].difference.get().p) < 1e-12)
        let alone = try Analysis.summarise(page).fronts
        #expect(alone.map { $0.difference.mapError { $0 } } == [.failure(.oneFront), .failure(.oneFront)])
        #expect(try Analysis.summarise(Ballots.people(forA: [1, 2], of: 5)).fronts.isEmpty)
    }

    @Test("a rule that leaves out far more people than planned raises an alarm")
    func alarm() {
        func row(_ people: Int, of all: Int, planned: Double?) -> Bool? {
            FunnelRow(rule: "too_fast", people: people, votes: people, planned: planned, of: all).alarm
        }
        // Binomial, 5 % of 100: 10 or more has probability .028, 12 or more .0043.
        #expect(row(10, of: 100, planned: 0.05) == false)
        #expect(row(12, of: 100, planned: 0.05) == true)
        #expect(row(1, of: 100, planned: 0) == true)
        #expect(row(0, of: 100, planned: 0) == false)
        #expect(row(100, of: 100, planned: 1) == false)
        #expect(row(0, of: 0, planned: 0.1) == false)
        #expect(row(50, of: 100, planned: nil) == nil)
    }
}

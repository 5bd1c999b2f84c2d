import Preference
import Testing

@Suite("Side bias")
struct SideBiasTests {
    @Test("people are read together, as people and one by one")
    func byHand() throws {
        let people = [(9, 10), (10, 10), (0, 0), (5, 10)].map { Proportion(successes: $0, trials: $1) }
        let side = try SideBias.estimate(people: people, level: 0.95).get()
        #expect(side.left == Proportion(successes: 24, trials: 30))
        // 2 (C(30,0) + ... + C(30,6)) / 2^30.
        expectClose(side.naiveP, 2 * 768_212 / 0x1p30, 1e-12)
        #expect(side.clustered == ClusteredRate.estimate(people: people, level: 0.95))
        // 2 (1 + 10)/1024 and 2/1024; Holm: the smallest of three times 3, the next times 2.
        #expect(side.people.map { try? $0.get().left } == [people[0], people[1], nil, people[3]])
        #expect(side.people[2] == .failure(.noVotes))
        let decided = side.people.compactMap { try? $0.get() }
        for (person, exact) in zip(decided, [22.0 / 1024, 2.0 / 1024, 1]) { expectClose(person.exactP, exact, 1e-12) }
        for (person, holm) in zip(decided, [44.0 / 1024, 6.0 / 1024, 1]) { expectClose(person.holmP, holm, 1e-12) }
    }

    @Test("votes without persons count in the share, and take the clustered test away")
    func nameless() throws {
        let people = [Proportion(successes: 3, trials: 4)]
        let side = try SideBias.estimate(
            people: people, nameless: Proportion(successes: 1, trials: 2), level: 0.95
        ).get()
        #expect(side.left == Proportion(successes: 4, trials: 6))
        #expect(side.clustered == .failure(.noPeople))
        #expect(try SideBias.estimate(people: people, level: 0.95).get().clustered == .failure(.onePerson))
        #expect(SideBias.estimate(people: [], level: 0.95) == .failure(.noVotes))
        #expect(
            SideBias.estimate(people: [Proportion(successes: 0, trials: 0)], level: 0.95) == .failure(.noVotes),
            "only ties")
    }

    @Test(
        "first names: 1455 of 2880 chose the first, p = .5889",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        var people = Array(repeating: (first: 0, all: 0), count: 193)
        for vote in try FirstNames.comparisonsInOrder() {
            let person = try #require(vote.person)
            people[person].all += 1
            people[person].first += vote.outcome == .left ? 1 : 0
        }
        let side = try SideBias.estimate(
            people: people.map { Proportion(successes: $0.first, trials: $0.all) }, level: 0.95
        ).get()
        #expect(side.left == Proportion(successes: 1455, trials: 2880))
        #expect(abs(side.naiveP - 0.5889) < 5e-5)
        let clustered = try side.clustered.get()
        #expect(clustered.people == 192 && clustered.interval.low < 0.5 && clustered.interval.high > 0.5)
    }
}

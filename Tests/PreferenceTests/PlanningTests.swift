import Preference
import Testing

@Suite("Planning")
struct PlanningTests {
    @Test("the exact power agrees with scipy")
    func anchors() throws {
        for anchor in try fixture("binomial-anchors.json", as: Anchors.self).power {
            let power = ExactPower(rate: anchor.p_true, level: 0.95)
            expectClose(power.power(votes: anchor.n), anchor.power, 1e-9, "\(anchor)")
            let mirror = ExactPower(rate: 1 - anchor.p_true, level: 0.95)
            expectClose(mirror.power(votes: anchor.n), anchor.power, 1e-9, "\(anchor), other side")
        }
    }

    @Test("80 % power stays from 97, 54, 35, 23 votes on; the teeth first cross it at 90, 49, 30, 20")
    func sawTooth() throws {
        let anchors = try fixture("binomial-anchors.json", as: Anchors.self)
        for (rate, crossing) in [("0.65", 90), ("0.7", 49), ("0.75", 30), ("0.8", 20)] {
            let power = ExactPower(rate: try #require(Double(rate)), level: 0.95)
            let needed = power.votes(forPower: 0.8)
            #expect(needed.firstCrossing == crossing)
            #expect(needed.staysFrom == anchors.n_for_80pct_power_sawtooth_safe[rate])
            let teeth = (1...1000).map(power.power)
            #expect(teeth.firstIndex { $0 >= 0.8 }.map { $0 + 1 } == needed.firstCrossing)
            #expect(teeth.lastIndex { $0 < 0.8 }.map { $0 + 2 } == needed.staysFrom)
        }
    }

    @Test("the votes needed are those that the power at every number of votes says, at other levels and rates too")
    func everyTooth() {
        for (rate, level) in [(0.6, 0.95), (0.9, 0.99), (0.3, 0.8), (0.62, 0.9375)] {
            let power = ExactPower(rate: rate, level: level)
            let teeth = (1...600).map(power.power)
            for wish in stride(from: 0.05, to: 0.95, by: 0.01) {
                let needed = power.votes(forPower: wish)
                #expect(
                    teeth.firstIndex { $0 >= wish }.map { $0 + 1 } == needed.firstCrossing, "\(rate), \(level), \(wish)"
                )
                #expect(
                    (teeth.lastIndex { $0 < wish } ?? -1) + 2 == needed.staysFrom, "\(rate), \(level), \(wish)")
            }
        }
        #expect(ExactPower(rate: 0.7, level: 0.95).power(votes: 0) == 0)
        #expect(
            (1...5).allSatisfy { ExactPower(rate: 0.7, level: 0.95).power(votes: $0) == 0 }, "2/32 is more than 5 %")
        #expect(ExactPower(rate: 0.7, level: 0.9375).power(votes: 5) > 0, "2/32 is not more than 1/16")
    }

    @Test("nothing is missed beyond the votes that were tried, even for the smallest difference")
    func smallest() {
        let power = ExactPower(rate: 0.5 + ExactPower.leastDifference, level: 0.95)
        let needed = power.votes(forPower: 0.8)
        // (1.95996 + 0.84162)^2 / 4 / 0.001^2 by the normal approximation.
        #expect(abs(Double(needed.staysFrom) - 1_962_200) < 3000)
        #expect(power.power(votes: needed.staysFrom) >= 0.8 && power.power(votes: needed.staysFrom - 1) < 0.8)
        #expect(needed.firstCrossing < needed.staysFrom && power.power(votes: needed.firstCrossing) >= 0.8)
        #expect(power.power(votes: needed.firstCrossing - 1) < 0.8)
    }

    @Test(
        "the noncentral t agrees with scipy 1.17.1",
        arguments: [
            (1, 0.5, 12.7, 0.04371566756447743), (1, 3, 2, 0.8204375034477582), (4, 2, 2.776, 0.33590950869692404),
            (9, 3.2, 2.262, 0.8121991029840576), (21, 2.5, 2.0796, 0.6644251118406435),
            (99, -1, 1.984, 0.0015881436662750974), (5000, 3, 1.96, 0.8508064196399883),
            (7, 0, 2.36, 0.025170644137277834),
        ] as [(Double, Double, Double, Double)])
    func noncentral(degreesOfFreedom: Double, shift: Double, t: Double, expected: Double) {
        let student = NoncentralStudentDistribution(degreesOfFreedom: degreesOfFreedom, shift: shift)
        #expect(abs(student.upperTail(from: t) - expected) < 1e-8)
    }

    @Test("votes of one person that are alike need more people, and one vote a person is the exact test")
    func people() throws {
        func plan(_ votes: Int, _ correlation: Double) -> ClusteredPower {
            ClusteredPower(rate: 0.7, votesPerPerson: votes, intraclassCorrelation: correlation, level: 0.95)
        }
        expectClose(plan(20, 0.1).designEffect, 2.9, 1e-15)
        #expect(plan(1, 0.3).need(forPower: 0.8)?.people == 54)
        #expect(try #require(plan(1, 0).power(people: 49)) > 0.8)
        // All votes of a person alike are one vote.
        for people in [5, 20, 60] { #expect(plan(10, 1).power(people: people) == plan(200, 1).power(people: people)) }
        var last = 0
        for correlation in [0, 0.05, 0.1, 0.3, 0.6, 1] {
            let plan = plan(20, correlation)
            let needed = try #require(plan.need(forPower: 0.8))
            #expect(needed.people >= last && needed.isSimulated)
            #expect(needed.power >= 0.8 && plan.power(people: needed.people) == needed.power)
            #expect(try needed.people == 2 || #require(plan.power(people: needed.people - 1)) < 0.8)
            for more in 1...20 { #expect(try #require(plan.power(people: needed.people + more)) >= 0.8) }
            last = needed.people
        }
        #expect(plan(20, 0.1).power(people: 1) == 0 && plan(20, 0.1).power(people: 0) == 0)
    }

    @Test("who drops out or fails the catch trials is invited beside")
    func recruitment() {
        #expect(Recruitment(dropOut: 0, catchLoss: 0).invitations(for: 22) == 22)
        #expect(Recruitment(dropOut: 0.1, catchLoss: 0).invitations(for: 9) == 10)
        #expect(Recruitment(dropOut: 0.2, catchLoss: 0.05).invitations(for: 54) == 72, "54/0.76 = 71.05")
        for people in 1...200 {
            for share in [0.1, 0.2, 0.3, 0.7, 0.9] {
                let invited = Recruitment(dropOut: share, catchLoss: share).invitations(for: people)
                let left = Double(invited) * (1 - share) * (1 - share)
                #expect(left > Double(people) - 1e-6 && left - (1 - share) * (1 - share) < Double(people))
            }
        }
    }

    // The names are those of the fixture.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Anchors: Decodable {
        struct Power: Decodable {
            var n: Int
            var p_true: Double
            var power: Double
        }

        var power: [Power]
        var n_for_80pct_power_sawtooth_safe: [String: Int]
    }
}

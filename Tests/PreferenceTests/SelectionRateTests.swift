import Preference
import Testing

@Suite("Selection rates")
struct SelectionRateTests {
    @Test("two methods have a row each, and sides do not matter")
    func twoMethods() throws {
        let rows = SelectionRate.table(
            methods: 2,
            comparisons: [
                Comparison(left: 0, right: 1, outcome: .left, person: 4),
                Comparison(left: 1, right: 0, outcome: .left, person: 4),
                Comparison(left: 1, right: 0, outcome: .right, person: 2),
                Comparison(left: 0, right: 1, outcome: .tie, person: 9),
                Comparison(left: 0, right: 1, outcome: .left, person: 2, count: 5),
            ])
        #expect(rows.map(\.method) == [0, 1] && rows.map(\.against) == [1, 0])
        #expect(rows.map(\.wins) == [7, 1] && rows.map(\.losses) == [1, 7] && rows.map(\.ties) == [1, 1])
        #expect(
            rows[0].people == [
                Proportion(successes: 6, trials: 6), Proportion(successes: 1, trials: 2),
                Proportion(successes: 0, trials: 0),
            ])
        #expect(rows[0].proportion == Proportion(successes: 7, trials: 8))
        let (one, other) = (try rows[0].clustered(level: 0.9).get(), try rows[1].clustered(level: 0.9).get())
        expectClose(one.rate + other.rate, 1, 1e-15)
        expectClose(one.interval.low, 1 - other.interval.high, 1e-13)
        #expect(one.errorCR2 == other.errorCR2 && one.p == other.p)
    }

    @Test("more methods have rows for each ordered pair and against all others")
    func threeMethods() {
        let rows = SelectionRate.table(
            methods: 3,
            comparisons: [
                Comparison(left: 0, right: 1, outcome: .left, person: 0),
                Comparison(left: 2, right: 0, outcome: .left, person: 0),
                Comparison(left: 1, right: 2, outcome: .tie, person: 1),
            ])
        #expect(rows.map(\.method) == [0, 0, 0, 1, 1, 1, 2, 2, 2])
        #expect(rows.map(\.against) == [1, 2, nil, 0, 2, nil, 0, 1, nil])
        #expect(rows.map(\.wins) == [1, 0, 1, 0, 0, 0, 1, 0, 1])
        #expect(rows.map(\.losses) == [0, 1, 1, 1, 0, 1, 0, 0, 0])
        #expect(rows.map(\.ties) == [0, 0, 0, 0, 1, 1, 0, 1, 1])
        #expect(rows[2].people == [Proportion(successes: 1, trials: 2)], "one person in both pairs is one person")
        #expect(rows[4].proportion.rate == .failure(.noVotes) && rows[4].clustered(level: 0.95) == .failure(.noVotes))
    }

    @Test("votes without persons have no error by people, and say so")
    func nameless() {
        let rows = SelectionRate.table(
            methods: 2,
            comparisons: [
                Comparison(left: 0, right: 1, outcome: .left, person: nil, count: 17),
                Comparison(left: 0, right: 1, outcome: .right, person: 1, count: 5),
            ])
        #expect(rows[0].proportion == Proportion(successes: 17, trials: 22))
        #expect(rows[0].clustered(level: 0.95) == .failure(.noPeople))
        #expect(
            SelectionRate.table(methods: 2, comparisons: []).map { $0.clustered(level: 0.95) } == [
                .failure(.noVotes), .failure(.noVotes),
            ])
    }
}

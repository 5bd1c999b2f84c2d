import TestKit
import Testing

@testable import Reports

@Suite("Charts")
struct ChartTests {
    @Test(
        "marks are multiples of 1, 2 or 5 and enclose the range",
        arguments: [
            (0.0, 4.8, 1.0, 0.0, 5.0), (0, 97, 20, 0, 100), (0.00065, 0.0042, 0.001, 0, 0.005), (-3, 3, 2, -4, 4),
            (42, 75, 10, 40, 80), (0, 1, 0.2, 0, 1), (113_000, 114_000, 200, 113_000, 114_000),
            (1e-9, 3e-9, 5e-10, 1e-9, 3e-9),
        ])
    func marks(low: Double, high: Double, step: Double, first: Double, last: Double) {
        let ticks = NiceTicks(enclosing: low, high, about: 5)
        #expect(abs(ticks.step / step - 1) < 1e-9 && ticks.values.count <= 8)
        #expect(abs(ticks.values[0] - first) < step / 1e6)
        #expect(abs(ticks.values[ticks.values.count - 1] - last) < step / 1e6)
    }

    @Test("marks have as many decimals as they need")
    func labels() {
        func labels(_ low: Double, _ high: Double) -> [String] {
            let ticks = NiceTicks(enclosing: low, high, about: 5)
            return ticks.values.map(ticks.label)
        }
        #expect(labels(0, 1) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(labels(0, 90) == ["0", "20", "40", "60", "80", "100"])
        #expect(labels(0.00068, 0.00071) == ["0.00068", "0.00069", "0.00070", "0.00071"])
    }

    @Test("an axis of epochs has whole marks within its ends, however few there are")
    func counts() {
        #expect(ChartAxis("epoch", counts: Array(1...40)).marks == [5, 10, 15, 20, 25, 30, 35, 40])
        #expect(ChartAxis("epoch", counts: [1, 2]).marks == [1, 2])
        let one = ChartAxis("epoch", counts: [7])
        #expect(one.marks == [7] && one.share(of: 7) == 0.5)
    }

    @Test("an axis of values begins at 0, unless they lie close together; equal values stand inside of it")
    func values() {
        #expect(ChartAxis("nats", values: [0.4, 4.8]).low == 0)
        #expect(ChartAxis("mean squared error", values: [0.00068, 0.00071]).low > 0)
        #expect(ChartAxis("images a second", values: [80, 81], fromZero: true).low == 0)
        for value in [-3.0, 0, 5] {
            let axis = ChartAxis("nats", values: [value, value])
            #expect(axis.low <= value && value <= axis.high && axis.low < axis.high)
        }
    }

    @Test("a chart is one drawing with its axes, lines and their names")
    func drawing() throws {
        let chart = LineChart(
            title: "Losses of <stage 1>", x: ChartAxis("epoch", counts: [1, 2, 3]),
            y: ChartAxis("nats", values: [0.5, 4]),
            lines: [
                .init(
                    name: "discriminator", points: [.init(x: 1, y: 0.5), .init(x: 2, y: 1), .init(x: 3, y: 0.75)]),
                .init(name: "generator", points: [.init(x: 1, y: 4), .init(x: 2, y: 2), .init(x: 3, y: 3)]),
            ])
        try expectGolden(chart.svg(width: chart.ownWidth) + "\n", "losses.svg")
    }
}

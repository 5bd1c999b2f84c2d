import Preference
import Study

@testable import Reports

/// Made-up charts for the tests: each kind, of so many methods or people.
enum SampleCharts {
    /// Names that a page must bear.
    static let names = [
        "A", "DCGAN 64 + SRCNN", "<script>alert('x')</script> & \"more\"", "多段GAN 128 → 256、とても長い名前の方法です",
        "a method with a very long name that goes on and on\nand on", "مرحبا بالعالم", "", "👩‍👩‍👧‍👦",
    ]

    static func name(_ index: Int) -> String {
        index < names.count ? names[index] : "\(names[index % names.count]) \(index)"
    }

    static func all(_ count: Int, _ language: Language = .english) -> [any Chart] {
        let words = ReportTexts.of(language)
        return [
            forest(count, words), jod(count, words), funnel(count, words), times(words), sides(count, words),
            evidence(count, words), cost(count, words), losses(count),
        ]
    }

    static func forest(_ count: Int, _ words: ReportTexts) -> ForestPlot {
        ForestPlot(
            title: "Rates",
            rows: (0..<count).map {
                .init(
                    heading: $0.isMultiple(of: 7) ? "condition \(name($0))" : nil, label: name($0),
                    rate: rate(80 - 60 * Double($0) / Double(count), half: 6))
            }, level: 0.95, words: words)
    }

    static func jod(_ count: Int, _ words: ReportTexts) -> JODScale {
        JODScale(
            title: "Methods",
            items: (0..<count).map { index in
                let place = Double(index * 37 % 60) / 10 - 3
                return .init(
                    label: name(index),
                    place: index == 4
                        ? ChartEstimate(nil, why: "never compared")
                        : ChartEstimate(place, interval: Interval(low: place - 0.4, high: place + 0.3)))
            },
            groups: (0..<count).map { first in [first, (first + 1) % count, (first + 5) % count] }, level: 0.95,
            words: words)
    }

    static func funnel(_ count: Int, _ words: ReportTexts) -> FunnelChart {
        FunnelChart(
            title: "Left out", votes: 22_000,
            steps: (0..<min(count, 6)).map { index in
                .init(
                    rule: name(index), votes: 2500, people: 12 + index, share: index == 3 ? nil : 0.1,
                    planned: index.isMultiple(of: 2) ? 0.05 : nil, alarm: index == 2)
            }, words: words)
    }

    static func times(_ words: ReportTexts) -> ResponseTimeHistogram {
        let times = (0..<2000).map { (milliseconds: 200 + $0 * $0 / 900, votes: 1) } + [(90, 40)]
        return ResponseTimeHistogram(
            title: "Times", classes: ResponseTimeHistogram.classes(times),
            median: ResponseTimeHistogram.median(times), tooFast: 0.2, words: words)
    }

    static func sides(_ count: Int, _ words: ReportTexts) -> SideBiasChart {
        SideBiasChart(
            title: "Sides", pooled: rate(52, half: 3),
            people: (0..<count * 10).map { .init(share: Double($0 * 61 % 101), isBiased: $0 % 31 == 0) }, level: 0.95,
            words: words)
    }

    static func evidence(_ count: Int, _ words: ReportTexts) -> EvidenceChart {
        let points = (1...count * 20).map { people in
            EvidenceChart.Point(people: people, logE: Double(people) / 8 - 2)
        }
        let looks = points.map { point in
            let people = Double(point.people)
            return EvidenceChart.Look(
                people: point.people, interval: Interval(low: 60 - 60 / people, high: 62 + 38 / people))
        }
        return EvidenceChart(
            title: "Evidence", lines: (0..<min(count, 3)).map { .init(name: name($0), points: points) },
            looks: looks, level: 0.95, alpha: 0.05, words: words)
    }

    static func losses(_ count: Int) -> LineChart {
        LineChart(
            title: "Losses", x: ChartAxis("epoch", counts: Array(1...count)),
            y: ChartAxis("nats", values: (0..<count).map { Double($0 * 37 % 50) / 10 }),
            lines: (0..<min(count, 3)).map { line in
                .init(
                    name: name(line + 1),
                    points: (0..<count).map {
                        .init(x: Double($0 + 1), y: Double($0 * 37 % 50) / 10 / Double(line + 1))
                    })
            })
    }

    static func cost(_ count: Int, _ words: ReportTexts) -> CostChart {
        CostChart(
            title: "Cost",
            items: (0..<count).map {
                .init(label: name($0), hours: Double($0 * 41 % 90), rate: rate(Double(30 + $0 * 13 % 50), half: 5))
            }, level: 0.95, words: words)
    }

    private static func rate(_ value: Double, half: Double) -> ChartEstimate {
        ChartEstimate(
            value, interval: Interval(low: value - half, high: value + half),
            naive: Interval(low: value - half / 2, high: value + half / 2))
    }
}

import Analysis
import Preference

extension ReportTables {
    /// How consistent people are and how far they agree, a row a statistic and a column a condition.
    var consistency: SectionTable {
        let conditions = summary.consistency.map(\.condition)
        let columns =
            [TextTable.Column(heading: words.statistic, isNumber: false)]
            + conditions.map { .init(heading: $0 ?? words.allConditions) }
        // With two methods nobody asks whether three of them fit together.
        let triples = summary.conditions.contains { $0.methods.count > 2 } ? triads + transitivity : []
        let rows = repeats + triples + agreement
        return SectionTable(columns, summary.votes.counted > 0 ? rows : [], caption: words.consistency)
    }

    private var repeats: [[String]] {
        [
            [words.repeatsAlike]
                + summary.consistency.map { tableWords.cell($0.repeats) { Self.share($0.alike) } }
        ]
    }

    private var triads: [[String]] {
        let sections = summary.consistency
        return [
            [words.triadsMean] + sections.map { tableWords.cell($0.triads) { NumberText.fixed($0.mean, 3) } },
            [words.withoutTriads]
                + sections.map { tableWords.cell($0.triads) { "\($0.peopleWithNone) / \($0.people.count)" } },
        ]
    }

    private var transitivity: [[String]] {
        func row(_ name: String, _ violations: (StochasticTransitivity) -> Int) -> [String] {
            [name]
                + summary.consistency.map { section in
                    tableWords.cell(section.transitivity) { "\(violations($0)) / \($0.triples)" }
                }
        }
        return [row(words.weak) { $0.weak }, row(words.moderate) { $0.moderate }, row(words.strong) { $0.strong }]
    }

    private var agreement: [[String]] {
        let sections = summary.agreement
        return [
            [words.alpha]
                + sections.map { section in
                    tableWords.cell(section.alpha) { alpha in
                        let interval = tableWords.cell(alpha.interval.mapError(Missing.init)) {
                            NumberText.signed($0, 3)
                        }
                        return "\(NumberText.signed(alpha.alpha, 3)) (\(interval))"
                    }
                },
            [words.kendallU]
                + sections.map { section in
                    tableWords.cell(section.kendallU) {
                        "\(NumberText.signed($0.u, 3)) (\($0.people) / \($0.people + $0.incomplete))"
                    }
                },
        ]
    }

    /// `61 / 72 (84.7 %)`.
    private static func share(_ proportion: Proportion) -> String {
        let percent = (try? proportion.rate.get()).map { " (\(NumberText.percent($0)) %)" } ?? ""
        return "\(proportion.successes) / \(proportion.trials)\(percent)"
    }
}

import Analysis
import Preference

extension ReportTables {
    /// How consistent people are and how far they agree, a row a statistic and a column a condition. A terminal leaves
    /// statistics out that exist under no condition, and has three of them in one row.
    var consistency: Table {
        let columns =
            [Table.Column(words[.statistic], .left)]
            + summary.consistency.map { .init($0.condition ?? words[.allVotes]) }
        return Table(columns, summary.votes.counted > 0 ? statistics : [], caption: words[.consistency])
    }

    private var statistics: [[Table.Cell]] {
        // With two methods nobody asks whether three of them fit together.
        let triples = summary.conditions.contains { $0.methods.count > 2 }
        return repeats + (triples ? triads + transitivity : []) + agreement
    }

    /// A row, with a cell of each value.
    private func row<Value>(
        _ name: String, _ values: [Result<Value, Missing>], _ text: (Value) -> Table.Cell
    ) -> [Table.Cell] {
        [.text(name)]
            + values.map { value in
                words.cell(value, text).naming(name)
            }
    }

    private var repeats: [[Table.Cell]] {
        [row(words[.repeatsAlike], summary.consistency.map(\.repeats)) { .text(share($0.alike)) }]
    }

    private var triads: [[Table.Cell]] {
        let triads = summary.consistency.map(\.triads)
        return [
            row(words[.triadsMean], triads) { .number($0.mean, .fixed(3)) },
            row(words[.withoutTriads], triads) { .text(part($0.peopleWithNone, of: $0.people.count)) },
        ]
    }

    private var transitivity: [[Table.Cell]] {
        let transitivity = summary.consistency.map(\.transitivity)
        guard !isInTerminal else {
            return [
                row(words[.terminalTransitivity], transitivity) {
                    .text("\($0.weak), \($0.moderate), " + part($0.strong, of: $0.triples))
                }
            ]
        }
        return [
            row(words[.weak], transitivity) { .text(part($0.weak, of: $0.triples)) },
            row(words[.moderate], transitivity) { .text(part($0.moderate, of: $0.triples)) },
            row(words[.strong], transitivity) { .text(part($0.strong, of: $0.triples)) },
        ]
    }

    private var agreement: [[Table.Cell]] {
        let alpha = summary.agreement.map(\.alpha)
        let alphas =
            isInTerminal
            ? [
                row(words[.alpha], alpha) { .number($0.alpha, .signed(3)) },
                alphaIntervals,
            ]
            : [
                row(words[.alpha], alpha) { alpha in
                    .estimate(
                        alpha.alpha, alpha.interval.mapError { .init(words.why(Missing($0))) }, .signed(3))
                }
            ]
        return alphas + [
            row(words[.kendallU], summary.agreement.map(\.kendallU)) {
                .text("\(NumberText.signed($0.u, 3)) (\(part($0.people, of: $0.people + $0.incomplete)))")
            }
        ]
    }

    /// The intervals of alpha in a row of their own; where there is no alpha, its row says why.
    private var alphaIntervals: [Table.Cell] {
        let name = words(.terminalAlphaInterval, ["level": level])
        return [.text(name)]
            + summary.agreement.map { section in
                guard let alpha = section.alpha.value else { return .none }
                return words.cell(alpha.interval.mapError(Missing.init)) { .interval($0, .signed(3)) }.naming(name)
            }
    }

    /// `61 / 72 (84.7 %)`.
    private func share(_ proportion: Proportion) -> String {
        let percent = (try? proportion.rate.get()).map { " (\(NumberText.percent($0)) %)" } ?? ""
        return part(proportion.successes, of: proportion.trials) + percent
    }
}

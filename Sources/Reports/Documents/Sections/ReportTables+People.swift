import Analysis
import Preference

extension ReportTables {
    /// How often each side was chosen, under each condition with such votes; in a terminal also the order effect, which a
    /// page has beside the strengths.
    var sides: Table {
        let rows = zip(summary.sides, summary.bradleyTerry).filter { $0.0.left + $0.0.right > 0 }
        typealias Row = (side: SideSection, strengths: BradleyTerrySection)
        let fields: [Table.Field<Row>] = [
            .init(words[.condition], .left) { .text($0.side.condition ?? noCondition) },
            .init(words[.left]) { .count($0.side.left) },
            .init(words[.right]) { .count($0.side.right) },
            .init(words[.leftShare], unit: "[%]", brief: words[.terminalLeftShare]) {
                ($0.side.bias.value.flatMap { try? $0.left.rate.get() }).map { .number($0, .percent) } ?? .none
            },
            intervalField { words.cell($0.side.clustered) { .interval($0.interval, .percent) } },
            pField { $0.side.clustered.value?.p },
            .init(words[.exactP], in: .page) { $0.side.bias.value.map { .number($0.naiveP, .p) } ?? .none },
            .init(words[.biasedPeople], brief: words[.terminalBiasedPeople]) { row in
                let judged = row.side.bias.value?.people.compactMap { try? $0.get() } ?? []
                let biased = judged.count { $0.holmP < 1 - summary.level }
                return judged.isEmpty ? .none : .text(part(biased, of: judged.count))
            },
        ]
        return Table(fields + orderEffectFields(\.strengths), rows.map { $0 }, caption: words[.sides])
    }

    /// What votes without a condition stand under.
    private var noCondition: String { isInTerminal ? words[.allVotes] : NumberText.none }

    private func orderEffectFields<Row>(
        _ section: @escaping (Row) -> BradleyTerrySection
    ) -> [Table.Field<Row>] {
        func effect(_ row: Row) -> Result<LogOddsEstimate, Missing> {
            section(row).estimate.flatMap { $0.orderEffect.mapError(Missing.init) }
        }
        return [
            .init(words[.terminalOrderEffect], in: .terminal) {
                words.cell(effect($0)) { .number($0.value, .signed(3)) }
            },
            .init(words[.terminalP], what: words[.terminalOrderEffectP], in: .terminal) { row in
                effect(row).value.map { words.cell($0.p.mapError(Missing.init)) { .number($0, .p) } } ?? .none
            },
        ]
    }

    /// How long answers took, by front.
    var times: Table {
        Table(
            [
                .init(words[.front], .left) { .text($0.front.map(words.front) ?? NumberText.none) },
                .init(words[.votes]) { .count($0.times.reduce(0) { $0 + $1.votes }) },
                .init(words[.median], unit: words[.seconds]) { times in
                    let measured = times.times.map { (milliseconds: $0.milliseconds, votes: $0.votes) }
                    return ResponseTimeHistogram.median(measured).map { .number($0, .significant(3)) } ?? .none
                },
                .init(words[.tooFast]) { times in
                    times.tooFastMilliseconds.map { bound in
                        .count(times.times.reduce(0) { $0 + ($1.milliseconds < bound ? $1.votes : 0) })
                    } ?? .none
                },
            ], contents.times, caption: words[.times])
    }
}

extension SideSection {
    /// The share of the left side with people as the unit.
    fileprivate var clustered: Result<ClusteredRate, Missing> {
        bias.flatMap { $0.clustered.mapError(Missing.init) }
    }
}

import Analysis
import Preference

extension ReportTables {
    /// The methods of a condition on one scale, the strongest first.
    func strengths(_ section: BradleyTerrySection, _ places: ThurstoneSection) -> Table {
        let estimate = section.estimate.value
        let fields: [Table.Field<Int>] = [
            .init(words[.method], .left) { .text(label(section.methods[$0])) }
        ]
        guard let estimate else { return Table(fields, []) }
        let strengths = logOddsFields(words[.logStrength], brief: words[.logStrength]) { estimate.strengths[$0] }
        return Table(
            fields + strengths + [
                .init(words[.bootstrap], in: .page) { item in
                    estimate.strengths[item].isOfReference
                        ? .none
                        : words.cell(section.bootstrap) { .interval($0.strengths[item].interval, .signed(3)) }
                },
                .init("JOD") { item in
                    words.cell(places.items) { .number(Thurstone.jod($0[item].value), .signed(2)) }
                },
                .init(words[.alike], isInTerminal ? .right : .left, what: words[.terminalAlikeName]) { item in
                    words.cell(estimate.letters) { .text($0?[item] ?? (isInTerminal ? "--json" : "JSON")) }
                },
            ], estimate.order, caption: title(words[.bradleyTerry], section.condition))
    }

    /// The differences of all pairs of more than two methods.
    func strengthPairs(_ section: BradleyTerrySection) -> Table {
        let pairs = section.methods.count > 2 ? section.estimate.value?.pairs ?? [] : []
        return Table(
            [
                .init(words[.method], .left) { .text(label(section.methods[$0.a])) },
                .init(words[.against], .left) { .text(label(section.methods[$0.b])) },
            ] + logOddsFields(words[.difference], \.difference) + [
                .init(words[.pByPerson]) { pair in
                    words.cell(pair.difference.p.mapError(Missing.init)) { .number($0, .p) }
                },
                .init(words[.holmP]) { pair in words.cell(pair.pHolm.mapError(Missing.init)) { .number($0, .p) } },
            ], pairs)
    }

    /// The order effect of a condition in a sentence; nil where it does not exist.
    func orderEffect(_ section: BradleyTerrySection) -> String? {
        guard let effect = section.estimate.value.flatMap({ try? $0.orderEffect.get() }) else { return nil }
        let p = (try? effect.p.get()).map { words[.comma] + NumberText.named(p: $0) } ?? ""
        return
            "\(words[.orderEffect])\(words[.colon])\(NumberText.signed(effect.value, 3)) (\(interval(effect).text))\(p)"
    }

    /// Why the methods of a condition have no common scale, with the names that it is about; nil where they have one.
    func refusal(_ section: BradleyTerrySection) -> String? {
        refusalReason(section).map { reason in
            "\(title(words[.scale], section.condition))\(words[.colon])\(NumberText.none) (\(reason))"
        }
    }

    /// The reason alone, with the names.
    func refusalReason(_ section: BradleyTerrySection) -> String? {
        guard let why = section.estimate.why else { return nil }
        let groups =
            switch why {
            case .undefined(.disconnected): section.components
            case .undefined(.separated): section.undefeated
            default: [[String]]()
            }
        let names = groups.map { $0.map(label).joined(separator: words[.comma]) }.joined(separator: " | ")
        return words.why(why) + (names.isEmpty ? "" : words[.colon] + names)
    }

    /// Value, interval by person and naive error of a log-odds; the reference has none.
    private func logOddsFields<Row>(
        _ heading: String, brief shown: String? = nil, _ estimate: @escaping (Row) -> LogOddsEstimate
    ) -> [Table.Field<Row>] {
        [
            .init(heading, brief: shown) { .number(estimate($0).value, .signed(3)) },
            intervalField(unit: words[.unitByPerson]) { interval(estimate($0)) },
            .init(words[.naiveError], in: .page) {
                estimate($0).isOfReference ? .none : .number(estimate($0).errorNaive, .fixed(3))
            },
        ]
    }

    private func interval(_ estimate: LogOddsEstimate) -> Table.Cell {
        estimate.isOfReference
            ? .text(words[.reference]) : words.cell(estimate.intervalByPerson) { .interval($0, .signed(3)) }
    }
}

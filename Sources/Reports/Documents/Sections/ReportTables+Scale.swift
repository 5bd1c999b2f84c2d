import Analysis
import Preference

extension ReportTables {
    /// The methods of a condition on one scale, the strongest first.
    func strengths(_ section: BradleyTerrySection, _ places: ThurstoneSection) -> SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.method, isNumber: false), .init(heading: words.logStrength),
            .init(heading: tableWords.interval(level), unit: words.unitByPerson), .init(heading: words.naiveError),
            .init(heading: words.bootstrap), .init(heading: "JOD"), .init(heading: words.alike, isNumber: false),
        ]
        guard let estimate = section.estimate.value else { return SectionTable(columns, []) }
        let rows = estimate.order.map { item in
            let strength = estimate.strengths[item]
            return [label(section.methods[item])] + cells(of: strength) + [
                strength.isOfReference
                    ? NumberText.none
                    : tableWords.cell(section.bootstrap) { NumberText.signed($0.strengths[item].interval, 3) },
                tableWords.cell(places.items) { NumberText.signed(Thurstone.jod($0[item].value), 2) },
                tableWords.cell(estimate.letters) { $0?[item] ?? "JSON" },
            ]
        }
        return SectionTable(columns, rows, caption: title(words.bradleyTerry, section.condition))
    }

    /// The differences of all pairs of more than two methods.
    func strengthPairs(_ section: BradleyTerrySection) -> SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.method, isNumber: false), .init(heading: tableWords.against, isNumber: false),
            .init(heading: words.difference), .init(heading: tableWords.interval(level), unit: words.unitByPerson),
            .init(heading: words.naiveError), .init(heading: tableWords.pByPerson), .init(heading: words.holmP),
        ]
        let pairs = section.methods.count > 2 ? section.estimate.value?.pairs ?? [] : []
        return SectionTable(
            columns,
            pairs.map { pair in
                [label(section.methods[pair.a]), label(section.methods[pair.b])] + cells(of: pair.difference) + [
                    tableWords.cell(pair.difference.p.mapError(Missing.init), NumberText.p),
                    tableWords.cell(pair.pHolm.mapError(Missing.init), NumberText.p),
                ]
            })
    }

    /// The order effect of a condition in a sentence; nil where it does not exist.
    func orderEffect(_ section: BradleyTerrySection) -> String? {
        guard let effect = section.estimate.value.flatMap({ try? $0.orderEffect.get() }) else { return nil }
        let p = (try? effect.p.get()).map { words.comma + NumberText.named(p: $0) } ?? ""
        return "\(words.orderEffect)\(words.colon)\(NumberText.signed(effect.value, 3)) (\(cells(of: effect)[1]))\(p)"
    }

    /// Why the methods of a condition have no common scale, with the names that it is about; nil where they have one.
    func refusal(_ section: BradleyTerrySection) -> String? {
        guard let why = section.estimate.why else { return nil }
        let groups =
            switch why {
            case .undefined(.disconnected): section.components
            case .undefined(.separated): section.undefeated
            default: [[String]]()
            }
        let names = groups.map { $0.map(label).joined(separator: words.comma) }.joined(separator: " | ")
        let reason = tableWords.why(why) + (names.isEmpty ? "" : words.colon + names)
        return "\(title(words.scale, section.condition))\(words.colon)\(NumberText.none) (\(reason))"
    }

    /// Value, interval by person and naive error of a log-odds; the reference has none.
    private func cells(of estimate: LogOddsEstimate) -> [String] {
        guard !estimate.isOfReference else {
            return [NumberText.signed(estimate.value, 3), words.reference, NumberText.none]
        }
        return [
            NumberText.signed(estimate.value, 3),
            tableWords.cell(estimate.intervalByPerson) { NumberText.signed($0, 3) },
            NumberText.fixed(estimate.errorNaive, 3),
        ]
    }
}

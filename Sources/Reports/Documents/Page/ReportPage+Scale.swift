import Preference

extension ReportPage {
    /// The methods of each condition on one scale: places in JOD as a figure, strengths by person as a table.
    var scales: Section {
        let blocks = zip(summary.thurstone, summary.bradleyTerry).enumerated().flatMap { index, sections in
            // One reason is enough where neither exists.
            guard sections.0.items.value != nil || sections.1.estimate.value != nil else {
                return [missing(sections.1)]
            }
            return [places(sections.0, sections.1, note: index == 0 ? words.scaleNote : ""), strengths(sections.1)]
        }
        return Section("scale", words.scale, summary.rates.isEmpty ? [] : blocks)
    }

    /// Why the methods of a condition have no common scale, with the names that it is about.
    private func missing(_ section: BradleyTerrySection) -> String {
        guard let why = section.estimate.why else { return "" }
        let groups =
            switch why {
            case .disconnected: section.components
            case .separated: section.undefeated
            default: [[String]]()
            }
        let names = groups.map { $0.map(label).joined(separator: words.comma) }.joined(separator: " | ")
        let reason = tableWords.why(why) + (names.isEmpty ? "" : words.colon + names)
        return HTML.paragraph("\(title(words.scale, section.condition))\(words.colon)\(NumberText.none) (\(reason))")
    }

    private func places(_ section: ThurstoneSection, _ strengths: BradleyTerrySection, note: String) -> String {
        guard let items = section.items.value else { return "" }
        let half = NormalDistribution.quantile(upperTail: (1 - summary.level) / 2)
        let chart = JODScale(
            title: title(words.scale, section.condition),
            items: items.map { item in
                let (place, error) = (Thurstone.jod(item.value), Thurstone.jod(item.error))
                return .init(
                    label: label(item.method),
                    place: ChartEstimate(
                        place,
                        naive: error > 0 ? Interval(low: place - half * error, high: place + half * error) : nil))
            }, groups: strengths.estimate.value.flatMap { try? $0.groups.get() } ?? [], level: summary.level,
            words: chartWords)
        return figure(
            chart, caption: name(section.condition), note: note, watermark: watermark(of: section.condition))
    }

    private func strengths(_ section: BradleyTerrySection) -> String {
        guard let estimate = section.estimate.value else { return missing(section) }
        let order = estimate.strengths.indices.sorted {
            (estimate.strengths[$0].value, $1) > (estimate.strengths[$1].value, $0)
        }
        let rows = order.map { place in
            [label(section.methods[place])] + cells(of: estimate.strengths[place])
        }
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.method, isNumber: false), .init(heading: words.logStrength),
            .init(heading: tableWords.interval(level), unit: words.unitByPerson), .init(heading: words.naiveError),
        ]
        let table = HTML.table(columns: columns, rows: rows, caption: title(words.bradleyTerry, section.condition))
        return [table, order.count > 2 ? pairs(section, estimate) : "", orderEffect(estimate)]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Value, interval by person and naive error of a log-odds.
    private func cells(of estimate: LogOddsEstimate) -> [String] {
        [
            NumberText.signed(estimate.value, 3),
            tableWords.cell(estimate.clustered.mapError(Missing.init)) { _ in
                (try? estimate.interval.get()).map(Self.logOdds) ?? NumberText.none
            }, NumberText.fixed(estimate.errorNaive, 3),
        ]
    }

    private func pairs(_ section: BradleyTerrySection, _ estimate: BradleyTerryInference) -> String {
        let rows = estimate.pairs.map { pair in
            [label(section.methods[pair.a]), label(section.methods[pair.b])] + cells(of: pair.difference) + [
                tableWords.cell(pair.difference.p.mapError(Missing.init), NumberText.p),
                tableWords.cell(pair.pHolm.mapError(Missing.init), NumberText.p),
            ]
        }
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.method, isNumber: false), .init(heading: tableWords.against, isNumber: false),
            .init(heading: words.difference),
            .init(heading: tableWords.interval(level), unit: words.unitByPerson), .init(heading: words.naiveError),
            .init(heading: tableWords.pByPerson), .init(heading: words.holmP),
        ]
        return HTML.folded(words.strengthPairs(rows.count), HTML.table(columns: columns, rows: rows))
    }

    private func orderEffect(_ estimate: BradleyTerryInference) -> String {
        guard let effect = try? estimate.orderEffect.get() else { return "" }
        let interval = cells(of: effect)[1]
        let p = (try? effect.p.get()).map { words.comma + NumberText.named(p: $0) } ?? ""
        return HTML.paragraph(
            "\(words.orderEffect)\(words.colon)\(NumberText.signed(effect.value, 3)) (\(interval))\(p)", style: "note")
    }

    /// An interval of log-odds: `−0.312 … 0.120`.
    private static func logOdds(_ interval: Interval) -> String {
        "\(NumberText.signed(interval.low, 3)) … \(NumberText.signed(interval.high, 3))"
    }
}

import Analysis
import Preference

extension ReportPage {
    /// The methods of each condition on one scale: places in JOD as a figure, strengths by person as a table.
    var scales: Section {
        let blocks = zip(summary.thurstone, summary.bradleyTerry).enumerated().flatMap { index, sections in
            // One reason is enough where neither exists.
            guard sections.0.items.value != nil || sections.1.estimate.value != nil else {
                return [HTML.paragraph(told.refusal(sections.1) ?? "")]
            }
            return [
                places(sections.0, sections.1, note: index == 0 ? words[.jodNote] + words.gap + words[.scaleNote] : ""),
                strengths(sections.1, sections.0),
            ]
        }
        return Section("scale", words[.scale], summary.rates.isEmpty ? [] : blocks)
    }

    private func places(_ section: ThurstoneSection, _ strengths: BradleyTerrySection, note: String) -> String {
        guard let estimates = section.estimates.value, let items = section.items.value else { return "" }
        let half = NormalDistribution.quantile(upperTail: (1 - summary.level) / 2)
        let chart = JODScale(
            title: title(words[.scale], section.condition),
            items: zip(items, estimates).map { item, estimate in
                let interval = estimate.intervalByPerson
                let naive = half * estimate.errorNaive
                let bounds = Interval(low: item.value - naive, high: item.value + naive)
                // The method that the others are relative to has no error to show.
                let place =
                    estimate.isOfReference
                    ? ChartEstimate(Thurstone.jod(item.value))
                    : ChartEstimate(
                        Thurstone.jod(item.value), interval: interval.value.map(Thurstone.jod),
                        naive: Thurstone.jod(bounds), why: interval.why.map(words.why) ?? "")
                return .init(label: label(item.method), place: place)
            }, groups: strengths.estimate.value.flatMap { try? $0.groups.get() } ?? [], level: summary.level,
            words: words)
        return HTML.figure(
            chart, caption: name(section.condition), note: note, watermark: watermark(of: section.condition))
    }

    private func strengths(_ section: BradleyTerrySection, _ places: ThurstoneSection) -> String {
        guard section.estimate.value != nil else { return HTML.paragraph(told.refusal(section) ?? "") }
        let pairs = told.strengthPairs(section)
        return [
            told.strengths(section, places).html,
            pairs.rows.isEmpty ? "" : HTML.folded(words(.strengthPairs, ["count": "\(pairs.rows.count)"]), pairs.html),
            HTML.paragraph(told.orderEffect(section) ?? "", style: "note"),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

import Analysis

extension ReportTables {
    /// With more methods than this single pairs are left to the JSON.
    private static let mostMethodsInPairs = 4

    /// The parts of the Markdown after the paper's tables, each with its heading; those that nothing can be said of are
    /// left out.
    var markdown: [String] {
        [
            section(words[.rates], rateParts),
            section(words[.hypotheses], note(words[.hypothesesNote], [hypotheses])),
            section(words[.scale], scaleParts),
            section(
                words[.comparisons],
                note(words[.comparisonsNote], [comparisons(summary.tellingComparisons)])
                    + (hiddenComparisons > 0 ? [words(.moreComparisons, ["count": "\(hiddenComparisons)"])] : [])),
            section(words[.images], imageParts),
            section(
                words[.exclusions],
                (nothingLeftOut.map { [Markdown.escaped($0)] }
                    ?? alarms.map { "**▲ \(Markdown.escaped($0))**" } + [funnel.markdown, withAndWithout.markdown])
                    + [failedImages, timeouts, boardViews, reportedImages].compactMap { $0.map(Markdown.escaped) }),
            section(
                words[.peopleAnswered],
                [times.markdown, sides.markdown, consistency.markdown]
                    + summary.unitNotes(words).map(Markdown.escaped)),
            section(
                words[.answers],
                [answers.markdown, refusals.map(Markdown.escaped) ?? ""]
                    + note(words[.subgroupsNote], [subgroups(summary.subgroups)])),
            section(
                words[.evidence], note(lastEvidenceNote, [evidence(evidenceRows)])),
            section(words[.fronts], note(words[.frontsNote], [fronts(summary.fronts)])),
        ].flatMap(\.self)
    }

    private func section(_ heading: String, _ blocks: [String]) -> [String] {
        let blocks = blocks.filter { !$0.isEmpty }
        return blocks.isEmpty ? [] : ["## \(heading)"] + blocks
    }

    /// Tables with a sentence before them; nothing without rows.
    private func note(_ note: String, _ tables: [Table]) -> [String] {
        let tables = tables.map(\.markdown).filter { !$0.isEmpty }
        return tables.isEmpty ? [] : [note] + tables
    }

    private func isShown(_ condition: String?) -> Bool {
        summary.conditions.contains { $0.name == condition && $0.methods.count <= Self.mostMethodsInPairs }
    }

    private var rateParts: [String] {
        guard !summary.rates.isEmpty else { return [words[.noRates]] }
        let shown = summary.rates.filter { !isPair($0) || isShown($0.condition) }
        let hidden = summary.rates.count - shown.count
        var robust = robust(summary.rates.filter { !isPair($0) })
        robust.caption = words[.robust]
        return [
            rates(shown).markdown,
            hidden > 0 ? "\(words(.pairs, ["count": "\(hidden)"]))\(words[.colon])report.json" : "", robust.markdown,
        ]
    }

    private var lastEvidenceNote: String {
        words(
            .lastEvidenceNote,
            [
                "enough": EValueText.enough(alpha: summary.evidenceAlpha),
                "alpha": NumberText.level(summary.evidenceAlpha), "level": level,
            ])
    }

    private var scaleParts: [String] {
        guard !summary.rates.isEmpty else { return [] }
        let parts = zip(summary.bradleyTerry, summary.thurstone).map { section, places in
            [
                refusal(section).map(Markdown.escaped) ?? "", strengths(section, places).markdown,
                isShown(section.condition) ? strengthPairs(section).markdown : "",
                orderEffect(section).map(Markdown.escaped) ?? "",
            ]
        }
        let hasScale = summary.bradleyTerry.contains { $0.estimate.value != nil }
        return (hasScale ? ["\(words[.jodNote])\(words.gap)\(words[.alikeNote])"] : []) + parts.joined()
    }

    private var imageParts: [String] {
        let parts = images.flatMap { list in
            [list.images.isEmpty ? "**\(Markdown.escaped(list.heading))**" : table(list.heading, list.images).markdown]
                + [list.note]
        }
        return parts.isEmpty ? [] : [imagesNote] + parts
    }
}

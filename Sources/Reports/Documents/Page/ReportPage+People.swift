import Analysis
import Preference

extension ReportPage {
    /// How people answered: how fast, on which side, how consistently.
    var people: Section {
        let figures = contents.times.map(times) + summary.sides.map(side)
        let shown = figures.filter { !$0.isEmpty }
        return Section(
            "people", words[.peopleAnswered],
            [
                shown.isEmpty ? "" : "<div class=\"pair\">\n\(shown.joined(separator: "\n"))\n</div>",
                told.consistency.html,
            ] + summary.unitNotes(words).map { HTML.paragraph($0) })
    }

    private func times(_ times: ResponseTimes) -> String {
        let measured = times.times.map { (milliseconds: $0.milliseconds, votes: $0.votes) }
        let title = times.front.map { "\(words[.times])\(words[.colon])\(words.front($0))" } ?? words[.times]
        let classes = ResponseTimeHistogram.classes(measured)
        guard !classes.isEmpty else { return HTML.paragraph("\(title)\(words[.colon])\(words[.noTimes])") }
        let chart = ResponseTimeHistogram(
            title: title, classes: classes, median: ResponseTimeHistogram.median(measured),
            tooFast: times.tooFastMilliseconds.map { Double($0) / 1000 }, words: words)
        return HTML.figure(chart, note: words[.timesNote], watermark: watermark)
    }

    private func side(_ section: SideSection) -> String {
        let title = title(words[.sides], section.condition)
        switch section.bias {
        case .failure(let missing):
            return HTML.paragraph("\(title)\(words[.colon])\(NumberText.none) (\(words.why(missing)))")
        case .success(let bias):
            let people = bias.people.compactMap { try? $0.get() }.compactMap { person in
                (try? person.left.rate.get()).map { share in
                    SideBiasChart.Person(share: share * 100, isBiased: person.holmP < 1 - summary.level)
                }
            }
            let clustered = try? bias.clustered.get()
            let chart = SideBiasChart(
                title: title,
                pooled: ChartEstimate(
                    (try? bias.left.rate.get()).map { $0 * 100 },
                    interval: clustered.map { Self.percent($0.interval) }),
                people: people, level: summary.level, words: words)
            let p = words(
                .sideP,
                [
                    "clustered": clustered.map { NumberText.named(p: $0.p) } ?? NumberText.none,
                    "naive": NumberText.named(p: bias.naiveP),
                ])
            return people.isEmpty
                ? HTML.paragraph("\(title)\(words[.colon])\(section.left) / \(section.right)\(words[.stop])\(p)")
                : HTML.figure(
                    chart, note: p + words.gap + words[.sidesNote], watermark: watermark(of: section.condition))
        }
    }

    /// What people answered about themselves, the rates by that, and who did not take part.
    var answers: Section {
        let groups = told.subgroups(summary.subgroups)
        return Section(
            "answers", words[.answers],
            [told.answers.html, HTML.paragraph(told.refusals ?? "")]
                + (groups.rows.isEmpty ? [] : [HTML.paragraph(words[.subgroupsNote]), groups.html]))
    }

    /// The rates by front; nothing where people answered on one alone.
    var fronts: Section {
        Section("fronts", words[.fronts], words[.frontsNote], told.fronts(summary.fronts))
    }
}

import Analysis
import Preference

extension ReportTables {
    /// How often each side was chosen, under each condition with such votes.
    var sides: SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.condition, isNumber: false), .init(heading: words.left),
            .init(heading: words.right), .init(heading: words.leftShare, unit: "[%]"), intervalColumn,
            .init(heading: tableWords.pByPerson), .init(heading: tableWords.exactP), .init(heading: words.biasedPeople),
        ]
        let rows = summary.sides.filter { $0.left + $0.right > 0 }.map { section in
            let clustered = section.bias.flatMap { $0.clustered.mapError(Missing.init) }
            let judged = section.bias.value?.people.compactMap { try? $0.get() } ?? []
            return [
                section.condition ?? NumberText.none, "\(section.left)", "\(section.right)",
                section.bias.value.flatMap { try? $0.left.rate.get() }.map(NumberText.percent) ?? NumberText.none,
                tableWords.cell(clustered) { NumberText.percent($0.interval) },
                clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                section.bias.value.map { NumberText.p($0.naiveP) } ?? NumberText.none,
                judged.isEmpty
                    ? NumberText.none : "\(judged.count { $0.holmP < 1 - summary.level }) / \(judged.count)",
            ]
        }
        return SectionTable(columns, rows, caption: words.sides)
    }

    /// How long answers took, by front.
    var times: SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: words.front, isNumber: false), .init(heading: tableWords.votes),
            .init(heading: chartWords.median, unit: words.seconds), .init(heading: chartWords.tooFast),
        ]
        let rows = contents.times.map { times in
            let measured = times.times.map { (milliseconds: $0.milliseconds, votes: $0.votes) }
            let votes = measured.reduce(0) { $0 + $1.votes }
            let fast = times.tooFastMilliseconds.map { bound in
                measured.reduce(0) { $0 + ($1.milliseconds < bound ? $1.votes : 0) }
            }
            return [
                times.front ?? NumberText.none, "\(votes)",
                ResponseTimeHistogram.median(measured).map { NumberText.significant($0, 3) } ?? NumberText.none,
                fast.map(String.init) ?? NumberText.none,
            ]
        }
        return SectionTable(columns, rows, caption: words.times)
    }
}

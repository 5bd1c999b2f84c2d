import Analysis
import Preference
import Study

extension ConditionTable {
    /// The table as Markdown.
    package func markdown(_ words: ReportTexts) -> String { table(words).markdown + "\n" }

    /// The table as a LaTeX float with booktabs' rules, to be `\input`. English compiles with any LaTeX; Japanese needs
    /// LuaLaTeX or upLaTeX with a Japanese class. Its label is the file's name, or another.
    package func latex(_ words: ReportTexts, label: String? = nil) -> String {
        var table = table(words)
        table.name = label ?? table.name
        return table.latex(needs: words(.latexNeeds, ["package": LaTeX.booktabs]))
    }

    /// The table as CSV, to be read as a data frame: the columns of the paper first, then people, votes and the two ends
    /// of the interval. Iterations of a chain are a text: `6000, 2000`.
    package func csv(_ words: ReportTexts) -> String {
        table(words).csv(low: words[.low], high: words[.high])
    }

    /// The columns of the paper, then people, votes and the interval that it lacks.
    func table(_ words: ReportTexts) -> Table {
        let fields: [Table.Field<MethodRow>] = [
            .init(words[.method], .left) { .text($0.label) },
            .init(words[.rate], unit: "[%]", what: words[.rate]) { words.cell($0.rate.rate) { .number($0, .percent) } },
            .init(words[.iterations], unit: "[epochs]") { $0.epochsText.map { .text($0) } ?? .none },
            .init(words[.time], unit: "[\(words[.hours])]") { $0.run?.seconds.map { .number($0, .hours) } ?? .none },
            .init(words[.people]) { $0.rate.peopleCell },
            .init(words[.votes]) { .count($0.rate.votes) },
            .init(words(.interval, ["level": NumberText.level(level)]), unit: words[.byPerson], isInterval: true) {
                words.cell($0.rate.clustered) { .interval($0.interval, .percent) }
            },
        ]
        var table = Table(
            fields, rows, caption: words.caption(of: condition))
        table.name = fileName
        table.watermark = words.watermark(simulation)
        table.notes = notes(words)
        table.remark = remark(words)
        return table
    }

    /// What every copy says, also those that have no place for a caption: that epochs are not as the condition's name
    /// says, then the table's own remark.
    private func remark(_ words: ReportTexts) -> String? {
        let differ = Condition.epochsDiffer(under: condition, rows.compactMap { $0.run?.epochs })
        let epochs = rows.map { "\($0.label) \($0.epochsText ?? NumberText.none)" }.joined(separator: words[.semicolon])
        let parts = [differ ? words(.unequalEpochs, ["methods": epochs]) : nil, remark].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: words.gap)
    }

    /// `table-CONDITION`, with characters that file names and labels cannot bear as hyphens; `table` without condition. Of a
    /// long condition its beginning, up to 100 characters in 180 bytes: a name has 255, and while a file is written it has
    /// others around it.
    var fileName: String {
        guard let condition else { return "table" }
        var name = "table-"
        for scalar in condition.unicodeScalars.prefix(100) {
            let next = scalar.isFit ? String(scalar) : "-"
            guard name.utf8.count + next.utf8.count <= 180 else { break }
            name += next
        }
        return name
    }

    private func notes(_ words: ReportTexts) -> [String] {
        let ties = rows.reduce(0) { $0 + $1.rate.ties } / 2
        func hours(_ hours: String) -> String { words(.hoursOf, ["hours": hours]) }
        let time = timeMatch.map { match in
            let others = match.others.map { other in
                words(
                    .matchedTimeOther,
                    [
                        "method": other.label, "time": hours(NumberText.hours(seconds: other.seconds)),
                        "difference": hours(NumberText.difference(seconds: other.difference)),
                    ])
            }
            return words(
                .matchedTime,
                [
                    "method": match.label, "time": hours(NumberText.hours(seconds: match.seconds)),
                    "others": others.joined(separator: words[.semicolon]),
                ])
        }
        return [time, ties > 0 ? words(.ties, ["count": "\(ties)"]) : nil].compactMap(\.self)
    }
}

extension MethodRow {
    /// The epochs of the method's networks; nil where none are known.
    fileprivate var epochsText: String? {
        let epochs = run?.epochs.map(String.init).joined(separator: ", ") ?? ""
        return epochs.isEmpty ? nil : epochs
    }
}

extension Unicode.Scalar {
    /// Whether a file's name can bear it on any system: ASCII letters, digits, `-`, `_`, and letters of other scripts.
    fileprivate var isFit: Bool {
        self == "-" || self == "_"
            || (isASCII ? ("0"..."9" ~= self || "a"..."z" ~= self || "A"..."Z" ~= self) : properties.isAlphabetic)
    }
}

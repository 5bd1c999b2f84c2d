import Analysis
import Preference
package import Study

extension ConditionTable {
    /// The table as Markdown.
    package func markdown(language: Language) -> String { text(language: language).markdown }

    /// The columns of the paper, then people, votes and the interval that it lacks.
    func text(language: Language) -> TextTable {
        let words = Wording.of(language)
        return TextTable(
            name: fileName,
            caption: words.caption(condition, condition.flatMap { words.conditions[$0] }),
            watermark: words.watermark(simulation),
            columns: [
                .init(heading: words.method, isNumber: false), .init(heading: words.rate, unit: "[%]"),
                .init(heading: words.iterations, unit: "[epochs]"),
                .init(heading: words.time, unit: "[\(words.hours)]"),
                .init(heading: words.people), .init(heading: words.votes),
                .init(heading: words.interval(NumberText.level(level)), unit: words.byPerson),
            ],
            rows: rows.map { $0.cells(words) },
            notes: notes(words), remark: remark(words))
    }

    /// What every copy says, also those that have no place for a caption: that epochs are not as the condition's name
    /// says, then the table's own remark.
    private func remark(_ words: Wording) -> String? {
        let differ = Condition.epochsDiffer(under: condition, rows.compactMap { $0.run?.epochs })
        let epochs = rows.map { ($0.label, $0.epochsText) }
        let parts = [differ ? words.unequalEpochs(epochs) : nil, remark].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// `table-CONDITION`, with characters that file names and labels cannot bear as hyphens; `table` without condition.
    var fileName: String {
        guard let condition else { return "table" }
        let name = condition.unicodeScalars.prefix(100).map { $0.isFit ? String($0) : "-" }.joined()
        return "table-\(name)"
    }

    private func notes(_ words: Wording) -> [String] {
        let ties = rows.reduce(0) { $0 + $1.rate.ties } / 2
        let time = timeMatch.map { match in
            words.matchedTime(
                match.label, "\(NumberText.hours(seconds: match.seconds)) \(words.hours)",
                match.others.map { other in
                    Wording.MatchedTime(
                        label: other.label, time: "\(NumberText.hours(seconds: other.seconds)) \(words.hours)",
                        difference: NumberText.difference(seconds: other.difference) + " \(words.hours)")
                })
        }
        return [time, ties > 0 ? words.ties(ties) : nil].compactMap(\.self)
    }
}

extension MethodRow {
    /// The row's cells. People are a dash where the votes name none.
    fileprivate func cells(_ words: Wording) -> [String] {
        [
            label, words.cell(rate.rate, NumberText.percent), epochsText,
            run?.seconds.map(NumberText.hours(seconds:)) ?? NumberText.none,
            rate.peopleText, "\(rate.votes)",
            words.cell(rate.clustered) { NumberText.percent($0.interval) },
        ]
    }

    /// The epochs of the method's networks, or a dash.
    fileprivate var epochsText: String {
        let epochs = run?.epochs.map(String.init).joined(separator: ", ") ?? ""
        return epochs.isEmpty ? NumberText.none : epochs
    }
}

extension Unicode.Scalar {
    /// Whether a file's name can bear it on any system: ASCII letters, digits, `-`, `_`, and letters of other scripts.
    fileprivate var isFit: Bool {
        self == "-" || self == "_"
            || (isASCII ? ("0"..."9" ~= self || "a"..."z" ~= self || "A"..."Z" ~= self) : properties.isAlphabetic)
    }
}

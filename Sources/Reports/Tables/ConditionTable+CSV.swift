import Analysis
import CSV
import Preference
package import Study

extension ConditionTable {
    /// The table as CSV, to be read as a data frame: the columns of the paper first, then people, votes and the two ends
    /// of the interval. A number that does not exist is an empty field, and the last column, `note`, says why.
    ///
    /// The format has no caption, so the words of simulated votes and the remark stand in `note` too, in every row. A
    /// table that has no such words has no such column. Iterations of a chain are a text: `6000, 2000`.
    package func csv(language: Language) -> String {
        let words = Wording.of(language)
        let text = text(language: language)
        let interval = text.columns[text.columns.count - 1].title
        let head = text.columns.dropLast().map(\.title) + ["\(interval) \(words.low)", "\(interval) \(words.high)"]
        let notes = rows.map { row in
            [row.missing(text.columns[1].heading, interval: interval, words), text.watermark, text.remark]
                .compactMap(\.self).joined(separator: ". ")
        }
        let hasNotes = notes.contains { !$0.isEmpty }
        let records = zip(rows, notes).map { $0.fields + (hasNotes ? [$1] : []) }
        return CSVWriter.text([head + (hasNotes ? ["note"] : [])] + records)
    }
}

extension MethodRow {
    /// The row's fields; numbers alone in those of numbers.
    fileprivate var fields: [String] {
        let ends = rate.clustered.value.map { [$0.interval.low, $0.interval.high].map(NumberText.percent) }
        return [
            label, rate.rate.value.map(NumberText.percent), run?.epochs.map(String.init).joined(separator: ", "),
            run?.seconds.map(NumberText.hours(seconds:)),
            rate.peopleText == NumberText.none ? nil : rate.peopleText, "\(rate.votes)",
        ].map { $0 ?? "" } + (ends ?? ["", ""])
    }

    /// Why there is no rate, or no interval of it; nil where there are both.
    fileprivate func missing(_ rateName: String, interval: String, _ words: Wording) -> String? {
        if let why = rate.rate.why { return "\(rateName): \(words.why(why))" }
        return rate.clustered.why.map { "\(interval): \(words.why($0))" }
    }
}

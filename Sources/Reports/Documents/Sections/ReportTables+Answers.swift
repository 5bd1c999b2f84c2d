import Analysis
import Preference
import Study

extension ReportTables {
    /// What people answered about themselves, a row for each answer; nothing where nothing was asked.
    var answers: Table {
        typealias Row = (question: String, answer: String, people: Int, of: Int)
        let rows: [Row] = contents.answers.flatMap { asked -> [Row] in
            var rows = asked.counts.map { (asked.question, $0.answer, $0.people, asked.people) }
            if let summary = numbers(asked.numbers) {
                rows.append((asked.question, summary, asked.numbers.count, asked.people))
            }
            if asked.counts.isEmpty, asked.numbers.isEmpty {
                rows.append((asked.question, words[.anyAnswer], asked.answered, asked.people))
            }
            if asked.answered < asked.people {
                rows.append((asked.question, words[.noAnswer], asked.people - asked.answered, asked.people))
            }
            return rows
        }
        return Table(
            [
                .init(words[.question], .left) { .text($0.question) },
                .init(words[.answer], .left) { .text($0.answer) },
                .init(words[.people]) { .count($0.people) },
                .init(words[.share], unit: "[%]") {
                    $0.of == 0 ? .none : .number(Double($0.people) / Double($0.of), .percent)
                },
            ] as [Table.Field<Row>], rows)
    }

    /// Mean, standard deviation and range of numbers; nil for none.
    private func numbers(_ numbers: [Double]) -> String? {
        guard let least = numbers.min(), let most = numbers.max() else { return nil }
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = numbers.count > 1 ? (squares / Double(numbers.count - 1)).squareRoot() : nil
        func text(_ number: Double) -> String { NumberText.significant(number, 3) }
        return words(
            .numberSummary,
            [
                "mean": text(mean), "sd": deviation.map(text) ?? NumberText.none, "least": NumberText.shortest(least),
                "most": NumberText.shortest(most),
            ])
    }

    /// The rates among people who gave one answer; nothing where no question divides them.
    func subgroups(_ rows: [SubgroupRow]) -> Table {
        Table(
            [
                conditionField(\.condition), methodField(\.method),
                .init(words[.question], .left) { .text($0.by) },
                .init(words[.answer], .left) { .text($0.value ?? words[.noAnswer]) },
                .init(words[.people]) { .count($0.people) },
                rateField { words.cell($0.rate) { .number($0, .percent) } },
                intervalField { words.cell($0.clustered) { .interval($0.interval, .percent) } },
                .init(
                    words[.difference], unit: words[.points], brief: words[.terminalLessOthers],
                    what: words[.difference]
                ) {
                    words.cell($0.difference) { .number($0.difference, .points) }
                },
                pField { $0.difference.value?.p },
            ], rows)
    }

    /// Who did not take part, by reason; nil where nobody is known of.
    var refusals: String? {
        guard !contents.refusals.isEmpty else { return nil }
        let counts = contents.refusals.map { "\(words.refusal($0.reason))\(words[.colon])\($0.people)" }
        return words[.refusals] + words[.colon] + counts.joined(separator: words[.semicolon]) + words[.fullStop]
    }
}

extension ReportTexts {
    /// A reason not to take part, in words: those of the fronts, or the question by its id.
    fileprivate func refusal(_ reason: String) -> String {
        switch reason {
        case "consent.declined": self[.refusalDeclined]
        case "quota.full": self[.refusalQuota]
        case "device.kind": self[.refusalDevice]
        case "device.window": self[.refusalWindow]
        default: self(.refusalAnswer, ["question": reason])
        }
    }
}

import Study

/// The columns of a file of votes as they were read, before names get their numbers in a ``VoteTable``: what a reader has
/// to look at is the text that stands in the file.
struct VoteFields {
    /// How many rows there are.
    let count: Int
    /// What was chosen in each row.
    let choices: [Choice]
    /// The columns of texts, times among them, that the file has and that are wanted.
    let texts: [VoteColumn: TextColumn]
    /// Those of whole numbers; ``VoteColumn/unknown`` where there is none.
    let numbers: [VoteColumn: [Int]]
    /// Why each row was asked.
    let kinds: [Trial.Kind]
    /// The right answers of catch trials and checks.
    let correct: [Choice?]
    /// Whether no person gave each row.
    let simulated: [Bool]
    /// Whether each row is on the primary question; nil where nothing is known of questions.
    let primary: [Bool?]
    /// Words that could have meant something else, and how they were read.
    var readings: [VoteReading] = []

    /// What stands in a row's column, as CSV writes it, without quotes; empty where nothing is known.
    func field(_ column: VoteColumn, _ row: Int) -> String {
        switch column.content {
        case .text, .time: texts[column]?[row] ?? ""
        case .number: number(column, row).map(String.init) ?? ""
        case .choice: choices[row].rawValue
        case .kind: kinds[row].rawValue
        case .side: correct[row]?.rawValue ?? ""
        case .flag:
            (column == .primary ? primary[row] : simulated[row]).map { $0 ? "TRUE" : "FALSE" } ?? ""
        }
    }

    private func number(_ column: VoteColumn, _ row: Int) -> Int? {
        let number = numbers[column]?[row] ?? column.unknown
        // A row without a count stands for one vote.
        return number == column.unknown && column != .count ? nil : number
    }

    /// The rows without some of them.
    func without(_ rows: Set<Int>) -> VoteFields {
        let kept = (0..<count).filter { !rows.contains($0) }
        func keeping<Value>(_ column: [Value]) -> [Value] { kept.map { column[$0] } }
        return VoteFields(
            count: kept.count, choices: keeping(choices), texts: texts.mapValues { $0.keeping(kept) },
            numbers: numbers.mapValues(keeping), kinds: keeping(kinds), correct: keeping(correct),
            simulated: keeping(simulated), primary: keeping(primary), readings: readings)
    }
}

/// The sentences of the methods paragraph in one language, each nil where its fact is not known.
protocol MethodsWording {
    /// What is known.
    var facts: MethodsFacts { get }
    /// All parts.
    var parts: [MethodsParagraph.Part] { get }
}

extension MethodsWording {
    /// A part of the sentences and gaps that there are.
    func part(_ heading: String, _ sentences: [String?], gaps: [String?]) -> MethodsParagraph.Part {
        .init(heading: heading, sentences: sentences.compactMap(\.self), gaps: gaps.compactMap(\.self))
    }

    /// `page (30), terminal (4)`: at most `limit` of the tallies, the others as one; nil of none.
    func list(_ tallies: [MethodsFacts.Tally], limit: Int = 6, others: String) -> String? {
        guard !tallies.isEmpty else { return nil }
        let sorted = tallies.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let shown = sorted.count > limit ? sorted.prefix(limit - 1) : sorted[...]
        let rest = sorted.dropFirst(shown.count).reduce(0) { $0 + $1.count }
        return (shown.map { "\(PlainText.oneLine($0.name)) (\($0.count))" } + (rest > 0 ? ["\(others) (\(rest))"] : []))
            .joined(separator: ", ")
    }
}

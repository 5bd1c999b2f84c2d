extension [Method] {
    /// What tables and charts call each method, by its name: its label, and where several methods share one, their names
    /// behind it.
    package var labels: [String: String] {
        var labels = map(\.label)
        // What is longer by a name may be another's label.
        for _ in 1...3 {
            for place in Self.equal(labels).joined() { labels[place] += " (\(self[place].name))" }
        }
        return Dictionary(zip(map(\.name), labels)) { first, _ in first }
    }

    /// The methods that share a label, in groups, in the order of the study.
    package var sharingLabels: [[Method]] { Self.equal(map(\.label)).map { $0.map { self[$0] } } }

    /// The places of labels that read alike, blanks apart.
    private static func equal(_ labels: [String]) -> [[Int]] {
        Dictionary(grouping: labels.indices) { labels[$0].split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}

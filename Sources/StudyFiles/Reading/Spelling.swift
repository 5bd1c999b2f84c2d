/// Finds the name that was probably meant.
package enum Spelling {
    /// ` did you mean "NAME"?` with the nearest of `names`, or an empty text where none is near.
    static func hint(_ word: String, among names: [String]) -> String {
        nearest(to: word, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    /// The one of `names` with the fewest edits from `word`, at most a third of its length (the first of equals).
    package static func nearest(to word: String, among names: [String]) -> String? {
        let word = word.lowercased()
        var best: (name: String, edits: Int)?
        for name in names {
            let edits = edits(from: word, to: name.lowercased())
            guard edits <= max(1, max(word.count, name.count) / 3), edits < best?.edits ?? .max else { continue }
            // One letter for another is no misspelling.
            if edits == name.count { continue }
            best = (name, edits)
        }
        return best?.name
    }

    /// Fewest insertions, deletions, substitutions and exchanges of neighbours that make `right` of `left` (optimal
    /// string alignment).
    static func edits(from left: String, to right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var rows = [Array(0...right.count)]
        for i in 0..<left.count {
            var row = [i + 1]
            for j in 0..<right.count {
                let substituted = rows[i][j] + (left[i] == right[j] ? 0 : 1)
                var edits = min(rows[i][j + 1] + 1, row[j] + 1, substituted)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    edits = min(edits, rows[i - 1][j - 1] + 1)
                }
                row.append(edits)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}

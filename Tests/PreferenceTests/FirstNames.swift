import Preference
import Testing

/// 192 people's choices between six first names, from ``ReferenceSet``.
enum FirstNames {
    static let names = ["Tim", "Lucas", "Michael", "Robin", "Benedikt", "Julius"]

    /// Each person's vote on each pair.
    static func comparisons() throws -> [Comparison] {
        try comparisons("FirstNames-preference.csv")
    }

    /// The same votes with the name that was presented first as the left one.
    static func comparisonsInOrder() throws -> [Comparison] {
        try comparisons("FirstNames-ordered.csv")
    }

    private static func comparisons(_ file: String) throws -> [Comparison] {
        try ReferenceSet.rows("firstnames/\(file)").map { row in
            Comparison(
                left: try #require(names.firstIndex(of: row[1])), right: try #require(names.firstIndex(of: row[2])),
                outcome: row[3] == "1" ? .left : .right, person: Int(row[0]))
        }
    }
}

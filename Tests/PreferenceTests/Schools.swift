import Preference
import Testing

/// 303 students' choices between six schools, with ties, from ``ReferenceSet``.
enum Schools {
    static let names = ["Barcelona", "London", "Milano", "Paris", "St.Gallen", "Stockholm"]

    static func counts() throws -> PairCounts {
        var counts = PairCounts(items: 6)
        for row in try ReferenceSet.rows("bradleyterry2/CEMS-pair-table-with-ties.csv") {
            let votes = try row[2...].map { try #require(Double($0)) }
            counts.add(
                first: try #require(names.firstIndex(of: row[0])), second: try #require(names.firstIndex(of: row[1])),
                firstWins: votes[0], secondWins: votes[2], ties: votes[1])
        }
        return counts
    }
}

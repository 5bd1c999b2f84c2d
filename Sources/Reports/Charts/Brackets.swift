/// Groups of rows as brackets beside them, each in the first column where it overlaps no other.
struct Brackets: Hashable {
    /// The brackets, from the top.
    let spans: [Span]
    /// How many columns they take.
    let columns: Int

    /// One bracket.
    struct Span: Hashable {
        /// The rows of its members, rising; at least two.
        var rows: [Int]
        /// Its column, from 0.
        var column: Int
    }

    /// Brackets for groups of items, whose rows are their positions in `order`.
    init(_ groups: [[Int]], order: [Int]) {
        let rows = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
        let members = groups.map { $0.compactMap { rows[$0] }.sorted() }.filter { $0.count > 1 }
            .sorted { ($0[0], $0[$0.count - 1]) < ($1[0], $1[$1.count - 1]) }
        var ends: [Int] = []
        spans = members.map { rows in
            let column = ends.firstIndex { $0 < rows[0] } ?? ends.count
            if column == ends.count { ends.append(-1) }
            ends[column] = rows[rows.count - 1]
            return Span(rows: rows, column: column)
        }
        columns = ends.count
    }
}

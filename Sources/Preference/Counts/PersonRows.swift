/// Which rows of a list belong to each person, in the list's order.
struct PersonRows {
    private let starts: [Int]
    private let rows: [Int]

    /// The rows by person; nil where a row has no person.
    ///
    /// - Parameter persons: each row's person, an index from 0.
    init?(_ persons: some Collection<Int?>) {
        var counts = Array(repeating: 0, count: (persons.lazy.compactMap(\.self).max() ?? -1) + 1)
        for person in persons {
            guard let person else { return nil }
            counts[person] += 1
        }
        var places = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        starts = places
        var rows = Array(repeating: 0, count: persons.count)
        for (row, person) in persons.enumerated() {
            guard let person else { return nil }
            rows[places[person]] = row
            places[person] += 1
        }
        self.rows = rows
    }

    /// The persons' indices, also those without a row.
    var persons: Range<Int> { 0..<starts.count - 1 }

    /// The rows of one person.
    subscript(person: Int) -> ArraySlice<Int> { rows[starts[person]..<starts[person + 1]] }
}

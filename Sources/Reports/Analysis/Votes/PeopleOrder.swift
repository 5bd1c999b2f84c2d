import Preference

/// The people of some judgements in the order of their names, so that no sum over them depends on that of the votes.
struct PeopleOrder {
    /// Their names, in order.
    let names: [String]
    /// For each person's number the place of the name.
    private let places: [Int32]
    private let unfinished: Set<Int32>

    /// The people of a table.
    init(_ table: JudgementTable) {
        names = table.people.names.sorted()
        places = table.people.ranks
        unfinished = table.unfinished
    }

    /// The place of a person's number; nil for nobody known.
    func place(of person: Int32) -> Int? { person < 0 ? nil : Int(places[Int(person)]) }

    /// For each person when they gave the last of some votes, as a place among all: by the time at which its images came
    /// into view, those without times after the others in the order of the votes; nil where a person gave none of them
    /// or is still answering.
    ///
    /// - Parameter rows: places in the table.
    func finishes(_ rows: [Int], of table: JudgementTable) -> [Int?] {
        var last = [(time: Int, row: Int)?](repeating: nil, count: names.count)
        for place in rows {
            let row = table.rows[place]
            guard let person = self.place(of: row.person), !unfinished.contains(row.person) else { continue }
            let time = row.shownAt == .min ? Int.max : row.shownAt
            let latest = max(time, last[person]?.time ?? .min)
            // Where there are times the order of the votes must not matter, which merging files changes.
            last[person] = (latest, latest == .max ? place : 0)
        }
        let order = last.enumerated().compactMap { person, last in last.map { ($0.time, $0.row, person) } }.sorted(
            by: <)
        var finishes = [Int?](repeating: nil, count: names.count)
        for (finish, person) in order.map(\.2).enumerated() { finishes[person] = finish }
        return finishes
    }
}

import Preference
import Study
import Votes

/// The people of a table of votes in an order that follows from what they answered, so that no sum over them and no
/// resample depends on the order of the votes or on how people are called: a study gives under pseudonyms what it gives
/// under ids, and other pseudonyms give the same numbers.
struct PeopleOrder {
    /// Their names, in this order.
    let names: [String]
    /// For each person's number the place of the name.
    private let places: [Int32]
    private let unfinished: Set<Int32>

    /// The people of a table.
    init(_ table: VoteTable) {
        let (keys, ofNames) = (Self.keys(of: table), table.people.ranks)
        // People who answered the same can change places.
        let order = keys.indices.sorted { (keys[$0], ofNames[$0]) < (keys[$1], ofNames[$1]) }
        names = order.map { table.people.names[$0] }
        var places = [Int32](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = Int32(place) }
        self.places = places
        unfinished = table.unfinished
    }

    /// The place of a person's number; nil for nobody known.
    func place(of person: Int32) -> Int? { person < 0 ? nil : Int(places[Int(person)]) }

    /// For each person when they gave the last of some votes, as a place among all: by the time at which its images came
    /// into view, those without times after the others in the order of the votes; nil where a person gave none of them
    /// or is still answering.
    ///
    /// - Parameter rows: rows of the table.
    func finishes(_ rows: [Int], of table: VoteTable) -> [Int?] {
        var last = [(time: Int, row: Int)?](repeating: nil, count: names.count)
        for row in rows {
            let number = table.person[row]
            guard let person = place(of: number), !unfinished.contains(number) else { continue }
            let time = table.shownAt[row] == VoteTable.noTime ? Int.max : table.shownAt[row]
            let latest = max(time, last[person]?.time ?? .min)
            // Where there are times the order of the votes must not matter, which merging files changes.
            last[person] = (latest, latest == .max ? row : 0)
        }
        let order = last.enumerated().compactMap { person, last in last.map { ($0.time, $0.row, person) } }.sorted(
            by: <)
        var finishes = [Int?](repeating: nil, count: names.count)
        for (finish, person) in order.map(\.2).enumerated() { finishes[person] = finish }
        return finishes
    }

    /// For each person a number made of all that they answered, whatever its order.
    private static func keys(of table: VoteTable) -> [UInt64] {
        let (conditions, methods) = (table.conditions.names.map(hash), table.methods.names.map(hash))
        var keys = [UInt64](repeating: 0, count: table.people.names.count)
        for row in 0..<table.count where table.person[row] >= 0 {
            let (left, right) = (methods[Int(table.left[row])], methods[Int(table.right[row])])
            var key = table.condition[row] < 0 ? 0 : conditions[Int(table.condition[row])]
            for part in [left, right, answer(row, of: table)] { key = mixed(key ^ part) }
            keys[Int(table.person[row])] &+= key
        }
        return keys
    }

    /// What a row says beside its names, in one word.
    private static func answer(_ row: Int, of table: VoteTable) -> UInt64 {
        let choice: UInt64 =
            switch table.choice[row] {
            case .left: 1
            case .right: 2
            case .tie: 3
            }
        let kind: UInt64 =
            switch table.kind[row] {
            case .main: 1
            case .catch: 2
            case .repeat: 3
            case .check: 4
            }
        return choice << 60 ^ kind << 56 ^ UInt64(table.trial[row]) << 24 ^ UInt64(table.votes[row])
    }

    /// FNV-1a, which is the same on every run and machine.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// SplitMix64's last step: every bit of the word changes half of those of the result.
    private static func mixed(_ word: UInt64) -> UInt64 {
        var word = word &+ 0x9E37_79B9_7F4A_7C15
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}

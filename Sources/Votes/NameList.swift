/// Names by number, in the order in which they came up.
package struct NameList: Sendable, Hashable {
    /// The names; the number of each is its place.
    package private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    /// No names.
    package init() {}

    /// The number of `name`, a new one where it came up first.
    package mutating func number(of name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }

    /// The name with a number; nil for ``VoteTable/none``.
    package subscript(number: Int32) -> String? { number < 0 ? nil : names[Int(number)] }

    /// The numbers in the order of the names as texts.
    package var sorted: [Int] { names.indices.sorted { names[$0] < names[$1] } }

    /// The place of each number's name where the names stand in their order as texts.
    package var ranks: [Int32] {
        var ranks = [Int32](repeating: 0, count: names.count)
        for (rank, number) in sorted.enumerated() { ranks[number] = Int32(rank) }
        return ranks
    }
}

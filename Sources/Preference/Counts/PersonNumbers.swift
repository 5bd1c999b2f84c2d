/// Numbers of the people who voted, from 1 in ascending order of their indices; 0 is nobody known.
///
/// Where the indices are small, each is its own number: there may be numbers of people who did not vote.
struct PersonNumbers {
    /// The greatest number.
    let count: Int
    /// The indices by number less 1, where they are not the numbers themselves.
    private let people: [Int]
    private let numbers: [Int: Int]

    init(_ comparisons: [Comparison]) {
        var greatest = -1
        for comparison in comparisons {
            guard let person = comparison.person else { continue }
            precondition(person >= 0, "indices of people from 0")
            greatest = max(greatest, person)
        }
        if greatest < 2 * comparisons.count + 1000 {
            (count, people, numbers) = (greatest + 1, [], [:])
        } else {
            people = Set(comparisons.compactMap(\.person)).sorted()
            numbers = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0 + 1) })
            count = people.count
        }
    }

    /// The number of the person with an index.
    subscript(index: Int?) -> Int {
        guard let index else { return 0 }
        return people.isEmpty ? index + 1 : numbers[index] ?? 0
    }

    /// The index of the person with a number above 0.
    func person(_ number: Int) -> Int { people.isEmpty ? number - 1 : people[number - 1] }
}

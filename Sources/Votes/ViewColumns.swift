/// What people saw beside the images, at each vote: columns of texts that most tables do not have, and that no estimate takes.
package struct ViewColumns: Sendable, Hashable {
    /// The columns.
    package static let all: [VoteColumn] = [
        .language, .device, .screen, .layout, .surround, .shownScale, .density, .flips, .enlarged,
        .exposureMilliseconds, .timeouts,
    ]

    private var names: [VoteColumn: NameList] = [:]
    /// By column and row the number of the text; rows at the end may be missing.
    private var numbers: [VoteColumn: [Int32]] = [:]

    /// Puts a text into a column of ``all``; nil leaves it without.
    package mutating func set(_ text: String?, in column: VoteColumn, row: Int) {
        guard let text else { return }
        let number = names[column, default: NameList()].number(of: text)
        let missing = row + 1 - (numbers[column]?.count ?? 0)
        if missing > 0 {
            numbers[column, default: []].append(contentsOf: repeatElement(VoteTable.none, count: missing))
        }
        numbers[column]?[row] = number
    }

    /// The text in a column; nil where nothing is known.
    package subscript(column: VoteColumn, row: Int) -> String? {
        guard let numbers = numbers[column], row < numbers.count else { return nil }
        return names[column]?[numbers[row]]
    }

    /// Keeps some of the rows, in their order.
    mutating func keep(_ rows: [Int]) {
        numbers = numbers.mapValues { column in rows.map { $0 < column.count ? column[$0] : VoteTable.none } }
    }

    /// What stands in a row.
    func row(_ row: Int) -> [VoteColumn: String] {
        if numbers.isEmpty { return [:] }
        return Dictionary(Self.all.compactMap { column in self[column, row].map { (column, $0) } }) { first, _ in first
        }
    }
}

import Foundation
import Study

/// The rows of a table of items that go with the images of a folder, and what does not match.
struct ItemMatch {
    /// The row of each image that has one, by the image's index.
    let rows: [Int: ItemTable.Row]
    /// The folder of the table, from which references are named.
    let folder: URL
    private let unknown: [ItemTable.Row]
    private let without: [String]
    private let total: Int

    /// The rows of `table` for images whose items these are, by index.
    init(_ table: ItemTable, items: [String], folder: URL) {
        let indices = Dictionary(items.enumerated().map { ($1, $0) }) { first, _ in first }
        rows = Dictionary(table.rows.compactMap { row in indices[row.item].map { ($0, row) } }) { first, _ in first }
        unknown = table.rows.filter { indices[$0.item] == nil }
        let found = rows
        without = items.indices.filter { found[$0] == nil }.map { items[$0] }
        total = items.count
        self.folder = folder
    }

    /// The failure of an import to which no row of the table belongs; nil where some do.
    func failure(of file: String) -> Failure? {
        guard rows.isEmpty else { return nil }
        let names = "“\(unknown.first?.item ?? "")” in line \(unknown.first?.line ?? 0)"
        let why =
            unknown.isEmpty
            ? "no row has a text or a reference"
            : "none of its items is an image of the folder, as \(names) is none; an item is a file's name without its ending"
        return Failure(.badData, "\(file): \(why), as “\(without.first ?? "")”. Nothing was imported.")
    }

    /// What to say of rows without images and images without rows.
    func notes(on file: String) -> [String] {
        [
            unknown.isEmpty
                ? nil
                : "\(unknown.count.counted("item")) of \(file) \(unknown.count.word("has", "have")) no image in the folder: "
                    + "\(unknown.map { "“\($0.item)” (line \($0.line))" }.list).",
            without.isEmpty
                ? nil
                : "\(without.count) of \(total.counted("image")) \(without.count.word("has", "have")) neither text nor reference "
                    + "in \(file): \(without.map { "“\($0)”" }.list).",
        ].compactMap(\.self)
    }

    /// The file of a row's reference; nil where it has none.
    ///
    /// - Throws: ``Failure`` where it is no path from the table's folder.
    func file(of row: ItemTable.Row, table: String) throws -> URL? {
        guard let reference = row.reference else { return nil }
        guard !reference.hasPrefix("/"), !reference.contains("\0") else {
            throw Failure(
                .badData,
                "\(table): line \(row.line): the reference “\(reference)” is no path from the table's folder.")
        }
        return folder.appending(path: reference)
    }
}

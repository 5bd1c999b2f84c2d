import Foundation
import Parallel
import Pictures
import Study
import StudyStore

/// What goes with the items of imported images.
extension PoolImport {
    /// The name without folder and ending by which an image is of an item.
    static func item(of file: URL) -> String { file.deletingPathExtension().lastPathComponent }

    /// The rows of a table for these images; what does not match is noted.
    ///
    /// - Throws: ``Failure`` where it cannot be read, is none, or nothing of it matches.
    func match(_ table: String, with files: [URL]) throws -> ItemMatch {
        let file = InputFile(table)
        let read = try ItemTable(file.bytes(.items), file: file.name)
        if !read.unknownColumns.isEmpty {
            study.reporter.note(
                "\(file.name) has columns that mean nothing here: \(read.unknownColumns.list). Those that do are item, text "
                    + "and reference.")
        }
        let folder = table == "-" ? URL(filePath: ".") : URL(filePath: table).deletingLastPathComponent()
        let match = ItemMatch(read, items: files.map(Self.item), folder: folder)
        if let failure = match.failure(of: file.name) { throw failure }
        for note in match.notes(on: file.name) { study.reporter.note(note) }
        return match
    }

    /// Reads every reference to its end.
    func read(_ items: ItemMatch, of table: String) throws {
        let files = try items.references(in: table)
        try inBlocks(files) { _, part in
            _ = try part.mapOnAllCores { row, file in try Self.picture(of: row, file, in: table) }
        }
    }

    /// Puts what goes with items into a draft that has their images.
    func add(_ items: ItemMatch, of table: String, to draft: GenerationDraft) throws {
        let rows = items.rows.sorted { $0.key < $1.key }.map { (index: $0.key, row: $0.value) }
        try inBlocks(rows) { _, part in
            let contexts = try part.mapOnAllCores { index, row in
                let reference = try items.file(of: row, table: table).map { file in
                    let image = try PoolImage(
                        Self.picture(of: row, file, in: table), index: index, origin: .file(stem: row.item))
                    return ItemContext.Reference(
                        sha256: image.sha256, width: image.width, height: image.height, png: image.png)
                }
                return ItemContext(index: index, text: row.text, reference: reference)
            }
            try study.store.add(contexts, to: draft)
        }
    }

    private static func picture(of row: ItemTable.Row, _ file: URL, in table: String) throws -> PixelBuffer {
        do throws(PictureError) {
            return try PixelBuffer(contentsOf: file)
        } catch {
            throw Failure(
                Failure.Kind(of: error) ?? .badData,
                "\(table): line \(row.line): the reference of “\(row.item)” \(file.path): \(error.problem).")
        }
    }
}

extension ItemMatch {
    /// The rows that have a reference, with its file.
    fileprivate func references(in table: String) throws -> [(ItemTable.Row, URL)] {
        try rows.sorted { $0.key < $1.key }.compactMap { _, row in try file(of: row, table: table).map { (row, $0) } }
    }
}

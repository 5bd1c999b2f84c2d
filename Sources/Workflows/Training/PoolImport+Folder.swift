import Files
package import Foundation
package import Study

extension PoolImport {
    /// Publishes every PNG and JPEG of `folder`, in the order of their names, as the next generation of a method's pool.
    ///
    /// - Parameters:
    ///   - condition: the condition they are for; nil for the only one that takes the method.
    ///   - items: the path of a table of what goes with the items (``ItemTable``), `-` for standard input; nil for nothing.
    ///   - isWaiting: whether to wait where others fill the pool.
    /// - Throws: ``Failure`` where the folder or a name in it is not what it should be, or it is stopped; `PictureError`,
    ///   `StudyStoreError`.
    package func run(
        _ folder: URL, of method: String, under condition: String?, items: String? = nil, waiting isWaiting: Bool
    ) throws -> [PoolGeneration] {
        let pools = try study.study.pools(method: method, condition: condition)
        guard let pool = pools.first, pools.count == 1 else {
            throw Failure(
                .usage,
                "several conditions take method \(method): name one of \(pools.map(\.condition).list) by --condition.")
        }
        let files = try images(in: folder)
        let table = try items.map { try (items: match($0, with: files), name: InputFile($0).name) }
        let locks = try study.locks(for: [.pool(pool)], waiting: isWaiting)
        defer { withExtendedLifetime(locks) {} }
        return try run(files, into: pool, with: table)
    }

    private func images(in folder: URL) throws -> [URL] {
        let found: [FileName]
        do {
            found = try FileName.all(in: FileName(folder.path.utf8))
        } catch {
            throw Failure(.noInput, "the folder \(folder.path) cannot be read: \(error).")
        }
        let isHidden = { (name: FileName) in name.bytes.first == UInt8(ascii: ".") }
        if let odd = found.lazy.filter({ !isHidden($0) }).compactMap({ $0.fault(in: folder.path) }).first {
            throw Failure(.badData, "\(odd).")
        }
        let names = found.compactMap(\.text)
        let files = names.filter { !$0.hasPrefix(".") && ["png", "jpg", "jpeg"].contains(suffix(of: $0)) }.sorted()
        guard !files.isEmpty else { throw Failure(.noInput, "no PNG or JPEG file in \(folder.path)") }
        let stems = Dictionary(grouping: files) { String($0.dropLast(suffix(of: $0).count + 1)) }
        if let twice = stems.values.first(where: { $0.count > 1 }) {
            throw Failure(.badData, "\(twice.list) have the same stem, which names an item; rename all but one.")
        }
        if let odd = stems.keys.sorted().first(where: { ImageFileName(stem: $0) == nil }) {
            throw Failure(
                .badData,
                """
                the file name \(odd.debugDescription) in \(folder.path) has control characters, or is too long; it names \
                an item, so give it another name.
                """)
        }
        return files.map { folder.appending(path: $0) }
    }

    private func suffix(of name: String) -> String {
        name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    }
}

/// What can go wrong with photographs.
package enum DatasetError: Error, Sendable, Hashable {
    /// A setting that no dataset can have; what is wrong with it.
    case settings(String)
    /// There is nothing at the path of the source.
    case noSource(String)
    /// A folder or file of the source cannot be read: path, reason.
    case unreadableSource(String, reason: String)
    /// The source is no archive, or a damaged one: path, reason.
    case damagedArchive(String, reason: String)
    /// The source changed while it was read: path.
    case changedMeanwhile(String)
    /// Not enough photographs: files found, those that could not be read, photographs asked for.
    case tooFew(source: String, found: Int, unreadable: [SkippedPhotograph], wanted: Int)
    /// Photographs that are not, or no longer, in the source as they were when they were chosen: their names.
    case changedPhotographs(source: String, names: [String])
    /// A file of the cache that is not there: its path.
    case notPrepared(String)
    /// A file of the cache that is not what it should be: path, reason.
    case damagedCache(String, reason: String)
    /// A file of the cache that cannot be written: path, reason.
    case notWritable(String, reason: String)
}

extension DatasetError: CustomStringConvertible {
    /// What was wrong, where, and what to do.
    package var description: String {
        switch self {
        case .settings(let problem):
            problem
        case .noSource(let path):
            "\(path): no such file or folder; the source is a folder, a .tar, .tar.gz, .tgz or .zip file, or `procedural`"
        case .unreadableSource(let path, let reason):
            "\(path): cannot be read (\(reason))"
        case .damagedArchive(let path, let reason):
            "\(path): not a whole tar or zip archive (\(reason))"
        case .changedMeanwhile(let path):
            "\(path): changed while it was read; run the command again when it is complete"
        case .tooFew(let source, let found, let unreadable, let wanted):
            "\(source): \(found) JPEG or PNG files, \(unreadable.count) of them unreadable, but \(wanted) photographs "
                + "asked for; ask for at most \(found - unreadable.count)" + Self.examples(unreadable)
        case .changedPhotographs(let source, let names):
            "\(source): \(names.count) photographs are missing or have changed since they were chosen: "
                + Self.list(names) + "; bring them back, or add the dataset again"
        case .notPrepared(let path):
            "\(path): the photographs are not prepared in this size; they are remade from the source"
        case .damagedCache(let path, let reason):
            "\(path): not the prepared photographs of this dataset (\(reason)); delete it, they are remade"
        case .notWritable(let path, let reason):
            "\(path): cannot be written (\(reason))"
        }
    }

    private static func examples(_ skipped: [SkippedPhotograph]) -> String {
        skipped.isEmpty ? "" : ". Unreadable: " + list(skipped.map { "\($0.name): \($0.reason)" })
    }

    /// The first few, and how many more there are.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(5).joined(separator: "; ")
        return names.count > 5 ? "\(shown); and \(names.count - 5) more" : shown
    }
}

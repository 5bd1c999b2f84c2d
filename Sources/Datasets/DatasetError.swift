package import Study

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
    /// Not enough photographs: files found, those that could not be used, what is known of the small ones among those,
    /// photographs asked for.
    case tooFew(source: String, found: Int, skipped: [SkippedPhotograph], small: SmallPhotographs?, wanted: Int)
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
        case .tooFew(let source, let found, let skipped, let small, let wanted):
            Self.tooFew(source, found, skipped, small, wanted)
        case .changedPhotographs(let source, let names):
            "\(source): \(names.count.counted("photograph is missing or has", "photographs are missing or have")) changed since "
                + "\(names.count.word("it was", "they were")) chosen: "
                + Self.list(names) + "; bring them back, or add the dataset again"
        case .notPrepared(let path):
            "\(path): the photographs are not prepared in this size; they are remade from the source"
        case .damagedCache(let path, let reason):
            "\(path): not the prepared photographs of this dataset (\(reason)); delete it, they are remade"
        case .notWritable(let path, let reason):
            "\(path): cannot be written (\(reason))"
        }
    }

    private static func tooFew(
        _ source: String, _ found: Int, _ skipped: [SkippedPhotograph], _ small: SmallPhotographs?, _ wanted: Int
    ) -> String {
        guard found > 0 else {
            return
                "\(source): there is no JPEG or PNG file in it, and \(wanted.counted("photograph is", "photographs are")) asked for; name the "
                + "folder or archive they are in, or `procedural`"
        }
        let unreadable = skipped.count - (small?.count ?? 0)
        var parts = [
            source == DatasetSettings.procedural ? found.counted("drawn face") : found.counted("JPEG or PNG file")
        ]
        if unreadable > 0 { parts.append("\(unreadable) of them unreadable") }
        if let small { parts.append("\(small.count) of them smaller than the crop of \(small.crop)x\(small.crop)") }
        var remedies: [String] = []
        if found > skipped.count { remedies.append("ask for at most \(found - skipped.count)") }
        if let small {
            remedies.append(
                "give a crop of at most \(small.largest), the shorter side of the largest of the small ones")
        }
        if remedies.isEmpty { remedies = ["none of them can be used"] }
        return "\(source): \(parts.joined(separator: ", ")), but \(wanted.counted("photograph")) asked for; "
            + remedies.joined(separator: ", or ") + examples(skipped)
    }

    private static func examples(_ skipped: [SkippedPhotograph]) -> String {
        skipped.isEmpty ? "" : ". Not used: " + list(skipped.map { "\($0.name): \($0.reason)" })
    }

    /// The first few, and how many more there are.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(5).joined(separator: "; ")
        return names.count > 5 ? "\(shown); and \(names.count - 5) more" : shown
    }
}

import Files
import Foundation
import StudyStore
import Text

/// The reports in a folder that were made before a person was erased: they still count the person's votes. A file beside them
/// says so and lists them with their SHA-256, so that one which is renamed stays among them.
struct StaleReports {
    /// The name of that file.
    static let name = "STALE.txt"

    private static let text = """
        A person was erased from this study on request after the files below were made: they still count that person's votes.
        `dotchi report`, with --out where they lie elsewhere than in report/, makes reports again in the place of those that
        have a report's name, and takes this file away when none of them is left here, renamed or not. Delete the others, or
        what counts the person's votes in them. Copies that were given to others should be replaced too.

        """

    private let folder: URL
    private let entries: [Entry]
    /// Those whose file lay in its place, as it was, when this was made.
    private let lain: Set<Entry>

    /// A report as it was when it was found.
    private struct Entry: Hashable {
        /// Its place in the folder, in visible characters.
        var name: String
        var bytes: Int
        var sha256: String

        var line: String { "\(sha256)  \(bytes) bytes  \(name)\n" }
    }

    /// What of a folder is listed as stale.
    struct Left {
        /// The files there that are.
        var here: [String] = []
        /// Those that were, and that neither a new report took the place of nor anything here is.
        var elsewhere: [String] = []
    }

    /// Those that are listed in `folder`; nil where dotchi lists none.
    init?(in folder: URL) {
        let mark = folder.appending(path: Self.name)
        guard Self.kind(of: mark) == S_IFREG, let bytes = try? RegularFile.bytes(of: mark) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(Self.text) else { return nil }
        let entries = text.dropFirst(Self.text.count).split(separator: "\n").map { line -> Entry? in
            guard let match = line.wholeMatch(of: /([0-9a-f]{64})  ([0-9]{1,18}) bytes  (.+)/) else { return nil }
            return Int(match.2).map { Entry(name: String(match.3), bytes: $0, sha256: String(match.1)) }
        }
        guard entries.allSatisfy({ $0 != nil }) else { return nil }
        self.init(folder, entries.compactMap(\.self))
    }

    private init(_ folder: URL, _ entries: [Entry]) {
        self.folder = folder
        self.entries = entries
        let files = Self.files(in: folder)
        lain = Set(entries.filter { entry in files[entry.name].flatMap { Self.entry($0, entry.name) } == entry })
    }

    /// Lists the reports that `search` finds, in each folder; the folders. One that cannot be written is among them all the
    /// same: whoever reads the list knows of it.
    static func mark(in search: FolderSearch) -> [URL] {
        let found = search.files().filter { isReport($0) || $0.lastPathComponent == name }
        let byFolder = Dictionary(grouping: found) { $0.deletingLastPathComponent().standardizedFileURL }
        return byFolder.compactMap { folder, files in
            let listed = StaleReports(in: folder)
            let earlier = listed.map { $0.left(but: []).files } ?? []
            let reports = files.filter { $0.lastPathComponent != name }.compactMap { file in
                entry(file, file.lastPathComponent.visibleLine)
            }
            let entries = Set(reports).union(earlier)
            guard !entries.isEmpty else { return nil }
            // A file of that name that is somebody's, or a link, stays as it is.
            let mark = folder.appending(path: name)
            if listed != nil || isFree(mark) { write(entries, to: mark) }
            return folder
        }.sorted { $0.path < $1.path }
    }

    /// Takes those from the list that are no longer there, and the list with the last of them.
    ///
    /// - Parameter made: the names of the files in the folder that were made again since this was read.
    func renew(made: Set<String>) -> Left {
        let left = left(but: made)
        let mark = folder.appending(path: Self.name)
        if left.files.isEmpty {
            try? FileManager.default.removeItem(at: mark)
        } else if Set(left.files) != Set(entries) {
            Self.write(Set(left.files), to: mark)
        }
        return Left(here: left.files.map(\.name).sorted(), elsewhere: left.lost.sorted())
    }

    /// Of the listed reports, the files that are one of them: with the bytes of one, wherever in the folder; with the name of
    /// one, whatever was changed in it; or, where one is gone without having been made again, reports of its format.
    private func left(but made: Set<String>) -> (files: [Entry], lost: [String]) {
        let files = Self.files(in: folder).filter { !made.contains($0.key) }
        let (names, sizes) = (Set(entries.map(\.name)), Set(entries.map(\.bytes)))
        var found = files.filter { names.contains($0.key) || sizes.contains(Self.size(of: $0.value)) }
            .compactMap { Self.entry($0.value, $0.key) }
            .filter { file in names.contains(file.name) || entries.contains { $0.sha256 == file.sha256 } }
        let hashes = Set(found.map(\.sha256))
        var lost = entries.filter { entry in
            !lain.contains(entry) && !hashes.contains(entry.sha256) && !found.contains { $0.name == entry.name }
        }
        for (name, file) in files where !found.contains(where: { $0.name == name }) && !name.contains("/") {
            let isOfOne = lost.contains { URL(filePath: $0.name).pathExtension == file.pathExtension }
            if isOfOne, Self.isReport(file), let entry = Self.entry(file, name) { found.append(entry) }
        }
        lost.removeAll { entry in
            found.contains {
                !names.contains($0.name)
                    && URL(filePath: $0.name).pathExtension
                        == URL(filePath: entry.name).pathExtension
            }
        }
        return (found, lost.map(\.name))
    }

    private static func write(_ entries: Set<Entry>, to mark: URL) {
        let lines = entries.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }.map(\.line)
        try? WholeFile.write(Data((text + lines.joined()).utf8), to: mark)
    }

    /// The regular files in `folder`, and in folders of it, by their places in visible characters; of very many the first.
    private static func files(in folder: URL) -> [String: URL] {
        var files: [String: URL] = [:]
        let all = FileManager.default.enumerator(atPath: folder.path)
        while let path = all?.nextObject() as? String, files.count < most {
            let isOwn = path == name || path.hasPrefix(".dotchi-")
            let file = folder.appending(path: path)
            if !isOwn, kind(of: file) == S_IFREG { files[path.visibleLine] = file }
        }
        return files
    }

    /// So many files of a folder are looked at.
    private static let most = 50_000

    private static func size(of file: URL) -> Int {
        (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? -1
    }

    private static func entry(_ file: URL, _ name: String) -> Entry? {
        guard let bytes = try? RegularFile.bytes(of: file, options: .mappedIfSafe) else { return nil }
        return Entry(name: name, bytes: bytes.count, sha256: hexSHA256(bytes))
    }

    /// What has that name, links not followed; nil where nothing has.
    private static func kind(of place: URL) -> mode_t? {
        var facts = stat()
        return lstat(place.path, &facts) == 0 ? facts.st_mode & S_IFMT : nil
    }

    private static func isFree(_ place: URL) -> Bool {
        var facts = stat()
        return lstat(place.path, &facts) != 0 && errno == ENOENT
    }
}

extension StaleReports {
    /// The names of reports in `folder` other than these.
    static func others(than made: Set<String>, in folder: URL) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { file in
            let name = file.deletingPathExtension().lastPathComponent
            return (name == "report" || isTable(name)) && !made.contains(file.lastPathComponent) && isReport(file)
        }.map(\.lastPathComponent).sorted()
    }

    /// Whether a file's name without its extension is that of a condition's table, or of the only one.
    private static func isTable(_ name: String) -> Bool { name == "table" || name.hasPrefix("table-") }

    /// Whether a file is a report of dotchi's: by its words, whatever its name is now; fewer do where it has the name of one.
    private static func isReport(_ file: URL) -> Bool {
        guard let bytes = try? RegularFile.bytes(of: file, options: .mappedIfSafe) else { return false }
        if ReportSign.isIn(bytes) { return true }
        let name = file.deletingPathExtension().lastPathComponent
        let sign: String
        switch file.pathExtension {
        case "html" where name == "report", "md" where name == "report": sign = "dotchi"
        case "md" where isTable(name), "csv" where isTable(name): sign = "[%]"
        case "tex" where isTable(name): sign = "{[}\\%{]}"
        default: return false
        }
        return bytes.range(of: Data(sign.utf8)) != nil
    }
}

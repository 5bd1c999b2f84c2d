import Files
import Foundation
import Reports

/// Reports that were made before a person was erased: they still count the person's votes, and a file beside them says so.
enum StaleReports {
    /// The name of that file.
    static let name = "STALE.txt"

    private static let text = """
        A person was erased from this study on request after these reports were made: they still count that person's votes.
        `dotchi report`, with --out where they lie elsewhere than in report/, makes them again and takes this file away.
        Copies of them that were given to others should be replaced too.

        """

    /// Marks the folders with reports that `search` finds; what was marked. A folder that cannot be written is among them
    /// all the same: whoever reads the list knows of it.
    static func mark(in search: FolderSearch) -> [URL] {
        let folders = Set(search.files().filter(isReport).map { $0.deletingLastPathComponent().standardizedFileURL })
        // A file of that name that is somebody's, or a link, stays as it is.
        for folder in folders where isFree(folder.appending(path: name)) {
            try? WholeFile.write(Data(text.utf8), to: folder.appending(path: name))
        }
        return folders.sorted { $0.path < $1.path }
    }

    /// Takes the mark from `folder`, in which the files of these names were just made again; or the names of the reports
    /// there that still are older.
    static func unmark(_ folder: URL, made: Set<String>) -> [String] {
        let mark = folder.appending(path: name)
        guard let there = try? RegularFile.bytes(of: mark), there == Data(text.utf8) else { return [] }
        let older = others(than: made, in: folder)
        if older.isEmpty { try? FileManager.default.removeItem(at: mark) }
        return older
    }

    private static func isFree(_ place: URL) -> Bool {
        var facts = stat()
        return lstat(place.path, &facts) != 0 && errno == ENOENT
    }

    /// The names of reports in `folder` other than these.
    static func others(than made: Set<String>, in folder: URL) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { !made.contains($0.lastPathComponent) && isReport($0) }.map(\.lastPathComponent).sorted()
    }

    /// Whether a file's name without its extension is that of a condition's table, or of the only one.
    private static func isTable(_ name: String) -> Bool { name == "table" || name.hasPrefix("table-") }

    /// Whether a file is a report of dotchi's, by its name and its words.
    private static func isReport(_ file: URL) -> Bool {
        let name = file.deletingPathExtension().lastPathComponent
        let sign: String
        switch file.pathExtension {
        case "json" where name == "report": sign = "\"bradley_terry\""
        case "html" where name == "report", "md" where name == "report": sign = "dotchi"
        case "md" where isTable(name), "csv" where isTable(name): sign = "[%]"
        case "tex" where isTable(name): sign = "{[}\\%{]}"
        default: return false
        }
        return (try? RegularFile.bytes(of: file))?.range(of: Data(sign.utf8)) != nil
    }
}

import Files
import Foundation
import Reports

/// The folder of a report. Its files change one by one, so that a mark is beside them until all are of one time; and which
/// files are dotchi's stands in a list beside them, so that none of a researcher's is ever removed.
struct ReportFolder {
    /// The name of the mark, which is there while a report is written: a kill leaves it.
    static let mark = "REPORT-INCOMPLETE.txt"
    /// The name of the list: a line a file, as `sha256sum` writes it.
    static let list = ".dotchi-report"

    private static let text = """
        A report was begun here and not written to its end: the files in this folder may be of two reports.
        `dotchi report`, with --out where this is not report/ of a study, writes all of them again and takes this file away.

        """

    /// The folder.
    let place: URL

    /// Writes a report over an earlier one. Files of an earlier report that this one would have written, in these formats,
    /// and has not, as the tables of conditions that are gone, are removed.
    ///
    /// - Returns: names of files that are an earlier report's, or look like one's, and stay: of other formats, or not in the
    ///   list.
    /// - Throws: ``FileFault``, `CocoaError`, ``Failure``.
    func write(_ files: [ReportFile], of formats: Set<ReportFormat>) throws -> [String] {
        if let kind = FileKind(at: place), kind != .folder {
            throw Failure(.cannotCreate, "cannot write to \(place.path): \(FileFault(kind: kind)), and no folder.")
        }
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let mark = place.appending(path: Self.mark)
        if let there = try? RegularFile.bytes(of: mark), there != Data(Self.text.utf8) {
            throw Failure(
                .cannotCreate,
                "\(mark.path) is not dotchi's, but has the name of its mark of a report that is not whole; rename it.")
        }
        WholeFile.removeUnfinished(in: place)
        let made = files.map { Entry(name: $0.name, sha256: hexSHA256(Data($0.text.utf8))) }
        var entries = earlier()
        try WholeFile.write(Data(Self.text.utf8), to: mark)
        // Both, since from here on either may be there.
        try write(entries.union(made))
        HoldPoint.reached("report: marked")
        for file in files {
            let target = place.appending(path: file.name)
            do {
                try WholeFile.write(Data(file.text.utf8), to: target)
            } catch {
                guard error.kind != nil else { throw error }
                throw Failure(.cannotCreate, "cannot write \(target.path): \(error).")
            }
            HoldPoint.reached("report: file written")
        }
        let names = Set(files.map(\.name))
        entries = entries.filter { !names.contains($0.name) && isThere($0) }
        for entry in entries where entry.format.map(formats.contains) == true {
            try FileManager.default.removeItem(at: place.appending(path: entry.name))
            entries.remove(entry)
        }
        try write(entries.union(made))
        try FileManager.default.removeItem(at: mark)
        try WholeFile.sync(place)
        return StaleReports.others(than: names, in: place)
    }

    /// A file that a report has written.
    private struct Entry: Hashable {
        var name: String
        var sha256: String

        var format: ReportFormat? { ReportFormat(rawValue: URL(filePath: name).pathExtension) }
    }

    /// The files of earlier reports, as the list has them; a line that is none is passed over.
    private func earlier() -> Set<Entry> {
        let text = (try? RegularFile.text(of: place.appending(path: Self.list))) ?? ""
        return Set(
            text.split(separator: "\n").compactMap { line in
                guard let match = line.wholeMatch(of: /([0-9a-f]{64})  ((?:table-|report\.)[^\/]*)/) else { return nil }
                return Entry(name: String(match.2), sha256: String(match.1))
            })
    }

    private func write(_ entries: Set<Entry>) throws {
        let lines = entries.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }.map { "\($0.sha256)  \($0.name)\n" }
        try WholeFile.write(Data(lines.joined().utf8), to: place.appending(path: Self.list))
    }

    /// Whether the file is there as it was written; what somebody changed is theirs.
    private func isThere(_ entry: Entry) -> Bool {
        (try? RegularFile.bytes(of: place.appending(path: entry.name))).map { hexSHA256($0) == entry.sha256 } ?? false
    }
}

import Files
import Foundation
import Reports

/// The folder of a report. Its files change one by one, so that a mark is beside them until all are of one time; and which
/// files are dotchi's stands in a list beside them, so that none of a researcher's is ever removed or overwritten.
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

    /// Whether a report was begun there and not written to its end.
    var isMarked: Bool { (try? bytes(of: Self.mark)) == Data(Self.text.utf8) }

    /// Writes a report over an earlier one. Files of an earlier report that this one would have written, in these formats,
    /// and has not, as the tables of conditions that are gone, are removed. Where something that dotchi did not write, or
    /// that was changed since, has the place of a file, nothing is written.
    ///
    /// - Returns: names of files that are an earlier report's, or look like one's, and stay: of other formats, or not in the
    ///   list.
    /// - Throws: ``FileFault``, `CocoaError`, ``Failure``.
    func write(_ files: [ReportFile], of formats: Set<ReportFormat>) throws -> [String] {
        if let kind = FileKind(at: place), kind != .folder {
            throw Failure(.cannotCreate, "cannot write to \(place.path): \(FileFault(kind: kind)), and no folder.")
        }
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let made = files.map { Entry(name: $0.name, sha256: hexSHA256(Data($0.text.utf8))) }
        var entries = try earlier()
        try checkMark()
        try check(made, against: entries)
        let mark = place.appending(path: Self.mark)
        WholeFile.removeUnfinished(in: place)
        try write(Self.text, to: Self.mark)
        // Both, since from here on either may be there.
        try write(entries.union(made))
        HoldPoint.reached("report: marked")
        for file in files {
            try write(file.text, to: file.name)
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

    /// The files of earlier reports, as the list has them.
    private func earlier() throws -> Set<Entry> {
        guard let bytes = try bytes(of: Self.list) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Set(
            try lines.map { line in
                guard let match = line.wholeMatch(of: /([0-9a-f]{64})  ((?:table-|report\.)[^\/]*)/) else {
                    throw inTheWay(Self.list, "is not dotchi's, but has the name of its list of a report's files")
                }
                return Entry(name: String(match.2), sha256: String(match.1))
            })
    }

    /// That the place of the mark is free, or has the mark.
    private func checkMark() throws {
        guard let there = try bytes(of: Self.mark), there != Data(Self.text.utf8) else { return }
        throw inTheWay(Self.mark, "is not dotchi's, but has the name of its mark of a report that is not whole")
    }

    /// That nothing is in the places of the files `made` but what an earlier report wrote, or the same.
    private func check(_ made: [Entry], against entries: Set<Entry>) throws {
        let others = try made.filter { entry in
            guard let sha256 = try bytes(of: entry.name).map({ hexSHA256($0) }) else { return false }
            return sha256 != entry.sha256 && !entries.contains(Entry(name: entry.name, sha256: sha256))
        }
        guard !others.isEmpty else { return }
        let places = others.map { place.appending(path: $0.name).path }.list
        let (are, they) = others.count == 1 ? ("was", "it") : ("were", "them")
        throw Failure(
            .cannotCreate,
            """
            \(places) \(are) not written by dotchi, or \(are) changed since, and would be lost; nothing was written. \
            Rename \(they), or write to another folder with --out DIR.
            """)
    }

    /// What is in the regular file of that name; nil where nothing has the name.
    ///
    /// - Throws: ``Failure`` where something else has it, a link too: what that leads to is somebody's.
    private func bytes(of name: String) throws -> Data? {
        let file = place.appending(path: name)
        var facts = stat()
        guard lstat(file.path, &facts) == 0 else {
            guard errno == ENOENT else { throw cannotWrite(name, FileFault(number: errno)) }
            return nil
        }
        guard facts.st_mode & S_IFMT != S_IFLNK else {
            throw inTheWay(name, "is a symbolic link, which dotchi does not write through")
        }
        do {
            return try RegularFile.bytes(of: file)
        } catch {
            throw cannotWrite(name, error)
        }
    }

    private func inTheWay(_ name: String, _ what: String) -> Failure {
        Failure(
            .cannotCreate,
            """
            \(place.appending(path: name).path) \(what); nothing was written. Rename it, or write to another folder with \
            --out DIR.
            """)
    }

    private func cannotWrite(_ name: String, _ fault: FileFault) -> Failure {
        Failure(.cannotCreate, "cannot write \(place.appending(path: name).path): \(fault).\(fault.elsewhere)")
    }

    private func write(_ entries: Set<Entry>) throws {
        let lines = entries.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }.map { "\($0.sha256)  \($0.name)\n" }
        try write(lines.joined(), to: Self.list)
    }

    private func write(_ text: String, to name: String) throws {
        do {
            try WholeFile.write(Data(text.utf8), to: place.appending(path: name))
        } catch {
            guard error.kind != nil else { throw error }
            throw cannotWrite(name, error)
        }
    }

    /// Whether the file is there as it was written; what somebody changed is theirs.
    private func isThere(_ entry: Entry) -> Bool {
        (try? bytes(of: entry.name)).map { hexSHA256($0) == entry.sha256 } ?? false
    }
}

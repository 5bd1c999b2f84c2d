import Files
import Foundation
import Reports

/// The folder of a report. Its files change one by one, so that a mark is beside them until all are of one time; and which
/// files are dotchi's stands in a list beside them.
struct ReportFolder {
    /// The name of the mark, which is there while a report is written: a kill leaves it.
    static let mark = "REPORT-INCOMPLETE.txt"

    private static let text = """
        A report was begun here and not written to its end: the files in this folder may be of two reports.
        `dotchi report`, with --out where this is not report/ of a study, writes all of them again and takes this file away.

        """

    private let folder: WrittenFiles

    /// The folder at `place`.
    init(place: URL) {
        folder = WrittenFiles(place: place, list: ".dotchi-report", what: "a report's files") {
            $0.wholeMatch(of: /(?:table|table-.*|report)\.[a-z]+/) != nil
        }
    }

    /// Whether a report was begun there and not written to its end.
    var isMarked: Bool { (try? folder.bytes(of: Self.mark)) == Data(Self.text.utf8) }

    /// Writes a report over an earlier one. Files of an earlier report that this one would have written, in these formats,
    /// and has not, as the tables of conditions that are gone, are removed. Where something that dotchi did not write, or
    /// that was changed since, has the place of a file, nothing is written.
    ///
    /// - Returns: names of files that are an earlier report's, or look like one's, and stay: of other formats, or not in the
    ///   list.
    /// - Throws: ``FileFault``, `CocoaError`, ``Failure``.
    func write(_ files: [ReportFile], of formats: Set<ReportFormat>) throws -> [String] {
        let place = folder.place
        if let kind = FileKind(at: place), kind != .folder {
            throw Failure(.cannotCreate, "cannot write to \(place.path): \(FileFault(kind: kind)), and no folder.")
        }
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let made = files.map { WrittenFiles.Entry($0.name, Data($0.text.utf8)) }
        var entries = try folder.earlier()
        if let there = try folder.bytes(of: Self.mark), there != Data(Self.text.utf8) {
            throw folder.inTheWay(
                Self.mark, "is not dotchi's, but has the name of its mark of a report that is not whole")
        }
        try folder.check(made, against: entries)
        WholeFile.removeUnfinished(in: place)
        try folder.write(Data(Self.text.utf8), to: Self.mark)
        // Both, since from here on either may be there.
        try folder.record(entries.union(made))
        HoldPoint.reached("report: marked")
        for file in files {
            try folder.write(Data(file.text.utf8), to: file.name)
            HoldPoint.reached("report: file written")
        }
        let names = Set(files.map(\.name))
        entries = entries.filter { !names.contains($0.name) && folder.isThere($0) }
        for entry in entries {
            let format = ReportFormat(rawValue: URL(filePath: entry.name).pathExtension)
            guard format.map(formats.contains) == true else { continue }
            try FileManager.default.removeItem(at: place.appending(path: entry.name))
            entries.remove(entry)
        }
        try folder.record(entries.union(made))
        try FileManager.default.removeItem(at: place.appending(path: Self.mark))
        try WholeFile.sync(place)
        return StaleReports.others(than: names, in: place)
    }
}

import Files
import Foundation

/// The folder of a page: written beside its place, and put there when it is whole.
struct PageFolder {
    /// What tells a page of dotchi from any other.
    static let mark = "<meta name=\"generator\" content=\"dotchi survey page\">"

    private static let files: Set<String> = ["index.html", "survey.js", "survey.css", "plan.js", "images"]

    /// Where the page will be.
    let place: URL

    /// A folder for a page at `place`.
    /// - Throws: ``SurveyPageError/occupied(path:by:)`` where something else than a page is there.
    init(_ place: URL) throws {
        self.place = place.standardizedFileURL
        if let other = try occupant() { throw SurveyPageError.occupied(path: self.place.path, by: other) }
    }

    /// Calls `body` with a new folder and puts it in place; where `body` throws, nothing has changed.
    func write(_ body: (URL) throws -> Void) throws {
        let manager = FileManager.default
        let name = ".\(place.lastPathComponent)-\(UUID().uuidString)"
        let new = place.deletingLastPathComponent().appending(path: "\(name)-new")
        let old = place.deletingLastPathComponent().appending(path: "\(name)-old")
        defer { try? manager.removeItem(at: new) }
        do {
            try manager.createDirectory(at: new, withIntermediateDirectories: true)
            try body(new)
            HoldPoint.reached("page: before it is put in place")
            guard manager.fileExists(atPath: place.path) else { return try manager.moveItem(at: new, to: place) }
            try manager.moveItem(at: place, to: old)
            HoldPoint.reached("page: earlier one moved away")
            do {
                try manager.moveItem(at: new, to: place)
            } catch {
                try manager.moveItem(at: old, to: place)
                throw error
            }
        } catch let error as CocoaError {
            throw SurveyPageError.cannotWrite(path: place.path, reason: "\(FileFault(error))")
        }
        try? manager.removeItem(at: old)
    }

    /// The first thing in the place that is not part of a page, in words; nil where it is free to be written.
    private func occupant() throws -> String? {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: place.path, isDirectory: &isFolder) else { return nil }
        guard isFolder.boolValue else { return "a file" }
        let entries: [String]
        do {
            entries = try manager.contentsOfDirectory(atPath: place.path)
        } catch {
            throw SurveyPageError.cannotWrite(path: place.path, reason: "\(FileFault(error))")
        }
        if entries.isEmpty { return nil }
        if let other = entries.sorted().first(where: { !Self.files.contains($0) }) { return other }
        guard
            let index = try? String(contentsOf: place.appending(path: "index.html"), encoding: .utf8),
            index.contains(Self.mark)
        else { return entries.contains("index.html") ? "an index.html that dotchi did not write" : "no index.html" }
        let images = (try? manager.contentsOfDirectory(atPath: place.appending(path: "images").path)) ?? []
        return images.sorted().first { !$0.hasSuffix(".png") }.map { "images/\($0)" }
    }
}

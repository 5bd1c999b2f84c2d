import Files
import Foundation

/// The folder of a page: written beside its place, and put there in one step when it is whole.
///
/// People may have the page open while it is built again, and a browser or a proxy may keep an old index.html. So the files of
/// earlier builds stay: every file but index.html is named after its content, and the index.html of another plan stays under
/// a name of its own. They go only where that is asked for.
struct PageFolder {
    /// What tells a page of dotchi from any other.
    static let mark = "<meta name=\"generator\" content=\"dotchi survey page\">"

    /// Exchanges two folders in one step.
    typealias Exchange = (URL, URL) throws -> Void

    /// Where the page will be.
    let place: URL
    /// How the new folder and the old one change places.
    let exchange: Exchange

    /// A folder for a page at `place`.
    /// - Throws: ``SurveyPageError/occupied(path:by:)`` where something else than a page is there.
    init(_ place: URL, exchange: @escaping Exchange) throws {
        self.place = place.standardizedFileURL.resolvingSymlinksInPath()
        self.exchange = exchange
        if let other = try occupant() { throw SurveyPageError.occupied(path: self.place.path, by: other) }
    }

    /// Calls `body` with a new folder and puts it in place; where `body` throws, nothing has changed.
    ///
    /// - Parameter keepsEarlier: Whether the files of earlier builds stay.
    func write(keepsEarlier: Bool, _ body: (URL) throws -> Void) throws {
        do {
            let isThere = FileManager.default.fileExists(atPath: place.path)
            let lock = isThere ? try FileLock(place) : nil
            guard !isThere || lock?.isOf(place) == true else { throw SurveyPageError.atWork(path: place.path) }
            WholeFile.removeUnfinished(in: place.deletingLastPathComponent(), of: place.lastPathComponent)
            let (new, work) = try WholeFile.beginFolder(place)
            defer { try? FileManager.default.removeItem(at: new) }
            try withExtendedLifetime((lock, work)) {
                try body(new)
                try setTimes(new)
                if isThere, keepsEarlier { try keepEarlier(in: new) }
                try WholeFile.syncAll(of: new)
                HoldPoint.reached("page: before it is put in place")
                try put(new, over: isThere, keepsEarlier: keepsEarlier)
            }
        } catch let fault as FileFault {
            throw SurveyPageError.cannotWrite(path: place.path, reason: "\(fault)")
        } catch let error as CocoaError {
            throw SurveyPageError.cannotWrite(path: place.path, reason: "\(FileFault(error))")
        }
    }

    /// Gives all files one time, so that none tells when it was made.
    private func setTimes(_ folder: URL) throws {
        let now = Date(timeIntervalSince1970: Date.now.timeIntervalSince1970.rounded(.down))
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) + [""] {
            try FileManager.default.setAttributes(
                [.modificationDate: now], ofItemAtPath: path.isEmpty ? folder.path : folder.appending(path: path).path)
        }
    }

    /// The first thing in the place that is not part of a page, in words; nil where it is free to be written.
    private func occupant() throws -> String? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else {
            return (try? FileManager.default.destinationOfSymbolicLink(atPath: place.path)).map {
                "a link to \($0), which is not there"
            }
        }
        guard isFolder.boolValue else { return "a file" }
        let files: [String]
        do {
            files = try PageEntries.files(in: place)
        } catch {
            throw SurveyPageError.cannotWrite(path: place.path, reason: "\(FileFault(error))")
        }
        if files.isEmpty { return nil }
        if let other = files.first(where: { !PageEntries.areOfPage($0) }) { return other }
        guard files.contains(PageEntries.index) else { return "no index.html" }
        let foreign = files.first { path in
            guard path == PageEntries.index || PageEntries.areEarlierPage(path) else { return false }
            let page = try? RegularFile.bytes(of: place.appending(path: path))
            return page?.range(of: Data(Self.mark.utf8)) == nil
        }
        return foreign.map { "an \($0) that dotchi did not write" }
    }
}

import Files
import Foundation
import Glibc

/// How a page takes the place of an earlier one.
extension PageFolder {
    /// Takes the files of earlier builds over into `new`; what `new` has under the same name stays.
    func keepEarlier(in new: URL) throws {
        let plan = try EarlierBuild.plan(ofPageIn: new)
        for path in try PageEntries.files(in: place) {
            let file = place.appending(path: path)
            var kept = path
            if path == PageEntries.index {
                // A page of the same plan goes on as the new one does.
                guard try EarlierBuild.plan(ofPageIn: place) != plan else { continue }
                kept = "index-\(ContentHash.name(try RegularFile.bytes(of: file))).html"
            }
            try Self.link(file, to: new.appending(path: kept))
        }
    }

    /// Puts the folder `new` in the page's place.
    ///
    /// Where there is a page, the two change places in one step, and the old one goes. Where the file system cannot do that,
    /// the new files go into the old folder one by one, index.html last: it names none that is not there yet.
    func put(_ new: URL, over isThere: Bool, keepsEarlier: Bool) throws {
        guard isThere else {
            if rename(new.path, place.path) == 0 { return }
            // Another build made it meanwhile.
            guard ![EEXIST, ENOTEMPTY].contains(errno) else { throw SurveyPageError.atWork(path: place.path) }
            throw FileFault(number: errno)
        }
        do {
            try exchange(new, place)
        } catch let fault as FileFault {
            guard let number = fault.number, Self.cannotExchange.contains(number) else { throw fault }
            return try merge(new, keepsEarlier: keepsEarlier)
        }
        HoldPoint.reached("page: exchanged")
        try giveBack(from: new)
    }

    private static let cannotExchange: Set<Int32> = [EINVAL, ENOSYS, EOPNOTSUPP]

    /// Moves the files of `new` into the page's folder, index.html last; then, unless earlier builds stay, takes away the
    /// others.
    private func merge(_ new: URL, keepsEarlier: Bool) throws {
        let files = try PageEntries.files(in: new)
        for path in files.filter({ $0 != PageEntries.index }) + [PageEntries.index] {
            if path == PageEntries.index { HoldPoint.reached("page: before index.html") }
            try Self.move(new.appending(path: path), over: place.appending(path: path))
        }
        guard !keepsEarlier else { return }
        for path in Set(try PageEntries.files(in: place)).subtracting(files) where PageEntries.areOfPage(path) {
            try? FileManager.default.removeItem(at: place.appending(path: path))
        }
        for folder in try FileManager.default.contentsOfDirectory(atPath: place.path)
        where PageEntries.areOfPage(folder: folder) {
            // Succeeds where nothing is left in it.
            rmdir(place.appending(path: folder).path)
        }
    }

    /// Brings back what somebody put into the old page while the new one was written.
    private func giveBack(from old: URL) throws {
        for path in try PageEntries.files(in: old) where !PageEntries.areOfPage(path) {
            try Self.move(old.appending(path: path), over: place.appending(path: path))
        }
    }

    private static func move(_ file: URL, over target: URL) throws {
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard rename(file.path, target.path) == 0 else { throw FileFault(number: errno) }
    }

    /// Makes `target` the same file as `file`, a copy where the file system has no links; nothing where it is there.
    private static func link(_ file: URL, to target: URL) throws {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: target.path) else { return }
        try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        if Glibc.link(file.path, target.path) != 0 { try manager.copyItem(at: file, to: target) }
    }
}

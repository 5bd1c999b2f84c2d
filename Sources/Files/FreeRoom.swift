package import Foundation

/// How much room is left.
package enum FreeRoom {
    /// Whether not even a small file can be made in `folder`: no bytes are left, or no entries for files.
    package static func isNone(at folder: URL) -> Bool {
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else { return false }
        // Some file systems count no entries, and say that there are none of none.
        return Int(facts.f_bavail).multipliedReportingOverflow(by: Int(facts.f_frsize)).partialValue < 65_536
            || facts.f_files > 0 && facts.f_favail == 0
    }

    /// Bytes that this user can still write where `folder`, or the nearest folder above that is there, lies; nil where
    /// the system does not tell.
    package static func bytes(at folder: URL) -> Int? {
        var folder = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else { return nil }
        let (bytes, overflow) = Int(facts.f_bavail).multipliedReportingOverflow(by: Int(facts.f_frsize))
        return overflow ? nil : bytes
    }
}

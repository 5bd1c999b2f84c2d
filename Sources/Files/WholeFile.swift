package import Foundation

/// Files and folders that are replaced whole or not at all, also where the machine stops midway.
package enum WholeFile {
    /// How the name of an unfinished file ends; it begins with a dot. Only a kill leaves one behind.
    package static let unfinished = ".dotchi-part"

    /// Writes `bytes` beside `file`, syncs them and renames them to it.
    ///
    /// - Throws: ``FileFault``; nothing has changed then.
    package static func write(_ bytes: Data, to file: URL) throws(FileFault) {
        let part = file.deletingLastPathComponent()
            .appending(path: ".\(file.lastPathComponent)-\(UUID().uuidString)\(unfinished)")
        do {
            try bytes.write(to: part)
            try sync(part)
            HoldPoint.reached("file: before rename")
            guard rename(part.path, file.path) == 0 else { throw FileFault(number: errno) }
            try sync(file.deletingLastPathComponent())
        } catch {
            unlink(part.path)
            throw error as? FileFault ?? FileFault(error)
        }
    }

    /// Exchanges two files or folders of one file system in one step: every reader finds one or the other.
    ///
    /// - Throws: ``FileFault``, also where the file system cannot do that (EINVAL, ENOSYS).
    package static func exchange(_ one: URL, _ other: URL) throws(FileFault) {
        guard renameat2(AT_FDCWD, one.path, AT_FDCWD, other.path, 2 /* RENAME_EXCHANGE */) == 0 else {
            throw FileFault(number: errno)
        }
    }

    /// Waits until `place`, a file or the entries of a folder, is on disk.
    ///
    /// - Throws: ``FileFault``.
    package static func sync(_ place: URL) throws(FileFault) {
        let descriptor = open(place.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(number: errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder (EINVAL), and then need not.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileFault(number: errno) }
    }
}

// glibc has it since 2.28; Swift's Glibc module was made without _GNU_SOURCE and does not show it.
@_silgen_name("renameat2")
private func renameat2(
    _ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32, _ new: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32

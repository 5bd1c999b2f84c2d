package import Foundation

/// Files and folders that are replaced whole or not at all, also where the machine stops midway.
package enum WholeFile {
    /// How the name of an unfinished file ends; it begins with a dot. Only a kill leaves one behind.
    package static let unfinished = ".dotchi-part"

    /// Writes `bytes` beside `file`, syncs them and renames them to it. Links are followed, and the permissions of a file
    /// that was there stay. A device, as /dev/null, and what a shell hands over (/dev/stdout, /dev/fd/63), is written to.
    ///
    /// While it is written the unfinished file is locked, so that it can be told from one that a kill left; those are
    /// removed by the next writing of the same file.
    ///
    /// - Throws: ``FileFault``, also where a FIFO or a socket is there; nothing has changed then.
    package static func write(_ bytes: Data, to file: URL) throws(FileFault) { try write([bytes], to: file) }

    /// The same with `parts` one after the other.
    ///
    /// - Throws: ``FileFault``; nothing has changed then.
    package static func write(_ parts: [Data], to file: URL) throws(FileFault) {
        var before = stat()
        let isThere = stat(file.path, &before) == 0
        let kind = isThere ? before.st_mode & S_IFMT : S_IFREG
        guard kind == S_IFREG || kind == S_IFDIR else {
            // A disk is no place for a file either.
            guard kind == S_IFCHR || RegularFile.isDescriptor(file.path) else {
                throw FileKind(mode: kind).map(FileFault.init(kind:)) ?? FileFault(number: EINVAL)
            }
            // Nothing is waited for while it is opened; writing waits for who reads.
            let descriptor = open(file.path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileFault(number: errno) }
            defer { close(descriptor) }
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
            for part in parts { try write(part, to: descriptor) }
            return
        }
        let file = file.resolvingSymlinksInPath()
        removeUnfinished(in: file.deletingLastPathComponent(), of: file.lastPathComponent)
        let (part, descriptor) = try begin(file)
        defer { close(descriptor) }
        do throws(FileFault) {
            if isThere { fchmod(descriptor, before.st_mode & 0o777) }
            for part in parts { try write(part, to: descriptor) }
            guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileFault(number: errno) }
            HoldPoint.reached("file: before rename")
            guard rename(part.path, file.path) == 0 else { throw FileFault(number: errno) }
        } catch {
            unlink(part.path)
            throw error
        }
        try sync(file.deletingLastPathComponent())
    }

    /// A new name beside `place` for what will be there when it is whole.
    package static func unfinished(for place: URL) -> URL {
        place.deletingLastPathComponent()
            .appending(path: ".\(place.lastPathComponent)-\(UUID().uuidString)\(unfinished)")
    }

    /// Whether `name`, without folders, is one that ``unfinished(for:)`` gives.
    package static func isUnfinished(_ name: String) -> Bool {
        name.wholeMatch(of: /\..+-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\.dotchi-part/) != nil
    }

    /// Removes the unfinished files right in `folder` that nobody writes any more: all, or those of one file.
    package static func removeUnfinished(in folder: URL, of file: String? = nil) {
        // Nearly all names fail the first look, which costs little: many files may be written to one folder.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where name.hasSuffix(unfinished) && (file.map { name.hasPrefix(".\($0)-") } ?? true) && isUnfinished(name) {
            _ = try? remove(folder.appending(path: name))
        }
    }

    /// Removes an unfinished file or folder, and holds its lock meanwhile, so that nobody begins to write it.
    ///
    /// - Returns: false where somebody is writing it, and it stays.
    /// - Throws: ``FileFault`` where it cannot be removed.
    @discardableResult
    package static func remove(_ part: URL) throws(FileFault) -> Bool {
        guard let lock = try FileLock(part, creating: false) else { return false }
        defer { withExtendedLifetime(lock) {} }
        do {
            try FileManager.default.removeItem(at: part)
        } catch {
            throw FileFault(error)
        }
        return true
    }

    /// Exchanges two files or folders of one file system in one step: every reader finds one or the other.
    ///
    /// - Throws: ``FileFault``, also where the file system cannot do that (EINVAL, ENOSYS).
    package static func exchange(_ one: URL, _ other: URL) throws(FileFault) {
        // RENAME_EXCHANGE, a macro that Swift does not see.
        let flags: UInt32 = 2
        guard renameat2(AT_FDCWD, one.path, AT_FDCWD, other.path, flags) == 0 else {
            throw FileFault(number: errno)
        }
    }

    /// Gives the file or folder that was written as `part` its place: brings all of it to disk, renames it, and waits until
    /// the new name is on disk too.
    ///
    /// - Throws: ``FileFault``, also where a folder that is not empty has that place; `part` is then still there.
    package static func publish(_ part: URL, as place: URL) throws(FileFault) {
        try syncAll(of: part)
        guard rename(part.path, place.path) == 0 else { throw FileFault(number: errno) }
        try sync(place.deletingLastPathComponent())
    }

    /// Waits until `place`, a file or a folder with all that is in it, is on disk. Of a folder the whole file system is
    /// brought to disk, in one call for however many files.
    ///
    /// - Throws: ``FileFault``.
    package static func syncAll(of place: URL) throws(FileFault) {
        let descriptor = open(place.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(number: errno) }
        defer { close(descriptor) }
        var facts = stat()
        let isFolder = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
        guard (isFolder ? syncfs(descriptor) : fsync(descriptor)) == 0 else { throw FileFault(number: errno) }
    }

    /// Waits until `place`, a file or the entries of a folder, is on disk.
    ///
    /// - Throws: ``FileFault``.
    package static func sync(_ place: URL) throws(FileFault) {
        let descriptor = open(place.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(number: errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder (EINVAL), and then need not.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileFault(number: errno) }
    }

    private static func write(_ bytes: Data, to descriptor: Int32) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileFault(number: errno) }
            written += count
        }
    }
}

// glibc has both since 2.28; Swift's Glibc module was made without _GNU_SOURCE and does not show them.
@_silgen_name("syncfs")
private func syncfs(_ descriptor: Int32) -> Int32

@_silgen_name("renameat2")
private func renameat2(
    _ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32, _ new: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32

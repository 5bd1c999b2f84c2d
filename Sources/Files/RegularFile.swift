package import Foundation

/// The one way in which files are opened to be read: only what is a regular file, or is open already.
///
/// A FIFO in the place of a file would hold the program until somebody writes to it, a device might never end, and a
/// socket cannot be opened at all. None of them is waited for.
package enum RegularFile {
    /// All that is in the file at `place`.
    ///
    /// - Parameter options: whether it may be mapped into memory, for a large file that nobody cuts meanwhile.
    /// - Throws: ``FileFault``, also where it is no regular file.
    package static func bytes(of place: URL, options: Data.ReadingOptions = []) throws(FileFault) -> Data {
        try check(place)
        do {
            return try Data(contentsOf: place, options: options)
        } catch {
            throw FileFault(error)
        }
    }

    /// The text in the file at `place`, bytes that are no UTF-8 replaced.
    ///
    /// - Throws: as ``bytes(of:options:)``.
    package static func text(of place: URL) throws(FileFault) -> String {
        String(decoding: try bytes(of: place), as: UTF8.self)
    }

    /// That there is a regular file at `place` which can be opened.
    ///
    /// - Throws: ``FileFault``.
    package static func check(_ place: URL) throws(FileFault) { close(try descriptor(place.path)) }

    /// Opens the file at `place`, which the caller closes.
    ///
    /// - Throws: ``FileFault``, also where it is no regular file.
    package static func open(_ place: URL) throws(FileFault) -> FileHandle {
        FileHandle(fileDescriptor: try descriptor(place.path), closeOnDealloc: true)
    }

    /// The same, where what a shell hands over is taken as well: standard input and other descriptors that are open
    /// already (`/dev/stdin`, `/dev/fd/63`), whatever they are.
    package static func openGiven(_ place: URL) throws(FileFault) -> FileHandle {
        FileHandle(
            fileDescriptor: try descriptor(place.path, takesAnything: isDescriptor(place.path)), closeOnDealloc: true)
    }

    /// A descriptor for reading, of a path of whatever bytes.
    static func descriptor(_ path: UnsafePointer<CChar>, takesAnything: Bool = false) throws(FileFault) -> Int32 {
        // Nothing is waited for while it is opened.
        let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let number = errno
            // A socket cannot be opened, which the system calls a device that is not there.
            var facts = stat()
            if number == ENXIO, stat(path, &facts) == 0, let kind = FileKind(mode: facts.st_mode) {
                throw FileFault(kind: kind)
            }
            throw FileFault(number: number)
        }
        var facts = stat()
        let kind = fstat(descriptor, &facts) == 0 ? FileKind(mode: facts.st_mode) : nil
        if let kind, kind == .folder || !takesAnything {
            close(descriptor)
            throw FileFault(kind: kind)
        }
        // Reading waits for what a pipe brings.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return descriptor
    }

    /// Whether a path leads, by links, to a descriptor of this process.
    static func isDescriptor(_ path: String) -> Bool {
        var path = path
        for _ in 0..<40 {
            let place = URL(filePath: path)
            if let folder = realpath(place.deletingLastPathComponent().path, nil) {
                defer { free(folder) }
                let isOne = String(cString: folder).wholeMatch(of: /\/proc\/[0-9]+(\/task\/[0-9]+)?\/fd/) != nil
                if isOne { return true }
            }
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return false }
            path = next.hasPrefix("/") ? next : place.deletingLastPathComponent().path + "/" + next
        }
        return false
    }
}

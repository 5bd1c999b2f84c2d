import Files
import Foundation

/// Writes files that are there whole or not at all.
enum WholeFile {
    /// Writes `parts` one after the other to `file`, under the name of an unfinished file as all of dotchi's have it.
    ///
    /// - Throws: `SafetensorsError`.
    static func write(_ parts: [Data], to file: URL) throws(SafetensorsError) {
        let folder = file.deletingLastPathComponent()
        Files.WholeFile.removeUnfinished(in: folder, of: file.lastPathComponent)
        let (part, descriptor) = try begin(file)
        let temporary = part.path
        defer { close(descriptor) }
        do throws(SafetensorsError) {
            for part in parts { try write(part, to: descriptor, file: file.path) }
            guard fsync(descriptor) == 0 else { throw failure(file.path, "not synced") }
            HoldPoint.reached("tensors: before rename")
            guard rename(temporary, file.path) == 0 else { throw failure(file.path, "not renamed") }
        } catch {
            unlink(temporary)
            throw error
        }
        try sync(folder, for: file)
    }

    private static func begin(_ file: URL) throws(SafetensorsError) -> (part: URL, descriptor: Int32) {
        do throws(FileFault) {
            return try Files.WholeFile.begin(file, mode: 0o644)
        } catch {
            errno = error.number ?? EIO
            throw failure(file.path, "its folder does not take a new file")
        }
    }

    /// Writes all of `part`.
    static func write(_ part: Data, to descriptor: Int32, file: String) throws(SafetensorsError) {
        var written = 0
        while written < part.count {
            let count = part.withUnsafeBytes { bytes in
                Foundation.write(descriptor, bytes.baseAddress?.advanced(by: written), part.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure(file, "not written") }
            written += count
        }
    }

    /// Makes the new name last through a loss of power.
    private static func sync(_ folder: URL, for file: URL) throws(SafetensorsError) {
        let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(file.path, "its folder cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(file.path, "its folder is not synced") }
    }

    private static func failure(_ file: String, _ what: String) -> SafetensorsError {
        SafetensorsError(
            file: file, tensor: nil, reason: "\(what): \(String(cString: strerror(errno)))", isOfWriting: true)
    }
}

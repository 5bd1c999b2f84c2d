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
        let temporary = Files.WholeFile.unfinished(for: file).path
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(file.path, "its folder does not take a new file") }
        defer { close(descriptor) }
        // Tells it from one that a kill left.
        flock(descriptor, LOCK_EX | LOCK_NB)
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

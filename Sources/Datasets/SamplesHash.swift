import Crypto
import Files
import Foundation
import Study

/// SHA-256 of a part of a file.
enum SamplesHash {
    /// SHA-256, in hexadecimal, of the bytes of `file` from `offset` on. They are read, not mapped, so that they do not count
    /// as memory of the process.
    ///
    /// - Throws: what reading throws.
    static func sha256(of file: URL, from offset: Int) throws -> String {
        let handle = try RegularFile.open(file)
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(offset))
        var hash = SHA256()
        while let part = try handle.read(upToCount: 1 << 22), !part.isEmpty { hash.update(data: part) }
        return hexadecimal(hash.finalize())
    }
}

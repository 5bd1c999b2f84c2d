import Crypto
import Foundation
import Study

/// Short names of contents: a file whose name has one is never another file under the same name.
enum ContentHash {
    /// The first 16 hexadecimal digits of SHA-256 over `parts`.
    static func name(_ parts: some Sequence<String>) -> String {
        var hash = SHA256()
        for part in parts { hash.update(data: Array(part.utf8)) }
        return String(hexadecimal(hash.finalize()).prefix(16))
    }

    /// SHA-256 of a text: 64 hexadecimal digits.
    static func whole(_ text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }

    /// The same of bytes.
    static func name(_ data: Data) -> String { String(hexadecimal(SHA256.hash(data: data)).prefix(16)) }

    /// A text as a Content Security Policy names it: 'sha256-...'.
    static func source(_ text: String) -> String {
        "'sha256-\(Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString())'"
    }
}

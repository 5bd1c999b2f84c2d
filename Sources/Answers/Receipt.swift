import Crypto
import Foundation

/// The code that a person gets at the end, by which their answers can be found and erased without their id.
package enum Receipt {
    /// 16 characters: base32 of the first 80 bits of SHA-256 over "receipt" and the session's id in lower case.
    ///
    /// Source: RFC 4648, section 6.
    package static func code(ofSession session: String) -> String {
        let digest = Array(SHA256.hash(data: Data("receipt\(session.lowercased())".utf8)).prefix(10))
        var (code, bits, count) = ("", 0, 0)
        for byte in digest {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                code.append(alphabet[bits >> count & 31])
            }
            bits &= (1 << count) - 1
        }
        return code
    }

    /// The code that a text writes, with or without hyphens and blanks, in either case; nil where it is none.
    package static func code(in text: String) -> String? {
        let letters = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        return letters.count == 16 && letters.allSatisfy(alphabet.contains) ? letters : nil
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
}

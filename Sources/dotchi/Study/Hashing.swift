import Crypto
import Foundation

/// SHA-256 of `bytes`: 64 lower-case hexadecimal digits.
func hexSHA256(_ bytes: some DataProtocol) -> String {
    SHA256.hash(data: bytes).map { byte in
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }.joined()
}

/// SHA-256 of a file's bytes.
func fileSHA256(_ file: URL) throws -> String {
    hexSHA256(try Data(contentsOf: file, options: .mappedIfSafe))
}

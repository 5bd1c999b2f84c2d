import Crypto
import Files
import Foundation
import Study

/// SHA-256 of `bytes`: 64 lower-case hexadecimal digits.
func hexSHA256(_ bytes: some DataProtocol) -> String {
    hexadecimal(SHA256.hash(data: bytes))
}

/// SHA-256 of a file's bytes.
func fileSHA256(_ file: URL) throws -> String {
    hexSHA256(try RegularFile.bytes(of: file, options: .mappedIfSafe))
}

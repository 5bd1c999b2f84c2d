import Crypto

/// What nobody can guess: by it a collector knows who writes for a session, and who may see its board.
package enum Secret {
    /// 128 random bits, in hexadecimal.
    package static func make() -> String {
        SymmetricKey(size: .bits128).withUnsafeBytes { bytes in
            bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
        }
    }

    /// Whether two texts are the same, in a time that does not depend on where they differ.
    package static func areSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

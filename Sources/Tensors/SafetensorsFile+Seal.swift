import Crypto
import Foundation

/// The checksum that a file of ours carries in its metadata, by which a flipped bit in weights or facts is noticed that
/// nothing else would show.
extension SafetensorsFile {
    /// Its key in the metadata. Other programs pass it over.
    static let sealKey = "dotchi.sha256"

    /// SHA-256, in hexadecimal, of metadata and tensors, sorted by their names; where the tensors lie in the file does not
    /// matter.
    var seal: String {
        var hash = SHA256()
        func add(_ text: String) {
            withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: Data(text.utf8))
        }
        func sorted<Value>(_ named: [String: Value]) -> [(key: String, value: Value)] {
            named.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        }
        for (key, value) in sorted(metadata) {
            add(key)
            add(value)
        }
        for (name, tensor) in sorted(tensors) {
            add(name)
            add("\(tensor.type.rawValue) \(tensor.shape)")
            hash.update(data: tensor.bytes)
        }
        return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Takes the seal off the metadata that were read, and compares it.
    mutating func unseal() throws(Fault) {
        guard let found = metadata.removeValue(forKey: Self.sealKey) else { return }
        isSealed = true
        guard found == seal else {
            throw Fault(reason: "its content is not what was written (the SHA-256 that it carries is of another)")
        }
    }
}

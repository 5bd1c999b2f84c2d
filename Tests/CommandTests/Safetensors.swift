import Foundation
import Testing

/// A safetensors file: its length as eight bytes, little-endian, a header in JSON, then the tensors' bytes.
struct Safetensors {
    /// Type, shape and place of each tensor, as JSON with sorted keys.
    let tensors: String
    /// What the file says of itself.
    let metadata: [String: String]
    /// The tensors' bytes.
    let data: Data

    init(_ file: URL) throws {
        let bytes = try Data(contentsOf: file)
        try #require(bytes.count > 8)
        let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        try #require(bytes.count >= 8 + length)
        var header = try #require(
            JSONSerialization.jsonObject(with: bytes.dropFirst(8).prefix(length)) as? [String: Any])
        metadata = header.removeValue(forKey: "__metadata__") as? [String: String] ?? [:]
        tensors = String(
            decoding: try JSONSerialization.data(withJSONObject: header, options: .sortedKeys), as: UTF8.self)
        data = bytes.dropFirst(8 + length)
        try #require(!header.isEmpty && !data.isEmpty)
    }
}

import Files
package import Foundation

extension SafetensorsFile {
    /// Writes the file whole or not at all: under a temporary name beside it, synced, then renamed. The same content
    /// gives the same bytes. What stood under the name before stays until the end.
    ///
    /// - Throws: `SafetensorsError`, such as for a full disk; the temporary file is gone then.
    package func write(to file: URL) throws(SafetensorsError) {
        let sorted = order()
        do throws(FileFault) {
            try WholeFile.write([header(of: sorted)] + sorted.map(\.value.bytes), to: file)
        } catch {
            throw SafetensorsError(
                file: file.path, tensor: nil, reason: "it cannot be written: \(error)", isOfWriting: true)
        }
    }

    /// The widest elements first, so that all lie at multiples of their widths; then by name.
    private func order() -> [(key: String, value: StoredTensor)] {
        tensors.sorted { left, right in
            left.value.type.width == right.value.type.width
                ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
                : left.value.type.width > right.value.type.width
        }
    }

    private func header(of tensors: [(key: String, value: StoredTensor)]) -> Data {
        var members: [String] = []
        var metadata = metadata
        if isSealed { metadata[Self.sealKey] = seal }
        if !metadata.isEmpty {
            let facts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            members.append(
                #""__metadata__":{"#
                    + facts.map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }.joined(separator: ",") + "}")
        }
        var end = 0
        for (name, tensor) in tensors {
            precondition(name != "__metadata__", "no tensor can have this name")
            let start = end
            end += tensor.bytes.count
            let shape = tensor.shape.map(String.init).joined(separator: ",")
            members.append(
                Self.quoted(name)
                    + #":{"dtype":"\#(tensor.type.rawValue)","shape":[\#(shape)],"data_offsets":[\#(start),\#(end)]}"#)
        }
        var text = Data("{\(members.joined(separator: ","))}".utf8)
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - text.count % 8) % 8))
        precondition(text.count <= Self.longestHeader, "a header of \(text.count) bytes")
        return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) } + text
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

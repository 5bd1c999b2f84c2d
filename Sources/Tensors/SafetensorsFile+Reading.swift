import Files
package import Foundation

extension SafetensorsFile {
    /// Reads a file, and refuses one whose header and bytes do not agree in every respect, or whose content is not that of
    /// the checksum that it carries.
    ///
    /// - Throws: `SafetensorsError` naming the file and the tensor.
    package init(reading file: URL) throws(SafetensorsError) {
        let content: Data
        do {
            content = try RegularFile.bytes(of: file)
        } catch {
            throw SafetensorsError(file: file.path, tensor: nil, reason: "cannot be read: \(error)")
        }
        do throws(Fault) {
            try self.init(content)
        } catch {
            throw SafetensorsError(file: file.path, tensor: error.tensor, reason: error.reason)
        }
    }

    /// What is wrong, before the file's name is put to it.
    struct Fault: Error {
        var tensor: String?
        let reason: String
    }

    private init(_ content: Data) throws(Fault) {
        guard content.count >= 8 else {
            throw Fault(reason: "\(content.count) bytes: too short for the 8 bytes of the header's length")
        }
        let length = content.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(Self.longestHeader) else {
            throw Fault(reason: "a header of \(length) bytes; at most \(Self.longestHeader) are allowed")
        }
        guard content.count - 8 >= Int(length) else {
            throw Fault(reason: "cut off: a header of \(length) bytes in \(content.count - 8) bytes")
        }
        let body = 8 + Int(length)
        let header = try SafetensorsHeader(parsing: Array(content[8..<body]))
        try header.check(bytes: content.count - body)
        var tensors: [String: StoredTensor] = [:]
        for entry in header.entries {
            let bytes = content.subdata(in: body + entry.offsets.lowerBound..<body + entry.offsets.upperBound)
            tensors[entry.name] = StoredTensor(bytes, type: entry.type, shape: entry.shape)
        }
        self.init(tensors: tensors, metadata: header.metadata)
        try unseal()
    }
}

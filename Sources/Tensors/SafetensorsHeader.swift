/// The header of a safetensors file: where each tensor's bytes lie.
struct SafetensorsHeader {
    /// One tensor.
    struct Entry {
        let name: String
        let type: StoredTensor.ElementType
        let shape: [Int]
        /// Places of its bytes, counted from the header's end.
        let offsets: Range<Int>
    }

    var entries: [Entry] = []
    var metadata: [String: String] = [:]

    typealias Fault = SafetensorsFile.Fault

    init(parsing text: [UInt8]) throws(Fault) {
        guard String(validating: text, as: UTF8.self) != nil else { throw Fault(reason: "a header that is no UTF-8") }
        guard text.first == UInt8(ascii: "{") else { throw Fault(reason: "a header that does not begin with {") }
        var scanner = JSONScanner(text)
        var names: Set<String> = []
        try scanner.object { scanner, name throws(Fault) in
            guard names.insert(name).inserted else { throw Fault(tensor: name, reason: "named twice in the header") }
            if name == "__metadata__" {
                metadata = try Self.metadata(&scanner)
            } else {
                entries.append(try Self.entry(name, &scanner))
            }
        }
        try scanner.end()
    }

    /// Checks that the tensors cover `bytes` bytes, each once.
    func check(bytes: Int) throws(Fault) {
        let sorted = entries.sorted {
            ($0.offsets.lowerBound, $0.offsets.upperBound) < ($1.offsets.lowerBound, $1.offsets.upperBound)
        }
        var end = 0
        for entry in sorted {
            guard entry.offsets.lowerBound >= end else {
                throw Fault(
                    tensor: entry.name, reason: "begins at byte \(entry.offsets.lowerBound), within another tensor")
            }
            guard entry.offsets.lowerBound == end else {
                throw Fault(
                    tensor: entry.name,
                    reason: "begins at byte \(entry.offsets.lowerBound) and leaves a hole from byte \(end)")
            }
            end = entry.offsets.upperBound
            guard end <= bytes else {
                throw Fault(
                    tensor: entry.name, reason: "ends at byte \(end), but the file holds only \(bytes): cut off")
            }
        }
        guard end == bytes else { throw Fault(reason: "\(bytes - end) bytes after the last tensor") }
    }

    private static func metadata(_ scanner: inout JSONScanner) throws(Fault) -> [String: String] {
        var metadata: [String: String] = [:]
        try scanner.object { scanner, key throws(Fault) in
            guard metadata[key] == nil else { throw Fault(reason: "metadata \(key): given twice") }
            guard scanner.next == UInt8(ascii: "\"") else { throw Fault(reason: "metadata \(key): no text") }
            metadata[key] = try scanner.string()
        }
        return metadata
    }

    private static func entry(_ name: String, _ scanner: inout JSONScanner) throws(Fault) -> Entry {
        do throws(Fault) {
            var type: StoredTensor.ElementType?
            var shape: [Int]?
            var offsets: [Int]?
            try scanner.object { scanner, key throws(Fault) in
                switch key {
                case "dtype" where type == nil: type = try Self.type(try scanner.string())
                case "shape" where shape == nil: shape = try scanner.integers()
                case "data_offsets" where offsets == nil: offsets = try scanner.integers()
                case "dtype", "shape", "data_offsets": throw Fault(reason: "\(key) is given twice")
                default: throw Fault(reason: "unknown key \(key); dtype, shape and data_offsets are known")
                }
            }
            guard let type, let shape, let offsets else {
                throw Fault(reason: "dtype, shape and data_offsets are needed")
            }
            return try Entry(
                name: name, type: type, shape: shape, offsets: Self.range(offsets, type: type, shape: shape))
        } catch {
            throw Fault(tensor: name, reason: error.reason)
        }
    }

    private static func type(_ name: String) throws(Fault) -> StoredTensor.ElementType {
        guard let type = StoredTensor.ElementType(rawValue: name) else {
            let known = StoredTensor.ElementType.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(reason: "elements of type \(name); \(known) can be read")
        }
        return type
    }

    private static func range(
        _ offsets: [Int], type: StoredTensor.ElementType, shape: [Int]
    ) throws(Fault) -> Range<Int> {
        guard offsets.count == 2, offsets[0] <= offsets[1] else {
            throw Fault(reason: "data_offsets \(offsets); a begin and an end not before it are needed")
        }
        var needed = type.width
        for size in shape {
            let (product, overflow) = needed.multipliedReportingOverflow(by: size)
            guard !overflow else { throw Fault(reason: "shape \(shape) has too many elements") }
            needed = product
        }
        guard offsets[1] - offsets[0] == needed else {
            throw Fault(
                reason: "\(offsets[1] - offsets[0]) bytes for shape \(shape) of \(type.rawValue), which needs \(needed)"
            )
        }
        return offsets[0]..<offsets[1]
    }
}

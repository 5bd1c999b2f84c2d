/// A column of texts that often repeat: each different text once, and a code for each row.
struct TextColumn: Sendable, Hashable {
    /// How many different texts there are; more than rows have where rows were left out.
    var distinct: Int { ends.count }

    /// For each row the number of its text among ``values``.
    private(set) var codes: [Int32] = []
    /// The UTF-8 of the different texts, one after the other, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// No rows.
    init() {}

    /// Rows of these codes among these texts.
    init(codes: [Int32], values: [String]) {
        self.codes = codes
        for value in values {
            bytes += value.utf8
            ends.append(bytes.count)
        }
    }

    /// Adds a row whose text no other row has.
    mutating func append(unique text: String) {
        codes.append(Int32(ends.count))
        bytes += text.utf8
        ends.append(bytes.count)
    }

    /// The column with some of its rows.
    func keeping(_ rows: [Int]) -> TextColumn {
        var column = self
        column.codes = rows.map { codes[$0] }
        return column
    }

    /// How many rows have each text, by its code.
    var rowsOfTexts: [Int] {
        var rows = [Int](repeating: 0, count: distinct)
        for code in codes { rows[Int(code)] += 1 }
        return rows
    }

    /// The UTF-8 of a text by its code.
    func utf8(_ code: Int) -> ArraySlice<UInt8> { bytes[range(code)] }

    /// The different texts, in the order in which they first appear; made at each call.
    var values: [String] { ends.indices.map(text) }

    /// The text of a row; nil where it is empty.
    subscript(row: Int) -> String? {
        let range = range(Int(codes[row]))
        return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }

    private func text(_ code: Int) -> String { String(decoding: bytes[range(code)], as: UTF8.self) }

    private func range(_ code: Int) -> Range<Int> { (code == 0 ? 0 : ends[code - 1])..<ends[code] }

    /// Puts texts together into a column, by a hash table of codes with linear probing.
    struct Builder: Sendable {
        private(set) var column = TextColumn()
        private var hashes: [UInt64] = []
        /// Codes, or -1; their number is a power of 2 and at least twice that of the texts.
        private var slots = [Int32](repeating: -1, count: 16)

        /// Adds a row whose text is a part of `source`; false where it is not UTF-8.
        mutating func append(_ part: Range<Int>, of source: [UInt8]) -> Bool {
            // Rows of one session stand together and say the same.
            if let last = column.codes.last, column.is(Int(last), part, of: source) {
                column.codes.append(last)
                return true
            }
            let hash = Self.hash(part, of: source)
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 {
                let code = Int(slots[slot])
                if hashes[code] == hash, column.is(code, part, of: source) {
                    column.codes.append(Int32(code))
                    return true
                }
                slot = (slot + 1) & (slots.count - 1)
            }
            guard String(validating: source[part], as: UTF8.self) != nil else { return false }
            let code = Int32(column.ends.count)
            slots[slot] = code
            hashes.append(hash)
            column.bytes += source[part]
            column.ends.append(column.bytes.count)
            column.codes.append(code)
            if 2 * hashes.count > slots.count { grow() }
            return true
        }

        /// Adds the rows of another column.
        mutating func append(_ other: TextColumn) {
            let old = column.codes
            column.codes = []
            let codes = other.ends.indices.map { code in
                _ = append(other.range(code), of: other.bytes)
                return column.codes[code]
            }
            column.codes = old
            column.codes.append(contentsOf: other.codes.lazy.map { codes[Int($0)] })
        }

        /// A hash of 64 bits: eight bytes at a time, each time both halves of a product of 128 bits.
        static func hash(_ part: Range<Int>, of source: [UInt8]) -> UInt64 {
            source.withUnsafeBytes { source in
                var hash = UInt64(part.count)
                var index = part.lowerBound
                while index < part.upperBound {
                    var word: UInt64 = 0
                    if index + 8 <= part.upperBound {
                        word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    } else {
                        for rest in index..<part.upperBound { word = word << 8 | UInt64(source[rest]) }
                    }
                    let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
                    hash = product.high ^ product.low
                    index += 8
                }
                return hash
            }
        }

        private mutating func grow() {
            slots = [Int32](repeating: -1, count: 2 * slots.count)
            for (code, hash) in hashes.enumerated() {
                var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
                while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = Int32(code)
            }
        }
    }

    private func `is`(_ code: Int, _ part: Range<Int>, of source: [UInt8]) -> Bool {
        let own = range(code)
        guard own.count == part.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            source.withUnsafeBytes { source in
                var offset = 0
                while offset + 8 <= part.count {
                    let one = bytes.loadUnaligned(fromByteOffset: own.lowerBound + offset, as: UInt64.self)
                    let other = source.loadUnaligned(fromByteOffset: part.lowerBound + offset, as: UInt64.self)
                    guard one == other else { return false }
                    offset += 8
                }
                while offset < part.count {
                    guard bytes[own.lowerBound + offset] == source[part.lowerBound + offset] else { return false }
                    offset += 1
                }
                return true
            }
        }
    }
}

extension TextColumn.Builder {
    /// Adds a row.
    mutating func append(_ text: String) {
        let bytes = Array(text.utf8)
        _ = append(bytes.indices, of: bytes)
    }
}

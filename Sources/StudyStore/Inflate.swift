/// Reads the beginning of compressed data (DEFLATE, RFC 1951), to see what it is of. What is cut or wrong ends it early.
struct Inflate {
    private let input: [UInt8]
    private var place = 0
    private var (word, count) = (0, 0)
    private var output: [UInt8] = []
    private let most: Int

    /// The first bytes, `most` at most, of what `input` was made from.
    static func beginning(of input: [UInt8], most: Int) -> [UInt8] {
        var reader = Inflate(input: input, most: most)
        while reader.output.count < most, reader.block() == true {}
        return Array(reader.output.prefix(most))
    }

    private init(input: [UInt8], most: Int) {
        self.input = input
        self.most = most
    }

    /// Reads a block; whether another follows, or nil where the data end or are wrong.
    private mutating func block() -> Bool? {
        guard let isLast = bits(1), let kind = bits(2) else { return nil }
        let isRead: Bool
        switch kind {
        case 0: isRead = stored()
        case 1: isRead = compressed(.fixedLiterals, .fixedDistances)
        case 2:
            guard let (literals, distances) = codes() else { return nil }
            isRead = compressed(literals, distances)
        default: return nil
        }
        return isRead ? isLast == 0 : nil
    }

    private mutating func bits(_ needed: Int) -> Int? {
        while count < needed {
            guard place < input.count else { return nil }
            word |= Int(input[place]) << count
            place += 1
            count += 8
        }
        defer {
            word >>= needed
            count -= needed
        }
        return word & (1 << needed - 1)
    }

    private mutating func stored() -> Bool {
        (word, count) = (0, 0)
        guard place + 4 <= input.count else { return false }
        let length = Int(input[place]) | Int(input[place + 1]) << 8
        place += 4
        output += input[place..<min(place + length, input.count)]
        place += length
        return place <= input.count
    }

    /// The codes that stand before a block, which are compressed themselves.
    private mutating func codes() -> (literals: Codes, distances: Codes)? {
        guard let literals = bits(5), let distances = bits(5), let own = bits(4) else { return nil }
        var lengths = [Int](repeating: 0, count: 19)
        for place in Self.order.prefix(own + 4) {
            guard let length = bits(3) else { return nil }
            lengths[place] = length
        }
        let code = Codes(lengths)
        let all = literals + 257 + distances + 1
        lengths = []
        while lengths.count < all {
            guard let symbol = symbol(code) else { return nil }
            switch symbol {
            case 0...15: lengths.append(symbol)
            case 16:
                guard let last = lengths.last, let more = bits(2) else { return nil }
                lengths += Array(repeating: last, count: 3 + more)
            case 17:
                guard let more = bits(3) else { return nil }
                lengths += Array(repeating: 0, count: 3 + more)
            default:
                guard let more = bits(7) else { return nil }
                lengths += Array(repeating: 0, count: 11 + more)
            }
        }
        return (Codes(Array(lengths.prefix(literals + 257))), Codes(Array(lengths[(literals + 257)..<all])))
    }

    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private mutating func compressed(_ literals: Codes, _ distances: Codes) -> Bool {
        while output.count < most {
            guard let symbol = symbol(literals) else { return false }
            if symbol == 256 { return true }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            guard let length = number(symbol - 257, Self.lengths), let code = self.symbol(distances),
                let distance = number(code, Self.distances), distance <= output.count
            else { return false }
            // What is repeated may overlap what it makes.
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
        return true
    }

    /// The number that a code stands for: the least one, and bits that are added to it.
    private mutating func number(_ code: Int, _ table: [(least: Int, bits: Int)]) -> Int? {
        guard table.indices.contains(code), let more = bits(table[code].bits) else { return nil }
        return table[code].least + more
    }

    private static let lengths = table(from: 3, extra: [0] + Array(0...5), steps: 4, last: 258)
    private static let distances = table(from: 1, extra: [0] + Array(0...13), steps: 2, last: nil)

    /// The least numbers of codes: so many `steps` to each number of extra bits.
    private static func table(from first: Int, extra: [Int], steps: Int, last: Int?) -> [(least: Int, bits: Int)] {
        var (table, next): ([(least: Int, bits: Int)], Int) = ([], first)
        for bits in extra {
            for _ in 0..<steps {
                table.append((next, bits))
                next += 1 << bits
            }
        }
        // The longest length has a code without bits, in the place of the one that its neighbour would reach.
        if let last { table.append((last, 0)) }
        return table
    }

    /// The next symbol of a code; nil where none has these bits.
    private mutating func symbol(_ codes: Codes) -> Int? {
        var (code, first, index) = (0, 0, 0)
        for length in 1...15 {
            guard let bit = bits(1) else { return nil }
            code |= bit
            let count = codes.counts[length]
            if code - count < first {
                let place = index + code - first
                return codes.symbols.indices.contains(place) ? codes.symbols[place] : nil
            }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        return nil
    }
}

/// A Huffman code, given by how many bits each symbol has.
private struct Codes {
    /// How many symbols have so many bits.
    private(set) var counts = [Int](repeating: 0, count: 16)
    /// The symbols in the order of their codes.
    private(set) var symbols: [Int]

    init(_ lengths: [Int]) {
        for length in lengths { counts[length] += 1 }
        counts[0] = 0
        symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }

    static let fixedLiterals = Codes(
        (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    static let fixedDistances = Codes(Array(repeating: 5, count: 30))
}

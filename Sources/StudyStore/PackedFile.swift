import Foundation

/// What is in a packed file, as far as its beginning says: gzip, tar, both together, and zip.
enum PackedFile {
    /// So many members are looked at, and so many bytes of each.
    private static let (members, bytes) = (100, 16_384)
    /// So much of a gzip file is unpacked.
    private static let unpacked = 1 << 18

    /// The beginnings of what is packed in `file`; none where it is no such file.
    static func beginnings(in file: Data) -> [Data] {
        if let packed = gzip(file) {
            let start = Data(Inflate.beginning(of: packed, most: unpacked))
            return isTar(start) ? tar(start) : [start]
        }
        return isTar(file) ? tar(file) : zip(file)
    }

    /// `count` bytes from `place`, or as many as there are.
    private static func part(_ file: Data, _ place: Int, _ count: Int) -> Data {
        guard place >= 0, count > 0, place < file.count else { return Data() }
        let start = file.startIndex + place
        return Data(file[start..<min(file.endIndex, start + min(count, file.count))])
    }

    /// A number of so many bytes, the lowest first; nil where the file ends before.
    private static func number(_ file: Data, _ place: Int, _ count: Int) -> Int? {
        let digits = part(file, place, count)
        return digits.count == count ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : nil
    }

    /// The compressed data of a gzip file (RFC 1952), as much as its unpacked beginning can need.
    private static func gzip(_ file: Data) -> [UInt8]? {
        let header = [UInt8](part(file, 0, 10))
        guard header.count == 10, header.starts(with: [0x1F, 0x8B, 8]) else { return nil }
        let (flags, rest) = (header[3], [UInt8](part(file, 10, unpacked + 70_000)))
        var place = 0
        if flags & 4 != 0, rest.count >= 2 { place = 2 + Int(rest[0]) + Int(rest[1]) << 8 }
        // The file's name, and a remark, each to a zero.
        for flag in [8, 16] as [UInt8] where flags & flag != 0 {
            guard let end = rest.dropFirst(place).firstIndex(of: 0) else { return [] }
            place = end + 1
        }
        return Array(rest.dropFirst(flags & 2 == 0 ? place : place + 2))
    }

    private static func isTar(_ file: Data) -> Bool { part(file, 257, 5).elementsEqual("ustar".utf8) }

    private static func tar(_ file: Data) -> [Data] {
        var (found, place): ([Data], Int) = ([], 0)
        while found.count < members, part(file, place, 1).first ?? 0 != 0 {
            let digits = part(file, place + 124, 12).prefix { (0x30...0x37).contains($0) }
            guard digits.count >= 7 else { break }
            let size = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
            found.append(part(file, place + 512, min(size, bytes)))
            place += 512 + (size + 511) / 512 * 512
        }
        return found
    }

    /// The members of a zip file (APPNOTE.TXT, 4.3), as its directory at its end lists them.
    private static func zip(_ file: Data) -> [Data] {
        guard part(file, 0, 4).elementsEqual([0x50, 0x4B, 3, 4]) else { return [] }
        let tail = max(0, file.count - 65_557)
        guard let end = part(file, tail, 65_557).lastRange(of: [0x50, 0x4B, 5, 6]),
            let count = number(file, tail + end + 10, 2), var place = number(file, tail + end + 16, 4)
        else { return [] }
        var found: [Data] = []
        for _ in 0..<min(count, members) {
            guard number(file, place, 4) == 0x0201_4B50, let method = number(file, place + 10, 2),
                let size = number(file, place + 20, 4), let name = number(file, place + 28, 2),
                let extra = number(file, place + 30, 2), let remark = number(file, place + 32, 2),
                let start = number(file, place + 42, 4), let ownName = number(file, start + 26, 2),
                let ownExtra = number(file, start + 28, 2)
            else { break }
            // What is compressed is hardly ever longer than what it was made from.
            let packed = part(file, start + 30 + ownName + ownExtra, min(size, 2 * bytes))
            switch method {
            case 0: found.append(packed.prefix(bytes))
            case 8: found.append(Data(Inflate.beginning(of: Array(packed), most: bytes)))
            default: break
            }
            place += 46 + name + extra + remark
        }
        return found
    }
}

extension Data {
    /// Where `bytes` stand last, counted from the beginning.
    fileprivate func lastRange(of bytes: [UInt8]) -> Int? {
        range(of: Data(bytes), options: .backwards).map { $0.lowerBound - startIndex }
    }
}

import Datasets
import Foundation
import Study

/// The tiny photographs of `make_fixtures.py`: 14 good ones of seven people, 3 broken, one of 9 x 30 pixels.
enum People {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func settings(
        _ source: String = "people", count: Int = 14, crop: Int? = 12, holdout: Int = 0, seed: UInt64 = 1
    ) -> DatasetSettings {
        DatasetSettings(source: source, count: count, crop: crop, holdout: holdout, seed: seed)
    }

    static func dataset(_ settings: DatasetSettings) throws -> Dataset {
        try DatasetBuilder(settings: settings, base: folder).build()
    }
}

extension Dataset {
    /// The folder above each photograph.
    var people: [String] { photographs.map { String($0.name.split(separator: "/")[0]) } }

    var names: [String] { photographs.map(\.name) }
}

/// A plain tar archive, written without libarchive.
enum Tar {
    static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        files.flatMap { header($0.name, size: $0.bytes.count) + padded($0.bytes) } + [UInt8](repeating: 0, count: 1024)
    }

    static func header(_ name: String, size: Int) -> [UInt8] {
        func octal(_ value: Int, _ digits: Int) -> [UInt8] {
            let text = String(value, radix: 8)
            return Array((String(repeating: "0", count: digits - text.count) + text).utf8) + [0]
        }
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ bytes: [UInt8], at place: Int) { header.replaceSubrange(place..<place + bytes.count, with: bytes) }
        put(Array(name.utf8), at: 0)
        put(octal(0o644, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(size, 11), at: 124)
        put(octal(0, 11), at: 136)
        put(Array("        0".utf8), at: 148)
        put(Array("ustar\u{0}00".utf8), at: 257)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
        return header
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
}

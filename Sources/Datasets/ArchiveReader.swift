import CArchive
import Files
import Foundation
import Pictures

/// A tar or zip archive, plain or gzipped, read from front to back.
final class ArchiveReader {
    private let file: URL
    private let handle: OpaquePointer

    private init(_ file: URL) throws(DatasetError) {
        let path = file.path(percentEncoded: false)
        do {
            try RegularFile.check(file)
        } catch {
            throw .unreadableSource(path, reason: "\(error)")
        }
        var message = [CChar](repeating: 0, count: 256)
        guard let handle = carchive_open(path, &message, message.count) else {
            let text = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw .damagedArchive(path, reason: text)
        }
        self.file = file
        self.handle = handle
    }

    deinit { carchive_close(handle) }

    /// The files in the archive that may be photographs: name, and number among all files.
    static func names(in file: URL) throws(DatasetError) -> [(name: String, position: Int)] {
        let reader = try ArchiveReader(file)
        var names: [(name: String, position: Int)] = []
        var position = 0
        while let path = try reader.next() {
            if let name = PhotographName.candidate(path) { names.append((name, position)) }
            position += 1
        }
        return names
    }

    /// Reads the files `wanted` in the archive's order, and hands over each with its index in `wanted`.
    static func read(
        _ wanted: [(name: String, position: Int)], in file: URL,
        _ body: (Int, Result<[UInt8], PhotographSource.Unreadable>) throws -> Void
    ) throws {
        guard let last = wanted.map(\.position).max() else { return }
        let reader = try ArchiveReader(file)
        let indices = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($1.position, $0) })
        for position in 0...last {
            guard let path = try reader.next() else { throw DatasetError.changedMeanwhile(reader.path) }
            guard let index = indices[position] else { continue }
            guard PhotographName.candidate(path) == wanted[index].name else {
                throw DatasetError.changedMeanwhile(reader.path)
            }
            try body(index, reader.bytes())
        }
    }

    private var path: String { file.path(percentEncoded: false) }

    /// The path of the next file, or nil after the last.
    private func next() throws(DatasetError) -> String? {
        switch carchive_next(handle) {
        case carchive_ok: return String(cString: carchive_name(handle))
        case carchive_end: return nil
        default: throw damaged()
        }
    }

    /// The bytes of the file that `next` came to.
    private func bytes() throws(DatasetError) -> Result<[UInt8], PhotographSource.Unreadable> {
        let size = Int(carchive_size(handle))
        guard size <= PixelBuffer.maximumFileSize else { return Self.tooLong(size) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, size))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var count = 0
            switch carchive_read(handle, &chunk, chunk.count, &count) {
            case carchive_ok:
                bytes += chunk[0..<count]
                guard bytes.count <= PixelBuffer.maximumFileSize else { return Self.tooLong(bytes.count) }
            case carchive_end:
                return .success(bytes)
            case carchive_entry_failed:
                let reason = String(cString: carchive_message(handle))
                return .failure(.init(reason: "cannot be read from the archive (\(reason))"))
            default:
                throw damaged()
            }
        }
    }

    private static func tooLong(_ count: Int) -> Result<[UInt8], PhotographSource.Unreadable> {
        .failure(.init(reason: PictureError.Problem.tooLong(count).description))
    }

    private func damaged() -> DatasetError {
        .damagedArchive(path, reason: String(cString: carchive_message(handle)))
    }
}

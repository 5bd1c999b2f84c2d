import Files
package import Foundation
package import Pictures

/// The photographs of a dataset in one size, cut and scaled, as training reads them: a packed file of the cache, which
/// can be deleted and remade at any time. Mapped into memory, so that only what is read takes room.
package struct PreparedPhotographs: Sendable {
    /// How many there are.
    package let count: Int
    /// Side in pixels.
    package let size: Int
    /// The file.
    package let file: URL
    /// Whether the file carries the SHA-256 of its samples, which then was compared; older files do not.
    package let isChecked: Bool
    private let data: Data
    /// Where the samples begin.
    private let start: Int

    /// Opens the photographs of `dataset` in squares of `size` pixels.
    ///
    /// - Throws: `DatasetError.notPrepared` where the file is not there, `.damagedCache` where it is cut off, belongs to
    ///   another dataset, or its samples are not those that were written.
    package init(dataset: Dataset, size: Int, cache: URL) throws(DatasetError) {
        try self.init(manifestHash: dataset.manifestHash, count: dataset.photographs.count, size: size, cache: cache)
    }

    /// Opens the `count` photographs of the dataset with this manifest hash, in squares of `size` pixels.
    package init(manifestHash: String, count: Int, size: Int, cache: URL) throws(DatasetError) {
        let file = Self.file(manifestHash: manifestHash, size: size, cache: cache)
        let path = file.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { throw .notPrepared(path) }
        do {
            data = try RegularFile.bytes(of: file, options: .alwaysMapped)
        } catch {
            throw .damagedCache(path, reason: "\(error)")
        }
        let header = PreparedPhotographsHeader(manifestHash: manifestHash, count: count, size: size)
        let sha256 = header.sha256(in: data.prefix(PreparedPhotographsHeader.length))
        guard sha256 != nil || data.starts(with: header.oldBytes) else {
            throw .damagedCache(path, reason: "its first bytes name other photographs")
        }
        start = sha256 == nil ? PreparedPhotographsHeader.oldLength : PreparedPhotographsHeader.length
        guard data.count == start + header.samples else {
            throw .damagedCache(path, reason: "\(data.count) bytes instead of \(start + header.samples)")
        }
        if let sha256, (try? SamplesHash.sha256(of: file, from: start)) != sha256 {
            throw .damagedCache(path, reason: "its pixels are not those that were written, as their SHA-256 says")
        }
        self.count = count
        self.size = size
        self.file = file
        isChecked = sha256 != nil
    }

    /// The file that holds a dataset's photographs in one size.
    package static func file(manifestHash: String, size: Int, cache: URL) -> URL {
        cache.appending(path: "photographs-\(manifestHash.prefix(16))-\(size).rgb")
    }

    /// Photograph `index` (0 ..< `count`).
    package subscript(index: Int) -> PixelBuffer {
        PixelBuffer(width: size, height: size, bytes: batch([index]))
    }

    /// The samples of the photographs at `indices` (0 ..< `count`), one after the other: 8-bit RGB, rows from the top,
    /// `size * size * 3` bytes each.
    package func batch(_ indices: [Int]) -> [UInt8] {
        let length = size * size * 3
        return [UInt8](unsafeUninitializedCapacity: indices.count * length) { target, initialized in
            for (place, index) in indices.enumerated() {
                precondition(index >= 0 && index < count, "photograph \(index) of \(count)")
                let start = data.startIndex + start + index * length
                let part = UnsafeMutableBufferPointer(rebasing: target[place * length..<(place + 1) * length])
                data.copyBytes(to: part, from: start..<start + length)
            }
            initialized = indices.count * length
        }
    }
}

import Files
import Foundation

/// Writes a file of prepared photographs under a temporary name, which it gets rid of unless it is published.
final class PreparedPhotographsWriter {
    /// Side of the photographs in pixels.
    let size: Int
    private let count: Int
    private let cache: URL
    private let temporary: URL
    /// Holds the lock that tells the file from one that a kill left.
    private let handle: FileHandle

    /// A file in `cache` (made if need be) for `count` squares of `size` pixels.
    init(size: Int, count: Int, cache: URL) throws(DatasetError) {
        precondition(size >= 1 && count >= 1, "photographs have pixels")
        self.size = size
        self.count = count
        self.cache = cache
        let prepared = cache.appending(path: "photographs-\(size)")
        do {
            try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
            let (part, descriptor) = try WholeFile.begin(prepared)
            temporary = part
            handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        } catch {
            let fault = error as? FileFault ?? FileFault(error)
            throw .notWritable(prepared.path(percentEncoded: false), reason: "\(fault)")
        }
    }

    deinit {
        try? handle.close()
        try? FileManager.default.removeItem(at: temporary)
    }

    /// Writes the samples of photograph `index`.
    func write(_ samples: [UInt8], at index: Int) throws(DatasetError) {
        precondition(samples.count == size * size * 3 && index >= 0 && index < count, "a photograph of its size")
        try write(Data(samples), offset: PreparedPhotographsHeader.length + index * size * size * 3)
    }

    /// Writes the header with the samples' hash, brings everything to disk and gives the file its name, over one that is
    /// there.
    func publish(manifestHash: String) throws(DatasetError) {
        let header = PreparedPhotographsHeader(manifestHash: manifestHash, count: count, size: size)
        let sha256: String
        do {
            sha256 = try SamplesHash.sha256(of: temporary, from: PreparedPhotographsHeader.length)
        } catch {
            throw .notWritable(temporary.path(percentEncoded: false), reason: "\(FileFault(error))")
        }
        try write(Data(header.bytes(sha256: sha256)), offset: 0)
        let file = PreparedPhotographs.file(manifestHash: manifestHash, size: size, cache: cache)
        HoldPoint.reached("photographs: before rename")
        do throws(FileFault) {
            try WholeFile.publish(temporary, as: file)
        } catch {
            throw .notWritable(file.path(percentEncoded: false), reason: "\(error)")
        }
    }

    private func write(_ data: Data, offset: Int) throws(DatasetError) {
        do {
            try handle.seek(toOffset: UInt64(offset))
            try handle.write(contentsOf: data)
        } catch {
            throw .notWritable(temporary.path(percentEncoded: false), reason: "\(FileFault(error))")
        }
    }
}

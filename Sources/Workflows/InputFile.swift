import Files
import Foundation
import Glibc
import Logging
import Parallel

/// A file that the command line names to be read: its path, or `-` for standard input.
struct InputFile {
    /// Its name without folders, for reports and lists.
    let name: String
    private let path: String?

    /// The file that `argument` names.
    init(_ argument: String) {
        path = argument == "-" ? nil : argument
        name = path.map { URL(filePath: $0).lastPathComponent } ?? "standard input"
    }

    /// How many bytes it has, before any is read; nil of what has no size: standard input, a pipe, what is not there.
    var size: Int? {
        var facts = stat()
        guard let path, stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(facts.st_size)
    }

    /// All that is in it.
    ///
    /// - Parameter limit: how much it may be; no more is read of what has no size before.
    /// - Throws: ``Failure`` where it is longer, and where it cannot be read, also where it is a FIFO or another thing that
    ///   is no regular file, unless a shell hands it over (`/dev/stdin`, `<(command)`).
    func bytes(_ limit: InputLimit) throws -> [UInt8] {
        let size = size ?? 0
        guard size <= limit.bytes else { throw limit.failure(path ?? name) }
        var bytes: [UInt8]
        do {
            let file = try path.map { try RegularFile.openGiven(URL(filePath: $0)) } ?? .standardInput
            defer { if path != nil { try? file.close() } }
            // What fails or grows meanwhile is left to the reading below.
            bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
                count = size > 0 ? Self.read(file.fileDescriptor, into: room) : 0
            }
            while bytes.count <= limit.bytes, let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
                bytes += part
            }
        } catch {
            throw Failure(.noInput, "\(path ?? name) cannot be read: \(FileFault(error)).")
        }
        guard bytes.count <= limit.bytes else { throw limit.failure(path ?? name) }
        log.debug("\(path ?? name) read", metadata: ["bytes": "\(bytes.count)"])
        return bytes
    }

    /// Reads a file from its beginning on all cores, since the time goes into giving out memory; how many bytes could be
    /// read, after which the next reading goes on.
    private static func read(_ descriptor: Int32, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let block = 1 << 23
        // Each byte is written once, by the one who has its block.
        nonisolated(unsafe) let room = room
        let counts = (0..<(room.count + block - 1) / block).mapOnAllCores { number in
            let part = number * block..<min(room.count, (number + 1) * block)
            var end = part.lowerBound
            while end < part.upperBound {
                let read = pread(descriptor, room.baseAddress.map { $0 + end }, part.upperBound - end, off_t(end))
                guard read > 0 else { break }
                end += read
            }
            return end - part.lowerBound
        }
        // What follows a block that ended early is not known to follow it in the file.
        let whole = counts.prefix { $0 == block }.count
        let count = whole * block + (whole < counts.count ? counts[whole] : 0)
        lseek(descriptor, off_t(count), SEEK_SET)
        return count
    }
}

import Files
import Foundation
import Glibc

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

    /// All that is in it.
    ///
    /// - Throws: ``Failure`` where it cannot be read.
    func bytes() throws -> [UInt8] {
        do {
            let file = try path.map { try FileHandle(forReadingFrom: URL(filePath: $0)) } ?? .standardInput
            defer { if path != nil { try? file.close() } }
            let size = path.flatMap { try? URL(filePath: $0).resourceValues(forKeys: [.fileSizeKey]).fileSize } ?? 0
            // What fails or grows meanwhile is left to the reading below.
            var bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
                while count < size {
                    let read = Glibc.read(file.fileDescriptor, room.baseAddress.map { $0 + count }, size - count)
                    guard read > 0 else { break }
                    count += read
                }
            }
            while let part = try file.read(upToCount: 1 << 20), !part.isEmpty { bytes += part }
            return bytes
        } catch {
            throw Failure(.noInput, "\(path ?? name) cannot be read: \(FileFault(error)).")
        }
    }
}

import Foundation
import TestKit
import Testing

@testable import Files

@Suite("what is no regular file", .endsHangs)
struct RegularFileTests {
    @Test("a FIFO, a socket, a device and a folder are refused by their kinds, and nothing is waited for")
    func kinds() throws {
        try withTemporaryFolder { folder in
            let (fifo, socket) = (folder.appending(path: "fifo"), folder.appending(path: "socket"))
            try #require(mkfifo(fifo.path, 0o600) == 0)
            try Self.makeSocket(socket.path)
            for (place, kind) in [
                (fifo, FileKind.fifo), (socket, .socket), (URL(filePath: "/dev/zero"), .device), (folder, .folder),
            ] {
                let fault = FileFault(kind: kind)
                #expect(throws: fault) { try RegularFile.bytes(of: place) }
                #expect(throws: fault) { try RegularFile.open(place) }
                #expect(throws: fault) { try RegularFile.openGiven(place) }
                #expect("\(fault)".contains("not a"))
            }
            // A link to one is no better.
            let link = folder.appending(path: "link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: fifo)
            #expect(throws: FileFault(kind: .fifo)) { try RegularFile.bytes(of: link) }
            #expect(throws: FileFault(number: ENOENT)) { try RegularFile.bytes(of: folder.appending(path: "missing")) }
            // None is written over or into either.
            for (place, kind) in [(fifo, FileKind.fifo), (socket, .socket)] {
                #expect(throws: FileFault(kind: kind)) { try WholeFile.write(Data("a".utf8), to: place) }
                #expect(FileKind(at: place) == kind)
            }
        }
    }

    @Test("a regular file is read, also through a link, and also where it is empty")
    func regular() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a")
            try Data("text".utf8).write(to: file)
            let link = folder.appending(path: "link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            #expect(try RegularFile.text(of: link) == "text")
            #expect(try RegularFile.open(file).readToEnd() == Data("text".utf8))
            try Data().write(to: file)
            for options in [Data.ReadingOptions(), .alwaysMapped, .mappedIfSafe] {
                #expect(try RegularFile.bytes(of: file, options: options).isEmpty)
            }
        }
    }

    @Test("what a shell hands over is read and written, a pipe too")
    func given() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("through".utf8))
        let reading = URL(filePath: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        #expect(RegularFile.isDescriptor(reading.path))
        #expect(RegularFile.isDescriptor("/dev/stdin"))
        #expect(!RegularFile.isDescriptor("/dev/null"))
        #expect(throws: FileFault(kind: .fifo)) { try RegularFile.open(reading) }
        let writing = URL(filePath: "/proc/self/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
        try WholeFile.write(Data(" and on".utf8), to: writing)
        try pipe.fileHandleForWriting.close()
        #expect(try RegularFile.openGiven(reading).readToEnd() == Data("through and on".utf8))
    }

    /// Leaves a socket at `path`.
    private static func makeSocket(_ path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        try #require(bytes.count < MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
    }
}

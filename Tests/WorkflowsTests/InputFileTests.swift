import Foundation
import TestKit
import Testing

@testable import Workflows

@Suite("Files to be read")
struct InputFileTests {
    @Test("all bytes come in their order, however large the file", arguments: [0, 1, 1 << 23, 17 << 20 | 5])
    func bytes(_ count: Int) throws {
        try withTemporaryFolder { folder in
            let random = try #require(FileHandle(forReadingAtPath: "/dev/urandom"))
            let bytes = try random.read(upToCount: count) ?? Data()
            #expect(bytes.count == count)
            let file = folder.appending(path: "votes.csv")
            try bytes.write(to: file)
            #expect(try Data(InputFile(file.path).bytes(.votes)) == bytes)
        }
    }

    @Test("a file without a known size is read to its end")
    func unknownSize() throws {
        #expect(try InputFile("/proc/self/status").bytes(.votes).starts(with: "Name:".utf8))
    }

    @Test("what is longer than its kind ever is, is refused with what to do, whether it has a size or not")
    func limits() async throws {
        let limit = InputLimit(bytes: 3_000_000, kind: "table of votes", remedy: "Give less.")
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "votes.csv")
            try Data(count: 3_000_000).write(to: file)
            #expect(try InputFile(file.path).bytes(limit).count == 3_000_000)
            try Data(count: 3_000_001).write(to: file)
            let error = #expect(throws: Failure.self) { try InputFile(file.path).bytes(limit) }
            #expect(error?.kind == .badData)
            #expect(
                error?.description.hasSuffix(
                    "votes.csv: it is larger than 3.0 MB, which no table of votes is. Give less.")
                    == true)
        }
        // A pipe that never ends, as a shell hands it over.
        let pipe = Pipe()
        let writer = Task.detached {
            let part = [UInt8](repeating: 0x61, count: 1 << 16)
            signal(SIGPIPE, SIG_IGN)
            while write(pipe.fileHandleForWriting.fileDescriptor, part, part.count) > 0 {}
        }
        let error = #expect(throws: Failure.self) {
            try InputFile("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)").bytes(limit)
        }
        #expect(error?.description.contains("it is larger than 3.0 MB") == true)
        try pipe.fileHandleForReading.close()
        await writer.value
    }

    @Test("no table of votes is as large as one that `analyze` refuses by its size, before it is read")
    func bound() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "votes.csv")
            try Data().write(to: file)
            // Holes take no room on the disk.
            try FileHandle(forWritingTo: file).truncate(atOffset: UInt64(InputLimit.votes.bytes) + 1)
            let error = #expect(throws: Failure.self) { try InputFile(file.path).bytes(.votes) }
            #expect(error?.description.contains("`dotchi help analyze` names") == true)
        }
    }

    @Test("a file that is not there is named")
    func missing() {
        let error = #expect(throws: Failure.self) { try InputFile("nowhere/votes.csv").bytes(.votes) }
        #expect(error?.description.contains("nowhere/votes.csv cannot be read: no such file or directory") == true)
    }
}

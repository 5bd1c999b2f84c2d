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
            #expect(try Data(InputFile(file.path).bytes()) == bytes)
        }
    }

    @Test("a file without a known size is read to its end")
    func unknownSize() throws {
        #expect(try InputFile("/proc/self/status").bytes().starts(with: "Name:".utf8))
    }

    @Test("a file that is not there is named")
    func missing() {
        let error = #expect(throws: Failure.self) { try InputFile("nowhere/votes.csv").bytes() }
        #expect(error?.description.contains("nowhere/votes.csv cannot be read: there is no such file") == true)
    }
}

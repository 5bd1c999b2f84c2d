import Files
import Foundation
import TestKit
import Testing

@Suite("Room on a disk")
struct FreeRoomTests {
    @Test("is that of the nearest folder that is there, and none in a file system that holds no files")
    func nearest() throws {
        try withTemporaryFolder { folder in
            let before = try #require(FreeRoom.bytes(at: folder))
            #expect(before > 0)
            // Others write here too, so only about.
            let missing = try #require(FreeRoom.bytes(at: folder.appending(path: "not/there/yet")))
            #expect(abs(missing - before) < 1 << 30)
        }
        #expect(FreeRoom.bytes(at: URL(filePath: "/proc")) == 0)
    }
}

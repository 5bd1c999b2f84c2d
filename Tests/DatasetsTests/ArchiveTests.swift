import Datasets
import Foundation
import Pictures
import Study
import TestKit
import Testing

@Suite("Archives")
struct ArchiveTests {
    @Test(
        "an archive that is cut off anywhere is refused by name, or gives whole photographs",
        arguments: [
            "people.tar", "people.tgz", "people.zip",
        ])
    func truncated(name: String) throws {
        let bytes = try Data(contentsOf: People.folder.appending(path: name))
        let whole = try People.dataset(People.settings(name))
        try withTemporaryFolder { folder in
            let file = folder.appending(path: name)
            var refused = 0
            for length in stride(from: 0, to: bytes.count - 1, by: max(1, bytes.count / 150)) {
                try bytes[0..<length].write(to: file)
                do {
                    let dataset = try DatasetBuilder(settings: People.settings(name, count: 3), base: folder).build()
                    #expect(Set(dataset.photographs.map(\.sha256)).isSubset(of: whole.photographs.map(\.sha256)))
                } catch {
                    #expect("\(error)".contains(name))
                    refused += 1
                }
            }
            #expect(refused > 50)
        }
    }

    @Test(
        "wrong bytes in an archive give an error or whole photographs",
        arguments: [
            "people.tar", "people.tgz", "people.zip",
        ])
    func flipped(name: String) throws {
        let bytes = try Data(contentsOf: People.folder.appending(path: name))
        try withTemporaryFolder { folder in
            let file = folder.appending(path: name)
            for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) {
                var damaged = bytes
                damaged[place] ^= 0x55
                try damaged.write(to: file)
                do {
                    let dataset = try DatasetBuilder(settings: People.settings(name, count: 3), base: folder).build()
                    #expect(dataset.photographs.count == 3)
                } catch {
                    #expect(error is DatasetError)
                }
            }
        }
    }

    @Test("a file that is no archive is refused by name", arguments: ["", "hello, this is no archive"])
    func noArchive(text: String) throws {
        try withTemporaryFolder { folder in
            try Data(text.utf8).write(to: folder.appending(path: "people.tar"))
            let error = #expect(throws: DatasetError.self) {
                try DatasetBuilder(settings: People.settings("people.tar"), base: folder).build()
            }
            #expect(error?.description.contains("people.tar: ") == true)
        }
    }

    @Test("an entry of an absurd size is skipped, not read")
    func hugeEntry() throws {
        let picture = try [UInt8](Data(contentsOf: People.folder.appending(path: "people/ada/ada_1.png")))
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "huge.tar")
            let size = PixelBuffer.maximumFileSize + 1
            try Data(Tar.header("huge.png", size: size)).write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            // A hole in the file; no disk is used.
            try handle.seek(toOffset: UInt64(512 + (size + 511) / 512 * 512))
            try handle.write(contentsOf: Data(Tar.archive([("small.png", picture)])))
            try handle.close()
            let dataset = try DatasetBuilder(settings: People.settings("huge.tar", count: 1), base: folder).build()
            #expect(dataset.names == ["small.png"])
            let error = #expect(throws: DatasetError.self) {
                try DatasetBuilder(settings: People.settings("huge.tar", count: 2), base: folder).build()
            }
            #expect(error?.description.contains("huge.png: \(size) bytes; the most are") == true)
        }
    }

    @Test("of two entries of one name the last one counts, and names may be in any script")
    func names() throws {
        let pictures = try ["ada/ada_1.png", "bo/bo_1.png", "gus/gus_1.png"].map {
            try [UInt8](Data(contentsOf: People.folder.appending(path: "people/\($0)")))
        }
        let archive = Tar.archive([("顔/写真.png", pictures[0]), ("a.png", pictures[1]), ("./a.png", pictures[2])])
        try withTemporaryFolder { folder in
            try Data(archive).write(to: folder.appending(path: "twice.tar"))
            let dataset = try DatasetBuilder(settings: People.settings("twice.tar", count: 2), base: folder).build()
            #expect(Set(dataset.names) == ["a.png", "顔/写真.png"])
            let last = try People.dataset(People.settings()).photographs.first { $0.name == "gus/gus_1.png" }?.sha256
            #expect(dataset.photographs.first { $0.name == "a.png" }?.sha256 == last)
        }
    }
}

import Files
import Foundation
import TestKit
import Testing

@Suite("Whole files")
struct WholeFileTests {
    @Test("a file is replaced whole, and a failed replacement leaves the old one and nothing beside it")
    func replaced() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a")
            try WholeFile.write(Data("one".utf8), to: file)
            try WholeFile.write(Data("two".utf8), to: file)
            #expect(try String(contentsOf: file, encoding: .utf8) == "two")
            let taken = folder.appending(path: "folder")
            try FileManager.default.createDirectory(
                at: taken.appending(path: "inside"), withIntermediateDirectories: true)
            #expect(throws: FileFault.self) { try WholeFile.write(Data("x".utf8), to: taken) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a", "folder"])
        }
    }

    @Test("two folders change places in one step")
    func exchanged() throws {
        try withTemporaryFolder { folder in
            for name in ["a", "b"] {
                let place = folder.appending(path: name)
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try Data(name.utf8).write(to: place.appending(path: "name"))
            }
            try WholeFile.exchange(folder.appending(path: "a"), folder.appending(path: "b"))
            #expect(try String(contentsOf: folder.appending(path: "a/name"), encoding: .utf8) == "b")
            #expect(try String(contentsOf: folder.appending(path: "b/name"), encoding: .utf8) == "a")
            #expect(throws: FileFault(number: ENOENT)) {
                try WholeFile.exchange(folder.appending(path: "a"), folder.appending(path: "missing"))
            }
        }
    }

    @Test("a lock is one process's, of a file that is made or of a folder, until it is released")
    func locked() throws {
        try withTemporaryFolder { folder in
            for place in [folder, folder.appending(path: "lock")] {
                do {
                    let first = try #require(try FileLock(place))
                    #expect(try FileLock(place) == nil)
                    withExtendedLifetime(first) {}
                }
                #expect(try FileLock(place) != nil)
            }
            #expect(throws: FileFault(number: ENOENT)) { try FileLock(folder.appending(path: "not/there")) }
        }
    }
}

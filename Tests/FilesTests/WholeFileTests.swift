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

    @Test("what a kill left of a file is removed by its next writing; what is being written is not, nor anything else")
    func leftovers() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.txt")
            func part(_ name: String) throws -> URL {
                let part = WholeFile.unfinished(for: folder.appending(path: name))
                try Data("half".utf8).write(to: part)
                return part
            }
            let (left, busy, other) = (try part("a.txt"), try part("a.txt"), try part("b.txt"))
            let mine = folder.appending(path: ".a.txt-notes.dotchi-part")
            try Data("mine".utf8).write(to: mine)
            let lock = try FileLock(busy)
            try WholeFile.write(Data("whole".utf8), to: file)
            let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
            #expect(!names.contains(left.lastPathComponent))
            #expect(
                names == ["a.txt", busy.lastPathComponent, other.lastPathComponent, mine.lastPathComponent])
            WholeFile.removeUnfinished(in: folder)
            #expect(FileManager.default.fileExists(atPath: busy.path))
            #expect(!FileManager.default.fileExists(atPath: other.path))
            #expect(FileManager.default.fileExists(atPath: mine.path))
            withExtendedLifetime(lock) {}
        }
    }

    @Test("files and folders that many begin and clear away at once are each finished by who began it")
    func crowd() async throws {
        try await withTemporaryFolder { folder in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 1...8 {
                    group.addTask {
                        for round in 1...100 {
                            try WholeFile.write(Data("\(writer) \(round)".utf8), to: folder.appending(path: "a"))
                            let (part, lock) = try WholeFile.beginFolder(folder.appending(path: "b"))
                            WholeFile.removeUnfinished(in: folder)
                            try Data().write(to: part.appending(path: "c"))
                            #expect(try WholeFile.remove(part) == false)
                            try FileManager.default.removeItem(at: part)
                            withExtendedLifetime(lock) {}
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
        }
    }

    @Test("a part takes its place whole; where a folder with files has that place, both stay as they are")
    func published() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "place")
            let part = folder.appending(path: "part")
            try Data("one".utf8).write(to: part)
            try WholeFile.publish(part, as: place)
            #expect(try String(contentsOf: place, encoding: .utf8) == "one")
            try FileManager.default.removeItem(at: place)
            for name in ["part/a", "place/b"] {
                let file = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(name.utf8).write(to: file)
            }
            #expect(throws: FileFault(number: ENOTEMPTY)) { try WholeFile.publish(part, as: place) }
            #expect(
                try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == [
                    "part", "part/a", "place", "place/b",
                ])
            try FileManager.default.removeItem(at: place.appending(path: "b"))
            try WholeFile.publish(part, as: place)
            #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == ["place", "place/a"])
        }
    }

    @Test("permissions stay, links are followed, and what is no file is written to")
    func kinds() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a")
            try Data("one".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            let link = folder.appending(path: "link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try WholeFile.write(Data("two".utf8), to: link)
            #expect(try String(contentsOf: file, encoding: .utf8) == "two")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
            try WholeFile.write(Data("three".utf8), to: URL(filePath: "/dev/null"))
            var facts = stat()
            #expect(stat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
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

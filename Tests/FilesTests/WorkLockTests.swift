import Files
import Foundation
import TestKit
import Testing

@Suite("Locks of work")
struct WorkLockTests {
    @Test("one process has it, and says who it is; when it is done nothing is left")
    func one() throws {
        try withTemporaryFolder { folder in
            do {
                let lock = try WorkLock("pool-a+b", in: folder, command: "dotchi pool refresh\u{1B}[0m")
                #expect(lock != nil)
                #expect(try WorkLock("pool-a+b", in: folder, command: "other") == nil)
                #expect(try WorkLock("pool-a+c", in: folder, command: "other") != nil)
                let holder = try #require(WorkLock.holder(of: "pool-a+b", in: folder))
                #expect(holder.process == getpid() && holder.command == "dotchi pool refresh?[0m")
                #expect(try Date(holder.since, strategy: .iso8601) <= .now)
                withExtendedLifetime(lock) {}
            }
            #expect(WorkLock.holder(of: "pool-a+b", in: folder) == nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("what a killed process left is free, is taken by the next, and can be removed unless it is taken")
    func left() throws {
        try withTemporaryFolder { folder in
            let file = WorkLock.file("plan", in: folder)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("1\nhost\n2025-01-01T00:00:00Z\ndotchi\nand a longer text than the next one's\n".utf8).write(
                to: file)
            #expect(WorkLock.holder(of: "plan", in: folder) == nil)
            do {
                let lock = try WorkLock("plan", in: folder, command: "dotchi survey plan")
                #expect(WorkLock.holder(of: "plan", in: folder)?.command == "dotchi survey plan")
                WorkLock.removeLeft(file)
                #expect(try WorkLock("plan", in: folder, command: "other") == nil)
                withExtendedLifetime(lock) {}
            }
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: file)
            WorkLock.removeLeft(file)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    @Test(
        "a name can be anything, and its file lies in the folder of locks",
        arguments: ["../../x", "a/b", "", "\0", "é"])
    func names(name: String) throws {
        try withTemporaryFolder { folder in
            let lock = try WorkLock(name, in: folder, command: "dotchi")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [".locks"])
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: ".locks").path).count == 1)
            withExtendedLifetime(lock) {}
        }
    }

    @Test("many take turns, however they meet: each finds itself alone, and nothing is left")
    func turns() async throws {
        try await withTemporaryFolder { folder in
            let count = folder.appending(path: "count")
            try Data("0".utf8).write(to: count)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<25 {
                            while true {
                                guard let lock = try? WorkLock("work", in: folder, command: "dotchi") else {
                                    await Task.yield()
                                    continue
                                }
                                let text = (try? String(contentsOf: count, encoding: .utf8)) ?? ""
                                try? Data("\((Int(text) ?? -1000) + 1)".utf8).write(to: count)
                                withExtendedLifetime(lock) {}
                                break
                            }
                        }
                    }
                }
            }
            #expect(try String(contentsOf: count, encoding: .utf8) == "200")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["count"])
        }
    }
}

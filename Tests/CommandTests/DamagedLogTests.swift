import Foundation
import GRDB
import TestKit
import Testing

@Suite("A log of study.sqlite that is damaged", .endsHangs)
struct DamagedLogTests {
    @Test("a flipped bit with changes behind it gives no figures: 65, the log's name, and what to do")
    func flipped() async throws {
        try await withAnsweredStudy { dotchi in
            let store = dotchi.folder.appending(path: "study.sqlite")
            let log = URL(filePath: store.path + "-wal")
            // Whoever has the store open keeps its log.
            let queue = try DatabaseQueue(path: store.path)
            _ = try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM session") }
            for seed in ["1", "2", "3"] {
                try await dotchi.well("simulate", "--participants", "2", "--beside-people", "--seed", seed)
            }
            let votes = try await dotchi.well("votes", "export")
            let copy = dotchi.folder.appending(path: "copy")
            try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
            for name in ["study.sqlite", "study.sqlite-wal", "study.yaml"] {
                try FileManager.default.copyItem(
                    at: dotchi.folder.appending(path: name), to: copy.appending(path: name))
            }
            var bytes = try Data(contentsOf: log)
            try queue.close()
            #expect(bytes.count > 5 * 4120)
            let inCopy = Dotchi(folder: copy)
            bytes[32 + 24 + 4120 + 50] ^= 2
            try bytes.write(to: copy.appending(path: "study.sqlite-wal"))
            for command in [["analyze", "--json"], ["votes", "export"], ["report"]] {
                let talk = try await inCopy.fails(65, command)
                #expect(talk.contains("study.sqlite-wal") && talk.contains("is not whole: its frame 2"), "\(talk)")
                #expect(talk.contains("Copies of both files, made together, are needed"), "\(talk)")
            }
            #expect(try await inCopy("doctor").status == 65)
            bytes[32 + 24 + 4120 + 50] ^= 2
            try bytes.write(to: copy.appending(path: "study.sqlite-wal"))
            #expect(try await inCopy.well("votes", "export") == votes)
        }
    }
}

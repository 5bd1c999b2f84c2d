import Foundation
import TestKit
import Testing

@Suite("A study.sqlite of no bytes", .endsHangs)
struct EmptyStoreTests {
    @Test(
        "beside what only a study in which something was recorded has, it is taken for one that was lost, by commands that write too"
    )
    func lost() async throws {
        try await withAnsweredStudy { dotchi in
            let store = dotchi.folder.appending(path: "study.sqlite")
            for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + end) }
            try Data().write(to: store)
            // Not while another process may be making it.
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: store.path)
            for command in [
                ["votes", "import", "hand.jsonl"], ["survey", "plan"], ["dataset", "add", "procedural"],
                ["simulate", "--participants", "1"],
            ] {
                let talk = try await dotchi.fails(66, command)
                #expect(
                    talk.contains(
                        "study.sqlite is empty (0 bytes), but runs/, cache/ beside it show that something was recorded"),
                    "\(command): \(talk)")
                #expect(talk.contains("Put a copy of it back"), "\(talk)")
                #expect(try Data(contentsOf: store).isEmpty)
            }
            // As it says.
            try FileManager.default.removeItem(at: store)
            try await dotchi.well("dataset", "add", "procedural", "--count", "48", "--holdout", "16")
        }
    }

    @Test(
        "is taken for one that was lost beside anything that a study in which something was recorded wrote, whatever its name",
        arguments: [
            ("public/", ["survey", "build", "public"]),
            ("site/", ["survey", "build", "site/2026/page", "--single-file"]),
            ("tables/", ["report", "--out", "tables"]), ("drawn/", ["figures", "--out", "drawn"]),
            ("sent.jsonl", []), ("copy-of-monday.db", []),
        ])
    func elsewhere(name: String, command: [String]) async throws {
        try await withAnsweredStudy { dotchi in
            let folder = dotchi.folder
            try FileManager.default.createDirectory(
                at: folder.appending(path: "site/2026"), withIntermediateDirectories: true)
            if !command.isEmpty {
                let ending = try await dotchi(command)
                #expect(ending.status == 0, "\(ending.talk)")
            }
            let store = folder.appending(path: "study.sqlite")
            if name == "copy-of-monday.db" {
                try FileManager.default.copyItem(at: store, to: folder.appending(path: name))
            }
            if name == "sent.jsonl" {
                try FileManager.default.moveItem(
                    at: folder.appending(path: "hand.jsonl"), to: folder.appending(path: name))
            }
            for other in ["study.sqlite-wal", "study.sqlite-shm", "runs", "cache", "hand.jsonl"] {
                try? FileManager.default.removeItem(at: folder.appending(path: other))
            }
            try Data().write(to: store)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: store.path)
            let talk = try await dotchi.fails(66, "dataset", "add", "procedural")
            #expect(
                talk.contains("is empty (0 bytes), but \(name) beside it shows that something was recorded"), "\(talk)")
            #expect(try Data(contentsOf: store).isEmpty)
        }
    }

    /// Makes study.sqlite a file of no bytes, which no other process is making.
    private func empty(_ store: URL) throws {
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + end) }
        try Data().write(to: store)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: store.path)
    }

    @Test(
        "after a template with generators it is said to have held something, not that a study began; as told they come back"
    )
    func template() async throws {
        try await withTemporaryFolder { folder in
            try await Dotchi(folder: folder).well("init", "study", "--template", "demo")
            let dotchi = Dotchi(folder: folder.appending(path: "study"))
            let before = try await dotchi.well("runs")
            let store = dotchi.folder.appending(path: "study.sqlite")
            try empty(store)
            let talk = try await dotchi.fails(66, "dataset", "add", "procedural")
            #expect(talk.contains("but runs/ beside it shows that something was recorded in it"), "\(talk)")
            #expect(!talk.contains("begun") && talk.contains("`dotchi runs import` takes checkpoints in runs/"))
            try FileManager.default.removeItem(at: store)
            let runs = dotchi.folder.appending(path: "runs")
            let files = try FileManager.default.subpathsOfDirectory(atPath: runs.path).sorted()
            let own = files.filter { $0.hasSuffix(".safetensors") }.map { "runs/\($0)" }
            let ending = try await dotchi(["runs", "import"] + own)
            #expect(own.count == 4 && ending.status == 0, "\(ending.talk)")
            #expect(try await dotchi.well("runs") == before)
        }
    }

    @Test("where nothing else of a study lies beside it, as a killed first command leaves it, a study is begun in it")
    func begun() async throws {
        try await withTemporaryFolder { folder in
            let outside = Dotchi(folder: folder)
            try await outside.well("init", "study", "--template", "paper")
            let study = folder.appending(path: "study")
            try TinyStudy.write(TinyStudy.yaml, to: study)
            try Data().write(to: study.appending(path: "study.sqlite"))
            // What a researcher has beside it before anything was recorded.
            try Data("Notes".utf8).write(to: study.appending(path: "notes.txt"))
            try FileManager.default.createDirectory(
                at: study.appending(path: "photographs"), withIntermediateDirectories: true)
            try Data("{}".utf8).write(to: study.appending(path: "photographs/list.jsonl"))
            let dotchi = Dotchi(folder: study)
            #expect(try await dotchi.fails(66, "analyze").contains("is empty (0 bytes)"))
            try await dotchi.well("dataset", "add", "procedural", "--count", "48", "--holdout", "16")
            #expect(try await dotchi.well("dataset", "show").contains("48"))
        }
    }
}

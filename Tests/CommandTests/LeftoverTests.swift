import Foundation
import TestKit
import Testing

@Suite("What killed commands leave", .endsHangs)
struct LeftoverTests {
    /// The files of a study folder, without the log that SQLite keeps beside its file.
    private func files(_ dotchi: Dotchi) throws -> Set<String> {
        Set(
            try FileManager.default.subpathsOfDirectory(atPath: dotchi.folder.path).filter {
                !$0.hasPrefix("study.sqlite-") && !$0.hasSuffix("position.json")
            })
    }

    @Test(
        "doctor names it, and with --clean removes all of it and nothing else",
        arguments: [
            (
                ["pool", "refresh", "--seed", "2"], "pool refresh: block stored",
                "A/equal-iterations that was not published, with 6 of 6 images"
            ),
            (
                ["pool", "import", "A", "images", "--condition", "equal-time"], "pool import: image stored",
                "pool A/equal-time that was not published"
            ),
            (["dataset", "add", "procedural", "--seed", "9"], "photographs: one prepared", "cache/.photographs-"),
            (["pool", "export", "A/equal-time", "taken"], "pool export: image written", "1 unfinished file: .taken-"),
            (
                ["pool", "show", "A/equal-time", "--grid", "grid.png"], "file: before rename",
                "1 unfinished file: .grid.png-"
            ),
            (
                ["runs", "show", "faces16", "--report", "run.html"], "file: before rename",
                "1 unfinished file: .run.html-"
            ),
            (
                ["runs", "import", "faces16.safetensors"], "file: before rename",
                "unfinished file: runs/faces16/.imported-3-"
            ),
            (
                ["runs", "export", "faces16", "new.safetensors"], "file: before rename",
                "1 unfinished file: .new.safetensors-"
            ),
        ])
    func killed(arguments: [String], point: String, named: String) async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("pool", "export", "B/equal-time", "images")
            try await dotchi.well("runs", "export", "faces16", "faces16.safetensors")
            let (before, pools) = (try files(dotchi), try await dotchi.well("pool", "list"))
            let photographs = try await dotchi.well("dataset", "show")
            let ending = try await dotchi.whileHeld(at: point, arguments) { process in
                // What is at work is left alone.
                let ending = try await dotchi("doctor", "--clean")
                #expect(ending.status == 0 && !ending.output.contains("removed"), "\(ending)")
                kill(process, SIGKILL)
            }
            #expect(ending.status == -SIGKILL)
            let found = try await dotchi.well("doctor")
            #expect(found.contains("\nnote     leftovers: ") && found.contains(named), "\(found)")
            let cleaned = try await dotchi.well("doctor", "--clean")
            #expect(cleaned.contains("\nremoved  leftovers: ") && cleaned.contains(named), "\(cleaned)")
            #expect(try files(dotchi) == before)
            let after = try await dotchi.well("doctor")
            #expect(!after.contains("leftovers") && !after.contains("are free"), "\(after)")
            #expect(try await dotchi.well("pool", "list") == pools)
            #expect(try await dotchi.well("dataset", "show") == photographs)
        }
    }

    @Test(
        "Ctrl-C leaves nothing: no images, no files, no locks",
        arguments: [
            (["pool", "refresh", "--seed", "2"], "pool refresh: before publishing"),
            (["pool", "refresh", "--seed", "2"], "pool refresh: block stored"),
            (["pool", "import", "A", "images", "--condition", "equal-time"], "pool import: image stored"),
            (["dataset", "add", "procedural", "--seed", "9"], "photographs: one prepared"),
        ])
    func interrupted(arguments: [String], point: String) async throws {
        try await withTinyStudy { dotchi in
            // More than are stored at once, so that the wish to stop is asked for in between.
            try await dotchi.well("pool", "refresh", "--method", "B", "--images", "70")
            try await dotchi.well("pool", "export", "B/equal-time", "images")
            let (before, pools) = (try files(dotchi), try await dotchi.well("pool", "list"))
            let exit = try await dotchi.held(at: point, arguments).interrupt()
            // Before publishing it is too late to be stopped: then it is whole.
            let isLate = point == "pool refresh: before publishing"
            #expect(exit == .status(isLate ? 0 : 130))
            if !isLate { #expect(try await dotchi.well("pool", "list") == pools) }
            #expect(try files(dotchi) == before)
            #expect(try await !dotchi.well("doctor").contains("leftovers"))
        }
    }

    @Test("a store gives back the room of what was removed")
    func shrunk() async throws {
        try await withTinyStudy { dotchi in
            let file = dotchi.folder.appending(path: "study.sqlite")
            func size() throws -> Int {
                try #require(FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)
            }
            let before = try size()
            let refresh = ["pool", "refresh", "--seed", "2", "--images", "4000"]
            let ending = try await dotchi.whileHeld(at: "pool refresh: block stored", turn: 50, refresh) { process in
                kill(process, SIGKILL)
            }
            #expect(ending.status == -SIGKILL)
            try await dotchi.well("survey", "list")
            let cleaned = try await dotchi.well("doctor", "--clean")
            #expect(
                cleaned.contains(/removed  study\.sqlite: .* without content; it had .* and has .* now/), "\(cleaned)")
            #expect(try size() < before + before / 10)
            #expect(try await dotchi.well("survey", "list").contains(TinyStudy.made().planHash.prefix(12)))
        }
    }
}

import Foundation
import GRDB
import TestKit
import Testing

@Suite("Flipped bits and hostile names", .endsHangs)
struct DamageTests {
    /// Replaces every `old` in a file by `new` of the same length; how often.
    @discardableResult
    private func replace(_ old: Data, by new: Data, in file: URL) throws -> Int {
        precondition(old.count == new.count, "a file whose parts stay where they are")
        var bytes = try Data(contentsOf: file)
        var count = 0
        while let place = bytes.range(of: old) {
            bytes.replaceSubrange(place, with: new)
            count += 1
        }
        try bytes.write(to: file)
        return count
    }

    /// Flips a bit `fromEnd` bytes before the end of a file.
    private func flip(_ file: URL, fromEnd: Int = 100) throws {
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - fromEnd] ^= 4
        try bytes.write(to: file)
    }

    @Test("an image of other bytes is named by doctor, and nothing that has it is handed out")
    func image() async throws {
        try await withTinyStudy { dotchi in
            #expect(try await dotchi.well("doctor").contains(/\nok       images: [0-9]+, all as they were recorded\n/))
            try await dotchi.well("pool", "export", "B/equal-time", "before")
            let png = try Data(contentsOf: dotchi.folder.appending(path: "before/00003.png"))
            // The first page of the image's bytes: after the PNG's header.
            let part = png[40..<90]
            var flipped = part
            flipped[60] ^= 1
            #expect(try replace(part, by: flipped, in: dotchi.folder.appending(path: "study.sqlite")) == 1)

            let ending = try await dotchi("doctor")
            #expect(ending.status == 65)
            #expect(ending.output.contains(/\nwrong    images: 1 of [0-9]+ images of study\.sqlite are damaged:\n/))
            #expect(
                ending.output.contains("\n         B/equal-iterations@1#3, B/equal-time@1#3: its bytes are not"),
                "\(ending.output)")
            #expect(ending.output.contains("Put a copy of study.sqlite back"), "\(ending.output)")
            let commands = [
                ["pool", "export", "B/equal-time", "after"], ["survey", "build", "page"],
                ["pool", "show", "B/equal-time", "--grid", "grid.png"],
            ]
            for arguments in commands {
                let talk = try await dotchi.fails(65, arguments)
                #expect(
                    talk.contains("the image B/equal-") && talk.contains("@1#3 in ") && talk.contains("is damaged"),
                    "\(talk)")
            }
            for name in ["after", "page", "grid.png"] {
                #expect(!FileManager.default.fileExists(atPath: dotchi.folder.appending(path: name).path))
            }
            #expect(try await !dotchi.well("pool", "export", "A/equal-time", "fine").isEmpty)
            // A report shows images beside its numbers, which are whole.
            try await dotchi.well("simulate", "--participants", "4")
            let report = try await dotchi("report")
            #expect(report.status == 0 && report.talk.contains("the image B/equal-"), "\(report.talk)")
            #expect(report.talk.contains("is damaged, so the report does not show it"), "\(report.talk)")
        }
    }

    @Test("a stem that is a path writes nothing outside of the folder; the image has its number as name, which is told")
    func hostileStem() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("pool", "export", "B/equal-time", "images")
            let images = dotchi.folder.appending(path: "images")
            let stems = ["stem-to-be-a-path-x", "stem-to-be-absolute", "stem-with-control-x", "00001"]
            for (number, stem) in stems.enumerated() {
                try FileManager.default.moveItem(
                    at: images.appending(path: "0000\(number).png"), to: images.appending(path: "\(stem).tmp"))
            }
            for stem in stems {
                try FileManager.default.moveItem(
                    at: images.appending(path: "\(stem).tmp"), to: images.appending(path: "\(stem).png"))
            }
            try await dotchi.well("pool", "import", "A", "images", "--condition", "equal-time")
            let store = dotchi.folder.appending(path: "study.sqlite")
            for (old, new) in [
                (stems[0], "../../../outside-xx"), (stems[1], "/tmp/outside-xxxxxx"),
                (stems[2], "stem\u{1B}]0;title\u{7}\u{1}\n-xx"),
            ] {
                #expect(try replace(Data(old.utf8), by: Data(new.utf8), in: store) >= 1)
            }
            // As a store of before generations were sealed: what is there is believed, once.
            let queue = try DatabaseQueue(path: store.path)
            try await queue.write { db in
                try db.execute(
                    sql: """
                        DROP TABLE generationSeal;
                        DELETE FROM grdb_migrations WHERE identifier = '13 generation seals'
                        """)
            }
            try queue.close()
            try await dotchi.fails(66, "votes", "erase", "nobody")
            let ending = try await dotchi("pool", "export", "A/equal-time", "deep/er/taken")
            #expect(ending.status == 0, "\(ending)")
            #expect(ending.talk.contains("3 images with names that no file can have"), "\(ending.talk)")
            let taken = dotchi.folder.appending(path: "deep/er/taken")
            let names = try FileManager.default.contentsOfDirectory(atPath: taken.path).sorted()
            #expect(names.count == 6 && names.contains("00001.png") && names.allSatisfy { $0.hasSuffix(".png") })
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: taken.deletingLastPathComponent().path) == ["taken"]
            )
            #expect(!FileManager.default.fileExists(atPath: "/tmp/outside-xxxxxx.png"))
        }
    }

    @Test("a file name with control characters is not imported; it is shown as text")
    func hostileFileName() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("pool", "export", "B/equal-time", "images")
            let images = dotchi.folder.appending(path: "images")
            try FileManager.default.moveItem(
                at: images.appending(path: "00000.png"), to: images.appending(path: "a\u{1B}]0;title\u{7}.png"))
            let talk = try await dotchi.fails(65, "pool", "import", "A", "images", "--condition", "equal-time")
            #expect(!talk.contains("\u{1B}") && talk.contains("control characters"), "\(talk)")
        }
    }

    @Test("a checkpoint that study.sqlite names outside of the study folder is not read")
    func hostileCheckpoint() async throws {
        try await withTinyStudy { dotchi in
            let store = dotchi.folder.appending(path: "study.sqlite")
            let old = "runs/faces32/checkpoint-000004.safetensors"
            #expect(
                try replace(Data(old.utf8), by: Data("../../etc/eckpoint-000004.safetensors/pass".utf8), in: store) >= 1
            )
            for arguments in [["pool", "refresh", "--seed", "2"], ["runs", "export", "faces32", "out.safetensors"]] {
                let talk = try await dotchi.fails(65, arguments)
                #expect(talk.contains("expected is one inside the study folder"), "\(talk)")
            }
        }
    }

    @Test("a flipped bit in a resume file or in prepared photographs stops training before it begins")
    func training() async throws {
        try await withTinyStudy { dotchi in
            let resume = dotchi.folder.appending(path: "runs/faces16/resume.safetensors")
            let whole = try Data(contentsOf: resume)
            try flip(resume)
            let talk = try await dotchi.fails(65, "train", "--network", "faces16", "--epochs", "4")
            #expect(
                talk.contains("resume.safetensors cannot be resumed: its content is not what was written"), "\(talk)")
            let ending = try await dotchi("doctor")
            #expect(ending.status == 65 && ending.output.contains("resume.safetensors"), "\(ending.output)")
            try whole.write(to: resume)

            let cache = dotchi.folder.appending(path: "cache")
            for name in try FileManager.default.contentsOfDirectory(atPath: cache.path) where name.hasSuffix("-16.rgb")
            {
                try flip(cache.appending(path: name))
            }
            let photographs = try await dotchi.fails(65, "train", "--network", "faces16", "--epochs", "4")
            #expect(photographs.contains("its pixels are not those that were written"), "\(photographs)")
            #expect(photographs.contains("delete it, they are remade"), "\(photographs)")
            for name in try FileManager.default.contentsOfDirectory(atPath: cache.path) where name.hasSuffix("-16.rgb")
            {
                try FileManager.default.removeItem(at: cache.appending(path: name))
            }
            try await dotchi.well("train", "--network", "faces16", "--epochs", "4")
        }
    }

    @Test(
        "a bit that flipped in an exported checkpoint is noticed where it is taken in; a damaged copy is mended by that"
    )
    func importedCheckpoint() async throws {
        try await withTinyStudy { dotchi in
            let file = dotchi.folder.appending(path: "faces16.safetensors")
            try await dotchi.well("runs", "export", "faces16", "faces16.safetensors")
            let other = "networks:\n  other: {kind: dcgan, size: 16, latent: 8, width: 4, batch: 16}"
            try TinyStudy.write(TinyStudy.yaml.replacing("networks:", with: other), to: dotchi.folder)
            let command = ["runs", "import", "faces16.safetensors", "--as", "other"]
            let whole = try Data(contentsOf: file)
            try flip(file)
            let talk = try await dotchi.fails(65, command)
            #expect(talk.contains("its content is not what was written"), "\(talk)")
            try whole.write(to: file)
            let copy = try await dotchi(command).output.trimmingCharacters(in: .newlines)
            try flip(dotchi.folder.appending(path: copy))
            #expect(try await dotchi("doctor").status == 65)
            #expect(try await dotchi(command).status == 0)
            #expect(try Data(contentsOf: dotchi.folder.appending(path: copy)) == whole)
            try await dotchi.well("doctor")
        }
    }
}

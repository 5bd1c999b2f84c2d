import Foundation
import TestKit
import Testing

@Suite("Imports with items", .endsHangs)
struct ItemImportTests {
    /// Runs `body` with a study that takes images from elsewhere, and a folder `images` of six beside its study.yaml.
    private func withOwnStudy(_ body: (Dotchi) async throws -> Void) async throws {
        try await withTinyStudy { dotchi in
            let own = Dotchi(folder: dotchi.folder.appending(path: "own"))
            try FileManager.default.createDirectory(at: own.folder, withIntermediateDirectories: false)
            try await dotchi.well("pool", "export", "A/equal-iterations", "own/images")
            try TinyStudy.write(
                """
                study: {id: own}
                methods: {A: {}, B: {}}
                conditions: {one: {methods: [A, B]}}
                """, to: own.folder)
            try FileManager.default.createDirectory(
                at: own.folder.appending(path: "tables/refs"), withIntermediateDirectories: true)
            for (from, to) in [("00001", "a photograph"), ("00002", "b")] {
                try FileManager.default.copyItem(
                    at: own.folder.appending(path: "images/\(from).png"),
                    to: own.folder.appending(path: "tables/refs/\(to).png"))
            }
            try await body(own)
        }
    }

    private func write(_ table: String, _ dotchi: Dotchi) throws {
        try Data(table.utf8).write(to: dotchi.folder.appending(path: "tables/items.csv"))
    }

    @Test("texts and references are kept with the generation; what does not match is counted and named")
    func whole() async throws {
        try await withOwnStudy { dotchi in
            try write(
                "item,text,reference\n00000,\"A cat, asleep\",refs/a photograph.png\n00003,,refs/b.png\n00004,A dog,\n99,A bird,\n",
                dotchi)
            let imported = try await dotchi("pool", "import", "A", "images", "--items", "tables/items.csv")
            #expect(imported.status == 0 && imported.output == "A/one@1\t6\n", "\(imported)")
            #expect(
                imported.talk.contains("1 item of items.csv has no image in the folder: “99” (line 5)."), "\(imported)")
            #expect(
                imported.talk.contains(
                    "3 of 6 images have neither text nor reference in items.csv: “00001”, “00002”, “00005”."),
                "\(imported)")
            let facts = try await dotchi.well("pool", "show", "A/one")
            #expect(facts.contains("texts: 2\n") && facts.contains("references: 2"), "\(facts)")
            #expect(try await dotchi.well("doctor").contains("all as they were recorded"))
            #expect(try await !dotchi.well("doctor", "--clean").contains("leftovers: removed"))
            #expect(try await dotchi.well("pool", "show", "A/one").contains("references: 2"))

            // A folder without a table has none of it.
            try await dotchi.well("pool", "import", "B", "images")
            #expect(try await !dotchi.well("pool", "show", "B/one").contains("texts"))
            var piped = dotchi
            piped.input = "item,text\n00001,A fish\n"
            try await piped.well("pool", "import", "B", "images", "--items", "-")
            #expect(try await dotchi.well("pool", "show", "B/one").contains("texts: 1\n"))

            // Pools that meet should say one thing of an item.
            try write("item,text\n00000,\"A cat, asleep\"\n00004,A wolf\n00001,A fish\n", dotchi)
            try await dotchi.well("pool", "import", "B", "images", "--items", "tables/items.csv")
            try TinyStudy.write(
                """
                study: {id: own}
                methods: {A: {}, B: {}}
                conditions: {one: {methods: [A, B]}}
                survey: {trials: 6, pairing: item}
                """, to: dotchi.folder)
            let plan = try await dotchi("survey", "plan", "--seats", "2")
            #expect(
                plan.status == 0
                    && plan.talk.contains("references for 2 items of A/one and B/one (“00000”, “00004”): import them"),
                "\(plan)")
        }
    }

    @Test("a table that cannot be used leaves everything as it was, and is named with its line")
    func faults() async throws {
        try await withOwnStudy { dotchi in
            let before = try await dotchi.well("pool", "list")
            for (table, status, words) in [
                (
                    "item,reference\n00000,refs/missing.png\n", 66 as Int32,
                    "items.csv: line 2: the reference of “00000”"
                ),
                ("item,reference\n00000,items.csv\n", 65, "neither a PNG nor a JPEG file"),
                ("item,reference\n00000,/etc/passwd\n", 65, "is no path from the table's folder"),
                ("item,text\ncat,A cat\n", 65, "none of its items is an image of the folder"),
                ("item,text\n00000,A\n00000,B\n", 65, "line 3 names the item “00000”, as line 2 does"),
                ("prompt\nA cat\n", 65, "expected the columns item and text, reference or both, found “prompt”"),
            ] {
                try write(table, dotchi)
                let talk = try await dotchi.fails(
                    status, "pool", "import", "A", "images", "--items", "tables/items.csv")
                #expect(talk.contains(words), "\(words): \(talk)")
                #expect(try await dotchi.well("pool", "list") == before)
            }
            try await dotchi.fails(66, "pool", "import", "A", "images", "--items", "tables/none.csv")
        }
    }
}

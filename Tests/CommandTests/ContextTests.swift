import Foundation
import TestKit
import Testing

@Suite("Texts and references with pairs", .endsHangs)
struct ContextTests {
    /// Runs `body` with a study of two imported pools of six images, whose table is `table`.
    private func withOwnStudy(_ table: String, context: String, _ body: (Dotchi) async throws -> Void) async throws {
        try await withTinyStudy { dotchi in
            let own = Dotchi(folder: dotchi.folder.appending(path: "own"))
            try FileManager.default.createDirectory(at: own.folder, withIntermediateDirectories: false)
            for method in ["A", "B"] {
                try await dotchi.well("pool", "export", "\(method)/equal-iterations", "own/images-\(method)")
            }
            try write("pairing: item, context: \(context)", own)
            try Data(table.utf8).write(to: own.folder.appending(path: "items.csv"))
            try await own.well("pool", "import", "A", "images-A", "--items", "items.csv")
            try await own.well("pool", "import", "B", "images-B")
            try await body(own)
        }
    }

    private func write(_ survey: String, _ dotchi: Dotchi) throws {
        try TinyStudy.write(
            """
            study: {id: own}
            methods: {A: {}, B: {}}
            conditions: {one: {methods: [A, B]}}
            survey: {languages: [en], trials: 4, consent: false, min_response_ms: 0, \(survey)}
            """, to: dotchi.folder)
    }

    private static let texts = (0..<6).map { "0000\($0),Prompt number \($0)\n" }.joined()

    @Test("the text of each pair's item is frozen with the plan, on the page and in the terminal")
    func text() async throws {
        try await withOwnStudy("item,text\n" + Self.texts, context: "text") { dotchi in
            try await dotchi.well("survey", "plan", "--seats", "2", "--seed", "3", "--export", "plan.json")
            let export = try String(contentsOf: dotchi.folder.appending(path: "plan.json"), encoding: .utf8)
            #expect(export.contains("Prompt number 5"))
            // The plan knows images by their numbers; the file says which these are.
            #expect(export.contains(#""file" : "00005""#) && export.contains(#""pool" : "B/one@1""#))
            #expect(export.matches(of: /"sha256" : "[0-9a-f]{64}"/).count >= 12)
            try await dotchi.well("survey", "build", "page")
            // Another import changes nothing of the plan.
            try Data("item,text\n00000,Other\n".utf8).write(to: dotchi.folder.appending(path: "items.csv"))
            try await dotchi.well("pool", "import", "A", "images-A", "--items", "items.csv")
            let page = dotchi.folder.appending(path: "page")
            let folder = try #require(
                try FileManager.default.contentsOfDirectory(atPath: page.path).first { $0.hasPrefix("plan-") })
            let seat = try String(contentsOf: page.appending(path: "\(folder)/1.js"), encoding: .utf8)
            #expect(seat.contains("dotchi.prompts[1] = [\"Prompt number "))

            let terminal = try PseudoTerminal(columns: 110, rows: 50)
            try dotchi.sit(at: terminal, "survey", "take", "--seat", "1", "--pixels", "blocks")
            try await terminal.wait(for: "Press Enter to start.")
            #expect(terminal.output.contains("With each pair comes the text"))
            try terminal.type("\r")
            try await terminal.wait(for: "Prompt number")
            try await terminal.wait(for: "stop for now")
            try terminal.type("f")
            try await terminal.wait(for: "2 of 4")
            try await terminal.wait(for: "stop for now")
            try terminal.type("q")
            #expect(try await terminal.exit() == .status(0))
            let vote = try #require(try await Table(dotchi.well("votes", "export")).rows.first)
            let item = try #require(vote["item"]?.last)
            // What was shown is what belongs to the item of the vote.
            #expect(terminal.output.contains("Prompt number \(item)"))
            try await dotchi.well("simulate", "--participants", "3", "--beside-people")
            try await dotchi.well("report", "--format", "html", "--out", "report")
            let report = try String(contentsOf: dotchi.folder.appending(path: "report/report.html"), encoding: .utf8)
            #expect(report.contains("Above each pair stood the text of its item"))
        }
    }

    @Test(
        "items without a text or reference, and pools that say different things, are named with their counts; nothing is frozen"
    )
    func lacking() async throws {
        try await withOwnStudy("item,text\n00000,A cat\n00004,A dog\n", context: "text") { dotchi in
            let lacking = try await dotchi.fails(65, "survey", "plan", "--seats", "2")
            #expect(
                lacking.contains("4 items of A/one and B/one have no text (“00001”, “00002”, “00003”, “00005”)"),
                "\(lacking)")
            #expect(try await dotchi.well("survey", "list").isEmpty)
            try Data(("item,text\n" + Self.texts).utf8).write(to: dotchi.folder.appending(path: "items.csv"))
            try await dotchi.well("pool", "import", "B", "images-B", "--items", "items.csv")
            let different = try await dotchi.fails(65, "survey", "plan", "--seats", "2")
            #expect(
                different.contains("2 items of A/one and B/one have two different texts (“00000”, “00004”)"),
                "\(different)")
            try write("pairing: item, context: reference", dotchi)
            let none = try await dotchi.fails(65, "survey", "plan", "--seats", "2")
            #expect(none.contains("6 items of A/one and B/one have no reference"), "\(none)")
            try write("context: text", dotchi)
            #expect(try await dotchi.fails(65, "survey", "plan").contains("expected pairing: item with it"))
        }
    }

    @Test("a reference is an image of the page under an opaque name, and stands between the images of a terminal")
    func reference() async throws {
        let table = "item,reference\n" + (0..<6).map { "0000\($0),images-B/0000\($0).png\n" }.joined()
        try await withOwnStudy(table, context: "reference") { dotchi in
            try await dotchi.well("survey", "plan", "--seats", "2", "--seed", "3")
            try await dotchi.well("survey", "build", "page")
            let page = dotchi.folder.appending(path: "page")
            let names = try FileManager.default.contentsOfDirectory(atPath: page.path)
            let images = try #require(names.first { $0.hasPrefix("images-") })
            let files = try FileManager.default.contentsOfDirectory(atPath: page.appending(path: images).path)
            // Of each pair three, of which none has another's name.
            #expect(files.count > 12 && files.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}\.png/) != nil })
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            try dotchi.sit(at: terminal, "survey", "take", "--seat", "1", "--pixels", "blocks")
            try await terminal.wait(for: "Press Enter to start.")
            try terminal.type("\r")
            try await terminal.wait(for: "Reference")
            try await terminal.wait(for: "stop for now")
            try terminal.type("q")
            #expect(try await terminal.exit() == .status(0))
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("Pairs by item", .endsHangs)
struct ItemPairingTests {
    private static func yaml(_ pairing: String?, trials: Int = 4) -> String {
        """
        study: {id: own}
        methods: {A: {label: method A}, B: {label: method B}}
        conditions: {one: {methods: [A, B]}}
        survey: {languages: [en], trials: \(trials), repeats: 1, catch: 1\(pairing.map { ", pairing: \($0)" } ?? "")}
        """
    }

    /// Runs `body` in a study of imported images, of which five in each pool have the other's names.
    private func withOwnStudy(_ body: (Dotchi) async throws -> Void) async throws {
        try await withTinyStudy { dotchi in
            let own = Dotchi(folder: dotchi.folder.appending(path: "own"))
            for method in ["A", "B"] {
                try await dotchi.well("pool", "export", "\(method)/equal-iterations", "images-\(method)")
            }
            try FileManager.default.createDirectory(at: own.folder, withIntermediateDirectories: false)
            for (from, to) in [("A/00005", "A/only a"), ("B/00005", "B/only b"), ("A/00004", "A/Two words")] {
                try FileManager.default.moveItem(
                    at: dotchi.folder.appending(path: "images-\(from).png"),
                    to: dotchi.folder.appending(path: "images-\(to).png"))
            }
            try FileManager.default.moveItem(
                at: dotchi.folder.appending(path: "images-B/00004.png"),
                to: dotchi.folder.appending(path: "images-B/Two words.PNG"))
            try TinyStudy.write(Self.yaml(nil), to: own.folder)
            for method in ["A", "B"] { try await own.well("pool", "import", method, "../images-\(method)") }
            try await body(own)
        }
    }

    @Test(
        "survey plan asks whether equal names mean anything, and says how many there are; what it says holds to the votes"
    )
    func whole() async throws {
        try await withOwnStudy { dotchi in
            let question = try await dotchi.fails(65, "survey", "plan", "--seats", "6", "--seed", "3")
            #expect(
                question.contains("A/one (6 images) and B/one (6 images) have 5 names in common, as “00000”"),
                "\(question)")
            #expect(question.contains("`pairing: item`") && question.contains("`pairing: random`"), "\(question)")
            #expect(try await !dotchi.well("pool", "list").contains("ruined"))

            try TinyStudy.write(Self.yaml("item"), to: dotchi.folder)
            let plan = try await dotchi("survey", "plan", "--seats", "6", "--seed", "3")
            try #require(plan.status == 0, "\(plan)")
            #expect(plan.talk.contains("paired by item: A/one and B/one share 5 items\n"), "\(plan.talk)")
            #expect(
                plan.talk.contains(
                    "items that one pool has alone: pool A/one has 1: “only a”; pool B/one has 1: “only b”."),
                "\(plan.talk)")

            try await dotchi.well("simulate", "--participants", "6", "--seed", "3")
            let rows = try await Table(dotchi.well("votes", "export")).rows
            let main = rows.filter { $0["kind"] == "main" }
            #expect(main.count == 24)
            for (_, votes) in Dictionary(grouping: main, by: { $0["session"] }) {
                #expect(Set(votes.map { $0["item"] }).count == 4)
            }
            #expect(Set(main.map { $0["item"] }) == ["00000", "00001", "00002", "00003", "Two words"])
            let uses = Dictionary(grouping: main) { $0["item"] }.values.map(\.count)
            #expect((uses.max() ?? 0) - (uses.min() ?? 0) <= 1)
            #expect(rows.filter { $0["kind"] == "repeat" }.allSatisfy { $0["item"] != "" })
            #expect(rows.filter { $0["kind"] == "catch" }.allSatisfy { $0["item"] == "" })
            let lines = try await dotchi.well("votes", "export", "--format", "jsonl").split(separator: "\n")
            #expect(lines.contains { $0.contains(#""item":"Two words""#) })
            // What was exported is read again with its items.
            try Data(try await dotchi.well("votes", "export").utf8).write(
                to: dotchi.folder.appending(path: "votes.csv"))
            for source in [[], ["votes.csv"]] {
                let analysis = try await dotchi(["analyze"] + source + ["--json"])
                #expect(analysis.status == 0 && analysis.output.contains(#""unit": "item""#), "\(analysis.output)")
            }
            try await dotchi.well("report", "--format", "html", "--out", "report")
            let report = try String(
                contentsOf: dotchi.folder.appending(path: "report/report.html"), encoding: .utf8)
            #expect(report.contains("Both images of a pair were of the same item"))
        }
    }

    @Test("a plan at random is another one, and one that was frozen without a word stays in use without asking")
    func random() async throws {
        try await withOwnStudy { dotchi in
            try TinyStudy.write(Self.yaml("random"), to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "6", "--seed", "3")
            try TinyStudy.write(Self.yaml(nil), to: dotchi.folder)
            #expect(try await dotchi.well("survey", "plan") == plan)
            #expect(try await !dotchi.well("doctor").contains("survey.pairing"))
            // Another plan is not made without asking.
            try await dotchi.fails(65, "survey", "plan", "--seats", "7")

            try TinyStudy.write(Self.yaml("item"), to: dotchi.folder)
            #expect(try await dotchi("doctor").output.contains("survey.pairing: random -> item"))
            #expect(try await dotchi.well("survey", "plan") != plan)
            #expect(try await dotchi.well("survey", "plan", "--again", String(plan.prefix(12))) == plan)
        }
    }

    @Test("too few items in common, names of generated images and words that are none are told")
    func badInput() async throws {
        try await withOwnStudy { dotchi in
            try TinyStudy.write(Self.yaml("item", trials: 6), to: dotchi.folder)
            let few = try await dotchi.fails(65, "survey", "plan")
            #expect(few.contains("pools A/one and B/one share 5 items, but a person sees 6 pairs of them"), "\(few)")
            try TinyStudy.write(Self.yaml("items"), to: dotchi.folder)
            let odd = try await dotchi.fails(65, "survey", "plan")
            #expect(odd.contains("expected random or item") && odd.contains("items"), "\(odd)")
        }
        try await withTinyStudy { dotchi in
            try TinyStudy.write(
                TinyStudy.yaml.replacing("trials: 3", with: "trials: 3, pairing: item"), to: dotchi.folder)
            let nameless = try await dotchi.fails(65, "survey", "plan")
            #expect(nameless.contains("the images of pool A/equal-time have no names"), "\(nameless)")
        }
    }

    @Test("nothing is asked where less than half of the names match")
    func fewNames() async throws {
        try await withOwnStudy { dotchi in
            let images = dotchi.folder.deletingLastPathComponent().appending(path: "images-B")
            for name in ["00000", "00001", "00002"] {
                try FileManager.default.moveItem(
                    at: images.appending(path: "\(name).png"), to: images.appending(path: "b\(name).png"))
            }
            try await dotchi.well("pool", "import", "B", "../images-B")
            try await dotchi.well("survey", "plan", "--seats", "2")
        }
    }
}

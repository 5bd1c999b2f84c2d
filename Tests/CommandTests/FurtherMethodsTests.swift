import Foundation
import TestKit
import Testing

@Suite("Methods beside A and B", .endsHangs)
struct FurtherMethodsTests {
    /// C is B with bicubic enlargement in SRCNN's place, D one network straight to the size.
    private static let yaml = TinyStudy.yaml
        .replacing(
            "methods:\n",
            with: """
                  bicubic32: {kind: bicubic, size: 32, factor: 2}
                  straight32: {kind: dcgan, size: 32, latent: 8, width: 4, batch: 16, epochs: 2, checkpoint_every: 1}
                methods:
                  C: {label: B with bicubic, chain: [faces16, bicubic32]}
                  D: {label: single stage, chain: [straight32]}

                """
        )
        .replacing("methods: [A, B]", with: "methods: [A, B, C, D]")
        // Three pairs of each pool of six images.
        .replacing("trials: 3", with: "trials: 2")

    @Test("enter pools, pairs and tables as they do; bicubic takes no training")
    func wholeStudy() async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(Self.yaml, to: dotchi.folder)
            let training = try await dotchi("train")
            #expect(training.status == 0)
            #expect(training.talk.contains("bicubic32: nothing to train, it is of kind bicubic"), "\(training.talk)")
            let runs = try decoded([RunFacts].self, from: await dotchi.well("runs", "--json"))
            #expect(runs.map(\.network) == ["enlarge32", "faces16", "faces32", "straight32"])
            let absent = try await dotchi.fails(66, "runs", "show", "bicubic32")
            #expect(absent.contains("it needs no training and has no runs"), "\(absent)")

            let pools = ["C/equal-iterations", "D/equal-iterations", "C/equal-time", "D/equal-time"]
            #expect(try await dotchi.well("pool", "refresh") == pools.map { "\($0)@1\t6\n" }.joined())
            #expect(try await dotchi.well("pool", "refresh").isEmpty)
            let facts = try await dotchi.well("pool", "show", "C/equal-iterations")
            #expect(facts.contains("epochs: 3\n") && facts.contains("size: 32x32"), "\(facts)")
            #expect(facts.contains("enlarged: bicubically to 32x32, as link 2 of the chain"), "\(facts)")

            try await dotchi.well("survey", "plan", "--seats", "3")
            try await dotchi.well("simulate", "--participants", "3", "--seed", "3")
            let votes = try await Table(dotchi.well("votes", "export")).rows.filter { $0["kind"] == "main" }
            let pairs = Set(votes.map { Set([$0["left"], $0["right"]]) })
            #expect(pairs.count == 6, "each of four methods meets each other: \(pairs)")

            try await dotchi.well("report", "--format", "csv")
            for condition in ["equal-iterations", "equal-time"] {
                let file = dotchi.folder.appending(path: "report/table-\(condition).csv")
                let rows = try Table(String(contentsOf: file, encoding: .utf8)).rows
                #expect(rows.map { $0["method"] } == ["method A", "method B", "B with bicubic", "single stage"])
                let epochs = rows.map { $0["iterations [epochs]"] }
                #expect(epochs[1...2] == ["3, 2", "3"], "\(epochs)")
                // The control's hours are those of its DCGAN alone.
                let hours = rows.map { $0["time [h]"].flatMap(Double.init) ?? 0 }
                #expect(hours[2] > 0 && hours[2] < hours[1], "\(hours)")
            }
        }
    }

    @Test("that have one label are told apart in tables, charts and figures, and named; the frozen plan goes on")
    func oneLabel() async throws {
        try await withAnsweredStudy { dotchi in
            let yaml = TinyStudy.yaml.replacing("label: method B", with: "label: method A")
            try TinyStudy.write(yaml, to: dotchi.folder)
            let analysis = try await dotchi.well("analyze")
            #expect(analysis.contains("method A (A)") && analysis.contains("method A (B)"), "\(analysis)")
            try await dotchi.well("report")
            for name in ["report.html", "report.md", "table-equal-time.csv", "table-equal-time.tex"] {
                let text = try String(contentsOf: dotchi.folder.appending(path: "report/\(name)"), encoding: .utf8)
                #expect(text.contains("method A (A)") && text.contains("method A (B)"), "\(name)")
                #expect(!text.contains(/method A(?! \([AB]\))/), "\(name)")
            }
            let note = "one label stands for several methods: A, B (“method A”)"
            let doctor = try await dotchi("doctor")
            #expect(doctor.status == 0 && doctor.output.contains("methods: \(note)"), "\(doctor.output)")
            let plan = try await dotchi("survey", "plan")
            #expect(plan.status == 0 && plan.talk.contains("note: \(note)"), "\(plan.talk)")
            #expect(try await plan.output == TinyStudy.made().planHash + "\n")
        }
    }

    @Test("of which one is bicubic are trained within a budget, and stale when their enlargement changes")
    func budgetAndStaleness() async throws {
        try await withTinyStudy { dotchi in
            let doubled = Self.yaml.replacing("A, B, C, D", with: "A, B, C")
            try TinyStudy.write(doubled, to: dotchi.folder)
            let idle = try await dotchi("train", "--network", "bicubic32")
            #expect(idle.status == 0 && idle.talk.contains("nothing to train"), "\(idle.talk)")
            let before = try await runs(dotchi)
            let budget = 2 * (before["faces16"]?.seconds ?? 0)
            try await dotchi.well("train", "--method", "C", "--budget", "\(budget)s")
            let trained = try #require(try await runs(dotchi)["faces16"])
            #expect(trained.epochs >= 3 && trained.budgetSeconds.map { abs($0 - budget) < 1e-9 } == true)

            let chosen = ["pool", "refresh", "--method", "C", "--condition", "equal-iterations"]
            #expect(try await dotchi(chosen).output == "C/equal-iterations@1\t6\n")
            // The same checkpoint, but its images as they come.
            try TinyStudy.write(
                doubled.replacing("[faces16, bicubic32]", with: "[faces16]")
                    .replacing("methods: [A, B, C]", with: "methods: [C, D]")
                    .replacing("match_time_of: B", with: "match_time_of: C")
                    .replacing("chain: [straight32]", with: "chain: [faces16]"),
                to: dotchi.folder)
            #expect(try await dotchi(chosen).output == "C/equal-iterations@2\t6\n")
            #expect(try await dotchi.well("pool", "show", "C/equal-iterations").contains("size: 16x16"))
        }
    }

    private func runs(_ dotchi: Dotchi) async throws -> [String: RunFacts] {
        let runs = try decoded([RunFacts].self, from: await dotchi.well("runs", "--json"))
        return Dictionary(runs.map { ($0.network, $0) }) { $1 }
    }
}

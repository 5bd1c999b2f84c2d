import Foundation
import TestKit
import Testing

@Suite("A whole study, from photographs to tables", .endsHangs)
struct WholeStudyTests {
    @Test(
        "init makes the study of each template, which is complete",
        arguments: [("paper", "nothing done yet"), ("demo", "3 runs, 0 sessions")])
    func initialise(template: String, told: String) async throws {
        try await withTemporaryFolder { folder in
            try await Dotchi(folder: folder).well("init", "a/study", "--template", template)
            let study = folder.appending(path: "a/study")
            let doctor = try await Dotchi(folder: study)("doctor")
            #expect(doctor.output.contains(told), "\(doctor.output)")
        }
    }

    @Test("init keeps photographs and votes out of a repository, and leaves a .gitignore that is there alone")
    func gitignore() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            try await dotchi.well("init", "new", "--template", "demo")
            let kept = try String(contentsOf: folder.appending(path: "new/.gitignore"), encoding: .utf8)
            let ignored = Set(kept.split(separator: "\n").filter { $0.hasPrefix("/") })
            #expect(
                ignored == [
                    "/.locks/", "/answers/", "/cache/", "/figures/", "/page/", "/photographs*", "/plan.json",
                    "/report/", "/runs/",
                    "/study.sqlite*",
                ], "\(kept)")

            let own = folder.appending(path: "own/.gitignore")
            try FileManager.default.createDirectory(
                at: own.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("*.tar\n".utf8).write(to: own)
            try await dotchi.well("init", "own")
            #expect(try String(contentsOf: own, encoding: .utf8) == "*.tar\n")
        }
    }

    @Test("photographs are chosen, held out and shown as a grid")
    func dataset() async throws {
        try await withTinyStudy { dotchi in
            let manifest = try await TinyStudy.made().dataset.output
            let facts = try await dotchi.well("dataset", "show", "--grid", "photographs.png")
            #expect(facts.contains("source: procedural\nphotographs: 48, 16 held out\n"), "\(facts)")
            #expect(facts.contains("manifest: \(manifest)"))
            try expectPNG(dotchi.folder.appending(path: "photographs.png"))
        }
    }

    @Test("every network is recorded with its epochs, time, pace and checkpoints")
    func runs() async throws {
        try await withTinyStudy { dotchi in
            let runs = try decoded([RunFacts].self, from: await dotchi.well("runs", "--json"))
            #expect(runs.map(\.network) == ["enlarge32", "faces16", "faces32"])
            #expect(runs.map(\.kind) == ["srcnn", "dcgan", "multistage"])
            #expect(runs.map(\.size) == [32, 16, 32])
            for run in runs {
                #expect(run.epochs == TinyStudy.epochs[run.network] && run.checkpoints == run.epochs)
                // All photographs in each epoch; the two stages of one network see each photograph once.
                let photographs = ["faces32": 2 * 48, "faces16": 48, "enlarge32": 32][run.network]
                #expect(run.images == photographs.map { $0 * run.epochs })
                #expect(run.seconds > 0 && run.device == "cpu" && run.threads > 0 && run.current)
                let pace = try #require(run.imagesPerSecond)
                #expect(abs(pace * run.seconds / Double(run.images) - 1) < 1e-6)
            }
            let facts = try await dotchi.well("runs", "show", "faces32", "--grid", "samples.png")
            #expect(facts.contains("trained: 4 epochs") && facts.contains("runs/faces32/checkpoint-000004.safetensors"))
            try expectPNG(dotchi.folder.appending(path: "samples.png"))
            let table = try await dotchi.well("runs")
            for name in TinyStudy.epochs.keys { #expect(table.contains(name)) }
        }
    }

    @Test("the same seed plans the same to the byte, another seed does not")
    func plan() async throws {
        let made = try await TinyStudy.made()
        #expect(made.plan.talk.contains("12 seats of \(TinyStudy.trials) trials"), "\(made.plan.talk)")
        #expect(made.planHash.wholeMatch(of: /[0-9a-f]{64}/) != nil)
        try await withTinyStudy { dotchi in
            let again = try await dotchi.well("survey", "plan", "--seats", "12", "--seed", "5")
            #expect(again == made.plan.output)
            #expect(try await dotchi.well("survey", "plan", "--seats", "12", "--seed", "6") != made.plan.output)
        }
    }

    @Test("the built page holds the plan, and neither names of methods and networks nor conditions")
    func page() async throws {
        try await withTinyStudy { dotchi in
            let index = try await dotchi.well("survey", "build", "page", "--language", "ja")
            #expect(index == dotchi.folder.appending(path: "page/index.html").path + "\n")
            let files = try contents(of: dotchi.folder.appending(path: "page"))
            let text = files.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
            #expect(text.contains(try await TinyStudy.made().planHash))
            for secret in ["method A", "method B", "faces32", "faces16", "enlarge32", "equal-time", "equal-iterations"]
            {
                #expect(!text.contains(secret), "the page says \(secret)")
                #expect(files.keys.allSatisfy { !$0.contains(secret) })
            }
            try await dotchi.well("survey", "build", "mail", "--single-file")
            #expect(try contents(of: dotchi.folder.appending(path: "mail")).count == 1)
            #expect(try await dotchi.fails(73, "survey", "build", "runs").contains("runs"))
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("Without the tensor engine", .endsHangs)
struct WithoutEngineTests {
    @Test("a study is begun, given photographs and asked about; only training says what it needs")
    func untrainedStudy() async throws {
        try await withTemporaryFolder { folder in
            try await withoutEngine(folder).well("init", "study")
            let study = folder.appending(path: "study")
            try TinyStudy.write(TinyStudy.yaml, to: study)
            let dotchi = withoutEngine(study)
            try await dotchi.well("dataset", "add", "procedural", "--count", "18", "--holdout", "2")
            #expect(try await dotchi.well("dataset", "show").contains("18, 2 held out"))
            let runs = try decoded([RunFacts].self, from: await dotchi.well("runs", "--json"))
            #expect(runs.isEmpty)
            expectRemedy(try await dotchi.fails(69, "train"))
        }
    }

    @Test("doctor says that the engine is missing and how to make it, and ends with 69")
    func doctor() async throws {
        try await withTemporaryFolder { folder in
            let ending = try await withoutEngine(folder)("doctor")
            #expect(ending.status == 69)
            #expect(ending.output.hasPrefix("missing  the tensor engine"))
            expectRemedy(ending.output)
            #expect(ending.output.contains("\nok       templates: demo, images, paper ("))
        }
    }

    @Test("in a study that trains nothing doctor says so, and finds no fault")
    func doctorOfImages() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = withoutEngine(folder)
            try await dotchi.well("init", "own", "--template", "images")
            let ending = try await dotchi("doctor", "--study", "own")
            #expect(ending.status != 69 && ending.output.hasPrefix("note     the tensor engine"), "\(ending)")
            #expect(ending.output.contains("This study trains nothing, and does without."), "\(ending)")
        }
    }

    @Test(
        "without a CUDA device, asking for one ends with 69 and says what to do",
        arguments: [["train"], ["pool", "refresh", "--seed", "2"], ["runs", "quality", "faces32"], ["figures"]])
    func withoutCUDA(command: [String]) async throws {
        try await withTinyStudy { dotchi in
            guard try await dotchi.well("doctor").contains("no CUDA device") else { return }
            let talk = try await dotchi.fails(69, command + ["--device", "cuda"])
            #expect(talk.contains("there is no CUDA device that the tensor engine (libtorch "), "\(talk)")
            #expect(talk.contains("Leave --device out") && talk.contains("make engine LIBTORCH=DIR"), "\(talk)")
        }
    }

    @Test("a table of votes is analysed and reported")
    func tableOfVotes() async throws {
        try await withTemporaryFolder { folder in
            let votes = "participant,left,right,choice\nada,A,B,left\nbo,B,A,left\nbo,A,B,right\n"
            try Data(votes.utf8).write(to: folder.appending(path: "votes.csv"))
            let dotchi = withoutEngine(folder)
            let analysis = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "votes.csv", "--json"))
            #expect(analysis.votes == .init(total: 3, counted: 3, participants: 2, simulated: 0))
            #expect(analysis.rates.first { $0.method == "B" }?.wins == 2)
            try await dotchi.well("report", "votes.csv", "--out", "report")
            let table = try String(contentsOf: folder.appending(path: "report/table.md"), encoding: .utf8)
            #expect(table.contains("66.7") && !table.contains("SIMULATED"))
        }
    }

    @Test("a planned study is built as a page, answered and reported; only making images says what it needs")
    func plannedStudy() async throws {
        try await withTinyStudy { trained in
            let dotchi = withoutEngine(trained.folder)
            let pools = try await dotchi.well("pool", "list")
            try await dotchi.well("survey", "build", "page")
            try await dotchi.well("simulate", "--participants", "2")
            try await dotchi.well("report")
            expectRemedy(try await dotchi.fails(69, "pool", "refresh", "--seed", "2"))
            expectRemedy(try await dotchi.fails(69, "figures"))
            #expect(!FileManager.default.fileExists(atPath: dotchi.folder.appending(path: "figures").path))
            #expect(try await dotchi.well("pool", "list") == pools)
        }
    }

    private func withoutEngine(_ folder: URL) -> Dotchi {
        Dotchi(folder: folder, environment: ["DOTCHI_ENGINE": "/nonexistent/libTorchEngine.so"])
    }

    private func expectRemedy(_ text: String) {
        #expect(text.contains("/nonexistent/libTorchEngine.so") && text.contains("make engine"), "\(text)")
    }
}

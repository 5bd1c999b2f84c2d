import Foundation
import TestKit
import Testing

@Suite("Simulated people", .endsHangs)
struct SimulatedStudyTests {
    private static let people = 12

    @Test("answer the real plan; the counts add up, and the analysis says that no person answered")
    func analysis() async throws {
        try await withSimulatedStudy { dotchi in
            let analysis = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "--json"))
            let total = Self.people * TinyStudy.mainTrials
            #expect(
                analysis.votes == .init(total: total, counted: total, participants: Self.people, simulated: total))
            #expect(analysis.rates.count == 4)
            for condition in ["equal-iterations", "equal-time"] {
                let a = try #require(analysis.rate("A", condition))
                let b = try #require(analysis.rate("B", condition))
                #expect(a.wins + a.losses == total / 2 && a.ties == 0)
                #expect(a.wins == b.losses && a.losses == b.wins && a.participants == Self.people)
                #expect(try abs(#require(a.rate) + #require(b.rate) - 1) < 1e-12)
                #expect(try #require(b.rate) > 0.6, "90 of 100 were to prefer B")
                let interval = try #require(b.clustered.ci)
                #expect(interval.count == 2 && interval[0] < interval[1])
            }
            #expect(try await dotchi.well("analyze").contains("SIMULATED VOTES"))
        }
    }

    @Test("the same people end in the same order whenever they are simulated, and give the same estimates")
    func again() async throws {
        var analyses: Set<String> = []
        for _ in 1...3 {
            try await withSimulatedStudy { dotchi in
                analyses.insert(try await dotchi.well("analyze", "--json"))
            }
        }
        #expect(analyses.count == 1)
    }

    @Test("called for again are further ones, numbered on; those before stay as they are")
    func further() async throws {
        try await withSimulatedStudy { dotchi in
            let before = try await Table(dotchi.well("votes", "export")).rows
            #expect(Set(before.map { $0["participant"] }).count == Self.people)
            try await simulate(dotchi, 2)
            let after = try await Table(dotchi.well("votes", "export")).rows
            #expect(after.count == (Self.people + 2) * TinyStudy.trials)
            let new = Set(after.map { $0["participant"] }).subtracting(before.map { $0["participant"] })
            #expect(new == ["simulated-0013", "simulated-0014"])
            #expect(after.filter { !new.contains($0["participant"]) }.sorted(by: order) == before.sorted(by: order))
        }
    }

    @Test("a file that says its answers are simulated is refused, whatever it calls its people")
    func saidBySomebodyElse() async throws {
        try await withTinyStudy { dotchi in
            for number in ["9223372036854775807", "7"] {
                var answers = AnswerLines(
                    plan: try await TinyStudy.made().planHash, participant: "simulated-\(number)",
                    choices: Array(repeating: "left", count: TinyStudy.trials))
                answers.source = "simulated"
                try Data(answers.text.utf8).write(to: dotchi.folder.appending(path: "\(number).jsonl"))
                let ending = try await dotchi("votes", "import", "\(number).jsonl")
                #expect(ending.status == 65 && ending.talk.contains("only `dotchi simulate` may say"), "\(ending.talk)")
                #expect(ending.output.contains("new events 0, known 0, refused 1"), "\(ending.output)")
            }
            try await simulate(dotchi, 1)
            let people = try await Table(dotchi.well("votes", "export", "--identities")).rows.map { $0["participant"] }
            #expect(people == Array(repeating: "simulated-0001", count: TinyStudy.trials), "\(Set(people))")
        }
    }

    @Test("an analysis of the exported table gives the rates of the study")
    func exportedTable() async throws {
        try await withSimulatedStudy { dotchi in
            let csv = try await dotchi.well("votes", "export", "--format", "csv")
            let rows = try Table(csv).rows
            #expect(rows.count == Self.people * TinyStudy.trials)
            #expect(rows.allSatisfy { $0["simulated"] == "TRUE" && $0["front"] == "simulation" })
            #expect(rows.count { $0["kind"] == "repeat" } == Self.people)
            try await withTemporaryFolder { elsewhere in
                try Data(csv.utf8).write(to: elsewhere.appending(path: "votes.csv"))
                let table = try decoded(
                    AnalysisFacts.self, from: await Dotchi(folder: elsewhere).well("analyze", "votes.csv", "--json"))
                let study = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "--json"))
                #expect(table.votes == study.votes)
                #expect(table.rates.count == study.rates.count)
                for rate in study.rates { #expect(table.rates.contains(rate), "\(rate) is not in \(table.rates)") }
            }
        }
    }

    @Test("every table and report says SIMULATED", arguments: ["en", "ja", "ja-kansai"])
    func watermark(language: String) async throws {
        try await withSimulatedStudy { dotchi in
            let word = language == "en" ? "SIMULATED" : "シミュレーション"
            let files = try await dotchi.well("report", "--out", "tables", "--language", language)
                .split(separator: "\n").map { URL(filePath: String($0)) }
            let tables = ["equal-iterations", "equal-time"].flatMap { name in
                ["md", "csv", "tex"].map { "table-\(name).\($0)" }
            }
            #expect(Set(files.map(\.lastPathComponent)) == Set(tables + ["report.md", "report.html", "report.json"]))
            for file in files where file.pathExtension != "json" {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(text.contains(word), "\(file.lastPathComponent):\n\(text)")
            }
            let json = try String(contentsOf: dotchi.folder.appending(path: "tables/report.json"), encoding: .utf8)
            let analysis = try decoded(AnalysisFacts.self, from: json)
            #expect(analysis.votes.simulated == analysis.votes.total)
            #expect(try await dotchi.well("analyze", "--language", language).contains(word))
        }
    }

    @Test("the methods paragraph tells the sides of the plan, whose three trials a pair cannot be halved")
    func sides() async throws {
        try await withSimulatedStudy { dotchi in
            try await dotchi.well("report")
            let report = try String(contentsOf: dotchi.folder.appending(path: "report/report.md"), encoding: .utf8)
            #expect(report.contains("each method of a pair stood left once more or once less often than right"))
            #expect(!report.contains("left as often as right"))
        }
    }

    @Test("the tables print the epochs and hours of the runs that made the images, equal time matched")
    func tables() async throws {
        try await withSimulatedStudy { dotchi in
            try await dotchi.well("report", "--format", "csv")
            func seconds(_ network: String, _ epochs: Int) throws -> Double {
                let file = "runs/\(network)/checkpoint-00000\(epochs).safetensors"
                let checkpoint = try Safetensors(dotchi.folder.appending(path: file))
                #expect(checkpoint.metadata["epochs"] == String(epochs))
                return try #require(checkpoint.metadata["seconds"].flatMap(Double.init))
            }
            let second = try seconds("faces16", 3) + seconds("enlarge32", 2)
            let stages = try (1...4).map { (epochs: $0, seconds: try seconds("faces32", $0)) }
            #expect(zip(stages, stages.dropFirst()).allSatisfy { $0.seconds < $1.seconds })
            let nearest = try #require(stages.min { abs($0.seconds - second) < abs($1.seconds - second) })
            for (condition, first) in [("equal-iterations", stages[3]), ("equal-time", nearest)] {
                let file = dotchi.folder.appending(path: "report/table-\(condition).csv")
                let table = try Table(String(contentsOf: file, encoding: .utf8))
                #expect(table.rows.map { $0["method"] } == ["method A", "method B"])
                #expect(table.rows.map { $0["iterations [epochs]"] } == ["\(first.epochs)", "3, 2"])
                for (row, seconds) in zip(table.rows, [first.seconds, second]) {
                    // Two significant digits, so within a twentieth.
                    let hours = try #require(row["time [h]"].flatMap(Double.init))
                    #expect(abs(hours * 3600 / seconds - 1) <= 0.051, "\(hours) h for \(seconds) s")
                }
            }
        }
    }

    /// A copy of the study that simulated people answered, nearly all of them in favour of B.
    private func withSimulatedStudy(_ body: (Dotchi) async throws -> Void) async throws {
        try await withTinyStudy { dotchi in
            try await simulate(dotchi, Self.people)
            try await body(dotchi)
        }
    }

    private func simulate(_ dotchi: Dotchi, _ people: Int) async throws {
        let result = try await dotchi.well(
            "simulate", "--participants", "\(people)", "--prefer", "B=0.9", "--careless", "0", "--icc", "0.1", "--seed",
            "3")
        // Consent and the end, and each trial shown and answered.
        #expect(result == "simulated people \(people), new events \(people * (2 + 2 * TinyStudy.trials))\n")
    }

    private func order(_ first: [String: String], _ second: [String: String]) -> Bool {
        first["vote"] ?? "" < second["vote"] ?? ""
    }
}

import Foundation
import TestKit
import Testing

@Suite("Bad input", .endsHangs)
struct BadInputTests {
    @Test("everything that is wrong with study.yaml is told at once, each with its line and what was meant")
    func studyFile() async throws {
        try await withTemporaryFolder { folder in
            let yaml = """
                study: {id: Tiny Study}
                dataset:
                  count: many
                networks:
                  faces: {kind: dcgan, size: 60}
                  enlarge: {kind: srcnn, epoch: 5}
                methods:
                  A: {chain: [faces]}
                conditions:
                  both: {methods: [A, C]}
                surveys: {}
                """
            try TinyStudy.write(yaml, to: folder)
            let talk = try await Dotchi(folder: folder).fails(65, "runs")
            let expected = [
                1: "study.id", 3: "dataset.count", 5: "networks.faces.size", 6: "“epochs”", 10: "“C”", 11: "“survey”",
            ]
            for (line, words) in expected {
                let words = words.replacing("“", with: "\"").replacing("”", with: "\"")
                let finding = talk.split(separator: "\n").first { $0.contains("study.yaml:\(line):") }
                #expect(finding?.contains(words) == true, "line \(line) lacks \(words):\n\(talk)")
            }
        }
    }

    @Test(
        "of a folder or archive the photographs are chosen; what cannot be read is named and skipped",
        arguments: ["people", "people.tar", "people.tgz", "people.zip"])
    func unreadablePhotographs(source: String) async throws {
        try await withTemporaryFolder { folder in
            try TinyStudy.write(TinyStudy.yaml, to: folder)
            let dotchi = Dotchi(folder: folder)
            let source = Project.root.appending(path: "Tests/DatasetsTests/Fixtures/\(source)").path
            let ending = try await dotchi("dataset", "add", source, "--count", "15", "--holdout", "2")
            #expect(ending.status == 0 && ending.talk.contains("chose 15, held out 2, skipped 3"), "\(ending.talk)")
            let facts = try await dotchi.well("dataset", "show")
            for name in ["hal/broken.jpg", "hal/empty.png", "hal/words.jpg"] {
                #expect(ending.talk.contains(name) && facts.contains(name), "\(ending.talk)")
            }
        }
    }

    @Test("a folder with too few photographs is refused with how many there are; what was there before stays")
    func tooFewPhotographs() async throws {
        try await withTinyStudy { dotchi in
            let before = try await dotchi.well("dataset", "show")
            let photographs = dotchi.folder.appending(path: "photographs")
            try FileManager.default.createDirectory(at: photographs, withIntermediateDirectories: true)
            #expect(try await dotchi.fails(65, "dataset", "add", "photographs").contains("no JPEG or PNG file in it"))

            try await dotchi.well("pool", "show", "A/equal-time", "--grid", "photographs/one.png")
            try Data("no picture".utf8).write(to: photographs.appending(path: "broken.jpg"))
            let talk = try await dotchi.fails(65, "dataset", "add", "photographs")
            #expect(talk.contains("2 JPEG or PNG files, 1 of them unreadable, but 48 photographs"), "\(talk)")
            #expect(talk.contains("broken.jpg"))
            #expect(try await dotchi.well("dataset", "show") == before)
        }
    }

    @Test("a damaged archive is refused by name", arguments: ["zip", "tar", "tgz"])
    func damagedArchive(suffix: String) async throws {
        try await withTemporaryFolder { folder in
            try TinyStudy.write(TinyStudy.yaml, to: folder)
            let name = "photographs.\(suffix)"
            // A zip's beginning without its end, which is no tar or gzip either.
            try Data("PK\u{3}\u{4}\u{14}\0\0\0cut off".utf8).write(to: folder.appending(path: name))
            let talk = try await Dotchi(folder: folder).fails(65, "dataset", "add", name)
            #expect(talk.contains(name), "\(talk)")
        }
    }

    @Test("a pool, a generation or a run that is not there ends with 66 and says what there is")
    func unknownPool() async throws {
        try await withTinyStudy { dotchi in
            for (name, what) in [
                ("C/equal-time", "no method “C”; it has A, B; `dotchi pool list`"),
                ("A/foo", "no condition “foo”; it has equal-iterations, equal-time; `dotchi pool list`"),
                ("A/equal-time@7", "has no generation 7; it has 1."),
            ] {
                let talk = try await dotchi.fails(66, "pool", "show", name)
                #expect(talk.contains(what), "\(talk)")
            }
            let talk = try await dotchi.fails(66, "runs", "show", "faces99")
            #expect(talk.contains("the networks of study.yaml are faces32, faces16, enlarge32"), "\(talk)")
            let more = TinyStudy.yaml.replacing("networks:\n", with: "networks:\n  later: {kind: dcgan, batch: 16}\n")
            try TinyStudy.write(more, to: dotchi.folder)
            #expect(try await dotchi.fails(66, "runs", "show", "later").contains("dotchi train --network later"))
        }
    }

    @Test(
        "a table of votes that cannot be used is refused whole, with lines and columns",
        arguments: [
            ("participant,left,right\nada,A,B\n", ["line 1", "choice"]),
            (
                "participant,left,right,choice\nada,A,B,both\nbo,,B,left\n",
                ["line 2, column choice", "line 3, column left"]
            ),
            ("participant,left,right,choice\nada,A,B\n", ["line 2", "3 fields"]),
            ("", ["line 1", "empty"]),
            ("participant,left,right,choice\n", ["votes.csv holds no votes: no line follows its header"]),
            (
                "participant,left,right,choice,question,primary\nada,A,B,left,sharp,FALSE\n",
                [
                    "votes.csv holds no votes: all of its votes are on other questions than the primary one",
                    "1 vote on question",
                ]
            ),
            (
                "participant;left;right;choice;kind\nada;A;B;left;catch\n",
                ["votes.csv holds no votes: no trial of its 1 is a main one"]
            ),
        ])
    func tableOfVotes(csv: String, named: [String]) async throws {
        try await withTemporaryFolder { folder in
            try Data(csv.utf8).write(to: folder.appending(path: "votes.csv"))
            let talk = try await Dotchi(folder: folder).fails(65, "analyze", "votes.csv")
            for words in named { #expect(talk.contains(words), "\(talk)") }
            #expect(talk.contains("dotchi: votes.csv"), "\(talk)")
            let report = try await Dotchi(folder: folder).fails(65, "report", "votes.csv", "--out", "report")
            #expect(report == talk)
            var piped = Dotchi(folder: folder)
            piped.input = csv
            #expect(try await piped.fails(65, "analyze", "-").contains("dotchi: standard input"))
        }
    }

    @Test("a table of votes with tabs between fields is read; an answer file in its place is told from one")
    func otherTables() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            let votes = "participant\tleft\tright\tchoice\nada\tA\tB\tleft\nbo\tB\tA\tleft\n"
            try Data(votes.utf8).write(to: folder.appending(path: "votes.tsv"))
            let facts = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "votes.tsv", "--json"))
            #expect(facts.votes == .init(total: 2, counted: 2, participants: 2, simulated: 0))
            let answers = AnswerLines(plan: String(repeating: "0", count: 64), choices: ["left"]).text
            try Data(answers.utf8).write(to: folder.appending(path: "answers.jsonl"))
            let talk = try await dotchi.fails(65, "analyze", "answers.jsonl")
            #expect(talk.contains("answers.jsonl: line 1: this is no table of votes") && talk.contains("votes import"))
        }
    }

    @Test("a crop that is smaller than what networks learn from is told; the photographs are added all the same")
    func smallCrop() async throws {
        try await withTemporaryFolder { folder in
            try TinyStudy.write(TinyStudy.yaml, to: folder)
            let arguments = ["dataset", "add", "procedural", "--count", "18", "--holdout", "2", "--crop"]
            let small = try await Dotchi(folder: folder)(arguments + ["16"])
            #expect(small.status == 0 && small.talk.contains("the crop of 16 px is smaller than the 32 px"))
            #expect(try await !Dotchi(folder: folder)(arguments + ["32"]).talk.contains("smaller"))
        }
    }

    @Test("a row of a runs file that no vote speaks of is named, and no report is made")
    func strayRuns() async throws {
        try await withTemporaryFolder { folder in
            let votes = "participant,left,right,choice\np1,A,B,left\np2,B,A,left\n"
            try Data(votes.utf8).write(to: folder.appending(path: "votes.csv"))
            let runs = "condition,method,epochs,hours\nelsewhere,A,10,1.5\n"
            try Data(runs.utf8).write(to: folder.appending(path: "runs.csv"))
            let talk = try await Dotchi(folder: folder)
                .fails(65, "report", "votes.csv", "--runs", "runs.csv", "--out", "report")
            #expect(talk.contains("runs.csv") && talk.contains("A under elsewhere"), "\(talk)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "report").path))
        }
    }

    @Test("a picture that is none leaves the pool as it was, and is named")
    func brokenPoolPicture() async throws {
        try await withTinyStudy { dotchi in
            let before = try await dotchi.well("pool", "list")
            let folder = dotchi.folder.appending(path: "others")
            try await dotchi.well("pool", "export", "A/equal-time", "others")
            try Data("no picture".utf8).write(to: folder.appending(path: "00009.png"))
            let talk = try await dotchi.fails(65, "pool", "import", "B", "others", "--condition", "equal-time")
            #expect(talk.contains("00009.png"), "\(talk)")
            #expect(try await dotchi.well("pool", "list") == before)

            try FileManager.default.removeItem(at: folder.appending(path: "00009.png"))
            let published = try await dotchi.well("pool", "import", "B", "others", "--condition", "equal-time")
            #expect(published == "B/equal-time@2\t6\n")
        }
    }

    @Test("a checkpoint that is not the one that was recorded makes no images")
    func changedCheckpoint() async throws {
        try await withTinyStudy { dotchi in
            let file = dotchi.folder.appending(path: "runs/faces32/checkpoint-000004.safetensors")
            var bytes = try Data(contentsOf: file)
            bytes[bytes.count - 1] ^= 1
            try bytes.write(to: file)
            let talk = try await dotchi.fails(65, "pool", "refresh", "--seed", "2")
            #expect(talk.contains("checkpoint-000004.safetensors") && talk.contains("SHA-256"), "\(talk)")
        }
    }
}

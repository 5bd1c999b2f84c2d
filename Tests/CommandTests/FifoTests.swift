import Foundation
import TestKit
import Testing

@Suite("FIFOs in the place of files", .endsHangs)
struct FifoTests {
    /// Puts a FIFO there, in the place of what is.
    private func makeFifo(_ path: String, _ dotchi: Dotchi) throws {
        let place = dotchi.folder.appending(path: path)
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try #require(mkfifo(place.path, 0o600) == 0)
    }

    @Test(
        "are named as what they are, and nothing waits for them",
        arguments: [
            ("x.jsonl", ["votes", "import", "x.jsonl"]),
            ("votes.csv", ["analyze", "votes.csv"]),
            ("votes.csv", ["report", "votes.csv", "--out", "out"]),
            ("study.yaml", ["analyze"]),
            ("study.sqlite", ["analyze"]),
            ("study.sqlite", ["votes", "import", "study.yaml"]),
            ("study.sqlite-wal", ["analyze"]),
            ("study.sqlite-wal", ["pool", "list"]),
            ("study.sqlite-journal", ["votes", "export"]),
            ("study.sqlite-shm", ["survey", "list"]),
            ("images/a.png", ["pool", "import", "A", "images", "--condition", "equal-time"]),
            ("network.safetensors", ["runs", "import", "network.safetensors"]),
            ("photographs.tar", ["dataset", "add", "photographs.tar"]),
            ("report/report.html", ["runs", "show", "faces32", "--report", "report/report.html"]),
            ("grid.png", ["pool", "show", "A/equal-time", "--grid", "grid.png"]),
        ])
    func refused(fifo: String, arguments: [String]) async throws {
        try await withTinyStudy { dotchi in
            try makeFifo(fifo, dotchi)
            let ending = try await dotchi(arguments)
            #expect(ending.status != 0)
            #expect(ending.talk.contains("it is a FIFO (a named pipe), not a regular file"), "\(ending)")
            let name = try #require(fifo.split(separator: "/").last)
            #expect(ending.talk.contains(name), "\(ending)")
        }
    }

    @Test("in a folder of answer files are refused by name, and the others are taken")
    func inFolder() async throws {
        try await withTinyStudy { dotchi in
            try makeFifo("answers/a.jsonl", dotchi)
            let choices = Array(repeating: "left", count: TinyStudy.trials)
            let answers = AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices).text
            try Data(answers.utf8).write(to: dotchi.folder.appending(path: "answers/b.jsonl"))
            let ending = try await dotchi("votes", "import", "answers")
            #expect(ending.status == 65 && ending.talk.contains("a.jsonl cannot be read: it is a FIFO"), "\(ending)")
            #expect(try await Table(dotchi.well("votes", "export")).rows.count == TinyStudy.trials)
        }
    }

    @Test("that a shell hands over are read and written: <(command), /dev/stdin, >(command)")
    func substituted() async throws {
        try await withTemporaryFolder { folder in
            try Data("participant,left,right,choice\nada,A,B,left\nbo,B,A,left\n".utf8)
                .write(to: folder.appending(path: "votes.csv"))
            var bash = Dotchi(folder: folder)
            bash.executable = URL(filePath: "/bin/bash")
            let command = Project.command.path
            for script in [
                "exec \"$0\" analyze <(cat votes.csv) --json", "cat votes.csv | \"$0\" analyze /dev/stdin --json",
                "exec \"$0\" analyze /dev/stdin --json < votes.csv", "cat votes.csv | \"$0\" analyze - --json",
            ] {
                let ending = try await bash("-c", script, command)
                try #require(ending.status == 0, "\(script): \(ending)")
                #expect(try decoded(AnalysisFacts.self, from: ending.output).votes.total == 2)
            }
        }
    }
}

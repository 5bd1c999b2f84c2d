import Foundation
import TestKit
import Testing

@Suite("A study.sqlite of no bytes", .endsHangs)
struct EmptyStoreTests {
    @Test(
        "beside what only a study in which something was recorded has, it is taken for one that was lost, by commands that write too"
    )
    func lost() async throws {
        try await withAnsweredStudy { dotchi in
            let store = dotchi.folder.appending(path: "study.sqlite")
            for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + end) }
            try Data().write(to: store)
            // Not while another process may be making it.
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: store.path)
            for command in [
                ["votes", "import", "hand.jsonl"], ["survey", "plan"], ["dataset", "add", "procedural"],
                ["simulate", "--participants", "1"],
            ] {
                let talk = try await dotchi.fails(66, command)
                #expect(
                    talk.contains(
                        "study.sqlite is empty (0 bytes), but runs/, cache/ beside it show that something was recorded"),
                    "\(command): \(talk)")
                #expect(talk.contains("Put a copy of it back"), "\(talk)")
                #expect(try Data(contentsOf: store).isEmpty)
            }
            // As it says.
            try FileManager.default.removeItem(at: store)
            try await dotchi.well("dataset", "add", "procedural", "--count", "48", "--holdout", "16")
        }
    }

    /// What lies beside an empty store: its name in the message, the command that makes it, and what is done to it then.
    struct Remains: Sendable, CustomTestStringConvertible {
        let name: String
        var command: [String] = []
        var script = ":"
        var testDescription: String { "\(name): \(command) \(script)" }
    }

    @Test(
        "is taken for one that was lost beside anything that a study in which something was recorded wrote, whatever its name",
        arguments: [
            Remains(name: "public/", command: ["survey", "build", "public"]),
            Remains(name: "site/", command: ["survey", "build", "site/2026/page", "--single-file"]),
            Remains(name: "tables/", command: ["report", "--out", "tables"]),
            Remains(name: "drawn/", command: ["figures", "--out", "drawn"]),
            Remains(name: "sent.jsonl", script: "mv hand.jsonl sent.jsonl"),
            Remains(name: "copy-of-monday.db", script: "cp study.sqlite copy-of-monday.db"),
            // Under other names, without their lists, and packed.
            Remains(name: "from-ada.txt", script: "mv hand.jsonl from-ada.txt"),
            Remains(name: "answers", script: "mv hand.jsonl answers"),
            Remains(
                name: "tables/", command: ["report", "--out", "tables", "--format", "csv"],
                script: "rm tables/.dotchi-report"),
            Remains(
                name: "tables/", command: ["report", "--out", "tables", "--format", "tex"],
                script: "rm tables/.dotchi-report"),
            Remains(
                name: "tables/", command: ["report", "--out", "tables", "--format", "json"],
                script: "rm tables/.dotchi-report"),
            Remains(
                name: "monday", command: ["report", "--out", "tables", "--format", "md"],
                script: "mv tables/report.md monday; rm -r tables"),
            Remains(
                name: "page.htm", command: ["report", "--out", "tables", "--format", "html", "--language", "ja"],
                script: "mv tables/report.html page.htm; rm -r tables"),
            Remains(name: "drawn/", command: ["figures", "--out", "drawn"], script: "rm drawn/.dotchi-figures"),
            Remains(name: "hand.jsonl.gz", script: "gzip hand.jsonl"),
            Remains(name: "backup.gz", script: "gzip -1c study.sqlite > backup.gz"),
            Remains(name: "backup.tgz", script: "tar czf backup.tgz study.yaml hand.jsonl"),
            Remains(name: "backup.tar", script: "tar cf backup.tar study.yaml study.sqlite"),
        ])
    func elsewhere(remains: Remains) async throws {
        try await withAnsweredStudy { dotchi in
            let folder = dotchi.folder
            try FileManager.default.createDirectory(
                at: folder.appending(path: "site/2026"), withIntermediateDirectories: true)
            if !remains.command.isEmpty {
                let ending = try await dotchi(remains.command)
                #expect(ending.status == 0, "\(ending.talk)")
            }
            try await run(remains.script, dotchi)
            for other in ["runs", "cache", "hand.jsonl"] {
                try? FileManager.default.removeItem(at: folder.appending(path: other))
            }
            let store = folder.appending(path: "study.sqlite")
            try empty(store)
            let talk = try await dotchi.fails(66, "dataset", "add", "procedural")
            #expect(
                talk.contains("is empty (0 bytes), but \(remains.name) beside it shows that something was recorded"),
                "\(talk)")
            #expect(try Data(contentsOf: store).isEmpty)
        }
    }

    /// Runs a shell script in the study's folder.
    private func run(_ script: String, _ dotchi: Dotchi) async throws {
        var shell = dotchi
        shell.executable = URL(filePath: "/bin/bash")
        let ending = try await shell("-ec", script)
        try #require(ending.status == 0, "\(ending)")
    }

    /// Makes study.sqlite a file of no bytes, which no other process is making.
    private func empty(_ store: URL) throws {
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + end) }
        try Data().write(to: store)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: store.path)
    }

    @Test(
        "after a template with generators it is said to have held something, not that a study began; as told they come back"
    )
    func template() async throws {
        try await withTemporaryFolder { folder in
            try await Dotchi(folder: folder).well("init", "study", "--template", "demo")
            let dotchi = Dotchi(folder: folder.appending(path: "study"))
            let before = try await dotchi.well("runs")
            let store = dotchi.folder.appending(path: "study.sqlite")
            try empty(store)
            let talk = try await dotchi.fails(66, "dataset", "add", "procedural")
            #expect(talk.contains("but runs/ beside it shows that something was recorded in it"), "\(talk)")
            #expect(!talk.contains("begun") && talk.contains("`dotchi runs import` takes checkpoints in runs/"))
            try FileManager.default.removeItem(at: store)
            let runs = dotchi.folder.appending(path: "runs")
            let files = try FileManager.default.subpathsOfDirectory(atPath: runs.path).sorted()
            let own = files.filter { $0.hasSuffix(".safetensors") }.map { "runs/\($0)" }
            let ending = try await dotchi(["runs", "import"] + own)
            #expect(own.count == 4 && ending.status == 0, "\(ending.talk)")
            #expect(try await dotchi.well("runs") == before)
        }
    }

    @Test("where nothing else of a study lies beside it, as a killed first command leaves it, a study is begun in it")
    func begun() async throws {
        try await withTemporaryFolder { folder in
            let outside = Dotchi(folder: folder)
            try await outside.well("init", "study", "--template", "paper")
            let study = folder.appending(path: "study")
            try TinyStudy.write(TinyStudy.yaml, to: study)
            try Data().write(to: study.appending(path: "study.sqlite"))
            // What a researcher has beside it before anything was recorded.
            try Data("Notes".utf8).write(to: study.appending(path: "notes.txt"))
            try FileManager.default.createDirectory(
                at: study.appending(path: "photographs"), withIntermediateDirectories: true)
            try Data("{}".utf8).write(to: study.appending(path: "photographs/list.jsonl"))
            let dotchi = Dotchi(folder: study)
            // Theirs too, whatever dotchi calls its own.
            let script = """
                mkdir report figures page runs answers
                echo '\\section{Related work}' > report/paper.tex; echo PNG > figures/face.png
                echo '<p>My page</p>' > page/index.html; echo 'on the big machine' > runs/plan.txt
                echo '{"list": ["dotchi"]}' > answers/template.json; echo 'method,rate [%]' > table.csv
                tar czf photographs.tgz photographs notes.txt; gzip -k notes.txt; head -c 9999 /dev/urandom > photograph.jpg
                """
            try await run(script, dotchi)
            #expect(try await dotchi.fails(66, "analyze").contains("is empty (0 bytes)"))
            try await dotchi.well("dataset", "add", "procedural", "--count", "48", "--holdout", "16")
            #expect(try await dotchi.well("dataset", "show").contains("48"))
        }
    }
}

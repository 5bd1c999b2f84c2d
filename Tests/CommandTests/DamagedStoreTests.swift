import Foundation
import GRDB
import TestKit
import Testing

@Suite("A study.sqlite that is not believed", .endsHangs)
struct DamagedStoreTests {
    @Test("cut within its last page, it gives no figures: 65, and what to do")
    func cut() async throws {
        try await withAnsweredStudy { dotchi in
            let store = dotchi.folder.appending(path: "study.sqlite")
            for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + end) }
            let bytes = try Data(contentsOf: store)
            for cut in [1, 1000, 4000, 4096, 9000] {
                let part = bytes.dropLast(cut)
                try part.write(to: store)
                for command in [
                    ["analyze", "--json"], ["report"], ["votes", "export"], ["votes", "import", "hand.jsonl"], ["runs"],
                    ["simulate", "--participants", "1"],
                ] {
                    let talk = try await dotchi.fails(65, command)
                    #expect(talk.contains("study.sqlite is damaged: it has \(part.count) bytes"), "\(command): \(talk)")
                    #expect(talk.contains("Put a copy of it back"), "\(talk)")
                }
                #expect(try Data(contentsOf: store) == part)
            }
        }
    }

    @Test("with a session that cannot be read, it is analysed without, and the session is named")
    func unreadable() async throws {
        try await withAnsweredStudy { dotchi in
            let before = try await dotchi.well("analyze", "--json")
            let votes = try await dotchi.well("votes", "export")
            let session = try spoil(dotchi)
            let without = before.replacing(#""unreadable_sessions": 0"#, with: #""unreadable_sessions": 1"#)
            #expect(without != before)
            for (command, output) in [(["analyze", "--json"], without), (["votes", "export"], votes)] {
                let ending = try await dotchi(command)
                #expect(ending.status == 0 && ending.output == output, "\(command): \(ending.talk)")
                let named =
                    "note: left out is session \(session.prefix(8)): it was started at \"0000-01-01T00:00:00+14:00\""
                #expect(ending.talk.contains(named), "\(ending.talk)")
            }
            let report = try await dotchi("report")
            #expect(report.status == 0 && report.talk.contains("session \(session.prefix(8)): "), "\(report.talk)")
            for name in ["report.md", "report.html"] {
                let text = try String(contentsOf: dotchi.folder.appending(path: "report/\(name)"), encoding: .utf8)
                #expect(text.contains("1 session could not be read and is left out"), "\(name)")
            }
            for command in [["survey", "list"], ["doctor"], ["simulate", "--participants", "1", "--beside-people"]] {
                let ending = try await dotchi(command)
                #expect(!ending.talk.contains("in study.sqlite cannot be read"), "\(ending.talk)")
            }
            #expect(try await dotchi("doctor").output.contains("answers: left out is session \(session.prefix(8))"))
            #expect(try await dotchi.well("votes", "export").count > votes.count)
        }
    }

    @Test("what is wrong with one answer file, whatever it is, keeps no other out, and the terminal is not filled")
    func imports() async throws {
        try await withTinyStudy { dotchi in
            let folder = dotchi.folder.appending(path: "answers")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            let answers = AnswerLines(
                plan: try await TinyStudy.made().planHash, choices: Array(repeating: "left", count: TinyStudy.trials))
            // Holes take no room on the disk.
            let large = folder.appending(path: "a-large.jsonl")
            try Data().write(to: large)
            try FileHandle(forWritingTo: large).truncate(atOffset: 1 << 30)
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "b-gone.jsonl").path, withDestinationPath: "nowhere")
            try Data((answers.text + String(repeating: "{}\n", count: 500)).utf8)
                .write(to: folder.appending(path: "c-long.jsonl"))
            let ending = try await dotchi("votes", "import", "answers")
            #expect(ending.status == 65, "\(ending.status)")
            #expect(
                ending.output == "files 3, new events \(answers.lines.count - 1), known 0, refused 502\n",
                "\(ending.output)")
            let lines = ending.talk.split(separator: "\n")
            #expect(lines.count == 50 + 2, "\(lines.count)")
            #expect(ending.talk.contains("a-large.jsonl: it is larger than 67 MB"), "\(lines[0])")
            #expect(ending.talk.contains("b-gone.jsonl cannot be read"), "\(lines[1])")
            #expect(ending.talk.contains("refused: 452 more"), "\(lines.suffix(2))")
            #expect(try await dotchi.fails(66, "votes", "import", "answers/b-gone.jsonl").contains("cannot be read"))
        }
    }

    /// Puts a session into the store as an older version took it in; its id.
    private func spoil(_ dotchi: Dotchi) throws -> String {
        let id = "99999999-0000-4000-8000-000000000000"
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO session (id, planHash, seat, participant, source, language, startedAt, front)
                    SELECT ?, planHash, seat, 'bad clock', 'link', 'en', '0000-01-01T00:00:00+14:00', 'page'
                    FROM session LIMIT 1
                    """, arguments: [id])
            try db.execute(
                sql: """
                    INSERT INTO event (id, sessionId, milliseconds, kind, trial, choice, responseMilliseconds)
                    VALUES ('99999999-0000-4000-8000-000000000001', ?, 5, 'vote', 1, 'left', 9223372036854775807)
                    """, arguments: [id])
        }
        try queue.close()
        return id
    }
}

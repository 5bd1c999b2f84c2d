import Foundation
import GRDB
import TestKit
import Testing

@Suite(
    "A study where nothing can be written", .endsHangs,
    .enabled(if: Mounting.isPossible, "\(Mounting.skipped)"))
struct ReadOnlyDiskTests {
    private static let reading = [
        ["analyze", "--json"], ["votes", "export"], ["runs", "--json"], ["runs", "cost"], ["pool", "list"],
        ["survey", "list"], ["dataset", "show"], ["runs", "show", "faces32"],
    ]

    @Test("gives what it gave where it could be written, and says once that it is read as it is")
    func reads() async throws {
        try await withAnsweredStudy { dotchi in
            var before: [Dotchi.Ending] = []
            for command in Self.reading { before.append(try await dotchi(command)) }
            try removeLog(dotchi)
            // As a killed command leaves it.
            let leftover = ".taken-\(UUID().uuidString).dotchi-part"
            try Data("half".utf8).write(to: dotchi.folder.appending(path: leftover))
            let files = try contents(of: dotchi.folder)
            for (command, before) in zip(Self.reading, before) {
                let ending = try await dotchi.onReadOnlyDisk(command)
                #expect(ending.status == 0 && ending.output == before.output, "\(command): \(ending.talk)")
                let notes = ending.talk.split(separator: "\n").count {
                    $0.contains("nothing can be written beside") && $0.contains("read as it is")
                        && $0.contains("--out DIR")
                }
                #expect(notes == 1, "\(command): \(ending.talk)")
            }
            try await withTemporaryFolder { elsewhere in
                let report = try await dotchi.onReadOnlyDisk("report", "--out", elsewhere.path)
                #expect(report.status == 0, "\(report.talk)")
                #expect(try contents(of: elsewhere)["report.md"] != nil)
                let page = try await dotchi.onReadOnlyDisk("survey", "build", elsewhere.appending(path: "page").path)
                #expect(page.status == 0, "\(page.talk)")
            }
            let inside = try await dotchi.onReadOnlyDisk("report")
            for inside in [inside, try await dotchi.onReadOnlyDisk("figures")] {
                #expect(inside.status == 73 && inside.talk.contains("read-only file system"), "\(inside.talk)")
                #expect(inside.talk.hasSuffix("Name a folder elsewhere with --out DIR.\n"), "\(inside.talk)")
            }
            let doctor = try await dotchi.onReadOnlyDisk("doctor")
            #expect(doctor.output.contains("1 session") || doctor.output.contains("sessions"), "\(doctor.output)")
            #expect(doctor.output.contains(leftover) && !doctor.output.contains("--clean"), "\(doctor.output)")
            #expect(try contents(of: dotchi.folder) == files)
        }
    }

    @Test("with the empty log that reading leaves beside it, it is read too")
    func emptyLog() async throws {
        try await withAnsweredStudy { dotchi in
            let before = try await dotchi.well("analyze", "--json")
            #expect(FileManager.default.fileExists(atPath: store(dotchi) + "-wal"))
            let ending = try await dotchi.onReadOnlyDisk("analyze", "--json")
            #expect(ending.status == 0 && ending.output == before, "\(ending.talk)")
            try FileManager.default.removeItem(atPath: store(dotchi) + "-shm")
            let copied = try await dotchi.onReadOnlyDisk("analyze", "--json")
            #expect(copied.status == 0 && copied.output == before, "\(copied.talk)")
        }
    }

    @Test(
        "in a folder whose permissions let nothing be made there it is read too",
        .enabled(if: OrdinaryUser.isPossible, "\(OrdinaryUser.skipped)"))
    func permissions() async throws {
        try await withAnsweredStudy { dotchi in
            let before = try await dotchi.well("analyze", "--json")
            try removeLog(dotchi)
            let store = store(dotchi)
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: store)
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: dotchi.folder.path)
            defer {
                try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: dotchi.folder.path)
            }
            let ending = try await dotchi.asOrdinaryUser("analyze", "--json")
            #expect(ending.status == 0 && ending.output == before, "\(ending.talk)")
            #expect(ending.talk.contains("read as it is"), "\(ending.talk)")
            let writing = try await dotchi.asOrdinaryUser("simulate", "--participants", "1")
            #expect(writing.status == 73 && writing.talk.contains("permission denied"), "\(writing.talk)")
        }
    }

    @Test("takes nothing in, and says why and what to do")
    func writes() async throws {
        try await withAnsweredStudy { dotchi in
            try removeLog(dotchi)
            for command in [
                ["votes", "import", "hand.jsonl"], ["simulate", "--participants", "1"], ["survey", "plan"],
            ] {
                let ending = try await dotchi.onReadOnlyDisk(command)
                #expect(ending.status == 73 && ending.output.isEmpty, "\(command): \(ending.status)")
                #expect(
                    ending.talk.contains("study.sqlite cannot be written: read-only file system"),
                    "\(ending.talk)")
                #expect(ending.talk.contains("copy the whole folder to a disk that can be written"), "\(ending.talk)")
            }
        }
    }

    @Test("with changes in its log that only SQLite could put in, it says that and what to do, and gives no figures")
    func log() async throws {
        try await withAnsweredStudy { dotchi in
            let before = try await dotchi.well("analyze", "--json")
            try await withTemporaryFolder { elsewhere in
                try leaveLog(dotchi, elsewhere)
                let ending = try await dotchi.onReadOnlyDisk("analyze", "--json")
                #expect(ending.status == 66 && ending.output.isEmpty, "\(ending.status): \(ending.talk)")
                #expect(ending.talk.contains("its latest changes are in") && ending.talk.contains("study.sqlite-wal"))
                #expect(ending.talk.contains("Copy the whole folder"), "\(ending.talk)")
            }
            // Where it can be written again, all is there.
            #expect(try await dotchi.well("analyze", "--json") == before)
        }
    }

    @Test("one of an older dotchi says that it must be copied before it can be brought up to date")
    func older() async throws {
        try await withAnsweredStudy { dotchi in
            try age(dotchi)
            let ending = try await dotchi.onReadOnlyDisk("analyze")
            #expect(ending.status == 65 && ending.output.isEmpty, "\(ending.status)")
            #expect(
                ending.talk.contains("older dotchi") && ending.talk.contains("Copy the whole folder"), "\(ending.talk)")
        }
    }

    /// Takes the record of the latest migrations back, as if an older version had made the store.
    private func age(_ dotchi: Dotchi) throws {
        try removeLog(dotchi)
        let queue = try DatabaseQueue(path: store(dotchi))
        try queue.write { db in
            // Neither the migrations nor what it made is there.
            try db.execute(
                sql: """
                    DROP TABLE languageText;
                    DROP TABLE refusal;
                    DROP TABLE ticket;
                    DROP TABLE boardView;
                    ALTER TABLE event DROP COLUMN question;
                    ALTER TABLE event DROP COLUMN value;
                    ALTER TABLE event DROP COLUMN grade;
                    DELETE FROM grdb_migrations WHERE identifier IN (
                        '18 language texts', '19 event values', '20 grades', '21 refusals',
                        '22 timeouts', '23 tickets', '24 board views');
                    """)
        }
        try queue.close()
        try removeLog(dotchi)
    }

    private func store(_ dotchi: Dotchi) -> String { dotchi.folder.appending(path: "study.sqlite").path }

    private func removeLog(_ dotchi: Dotchi) throws {
        for end in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: store(dotchi) + end) {
            try FileManager.default.removeItem(atPath: store(dotchi) + end)
        }
    }

    /// Leaves a change in the log, as a kill does, and no shared memory, as a copy does.
    private func leaveLog(_ dotchi: Dotchi, _ elsewhere: URL) throws {
        try removeLog(dotchi)
        let queue = try DatabaseQueue(path: store(dotchi))
        let files = ["", "-wal"]
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            try db.execute(sql: "CREATE TABLE IF NOT EXISTS grdb_left (id INTEGER)")
            for end in files {
                try FileManager.default.copyItem(
                    atPath: store(dotchi) + end, toPath: elsewhere.appending(path: "copy\(end)").path)
            }
        }
        try queue.close()
        try removeLog(dotchi)
        for end in files {
            try Data(contentsOf: elsewhere.appending(path: "copy\(end)")).write(to: URL(filePath: store(dotchi) + end))
        }
    }
}

/// Runs `body` with a study that one person and three simulated ones have answered; the person's file is hand.jsonl.
func withAnsweredStudy(_ body: (Dotchi) async throws -> Void) async throws {
    try await withTinyStudy { dotchi in
        let answers = AnswerLines(
            plan: try await TinyStudy.made().planHash, choices: Array(repeating: "left", count: TinyStudy.trials))
        try Data(answers.text.utf8).write(to: dotchi.folder.appending(path: "hand.jsonl"))
        try await dotchi.well("votes", "import", "hand.jsonl")
        try await dotchi.well("simulate", "--participants", "3", "--beside-people")
        try await body(dotchi)
    }
}

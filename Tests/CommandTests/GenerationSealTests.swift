import Foundation
import GRDB
import TestKit
import Testing

@Suite("Images and training times that are not what was recorded", .endsHangs)
struct GenerationSealTests {
    /// Changes study.sqlite past its rules, as another program does.
    private func change(_ dotchi: Dotchi, _ sql: String) throws {
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                // Not that which gives pseudonyms.
                if trigger != "sessionPseudonym" { try db.execute(sql: "DROP TRIGGER \(trigger)") }
            }
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    private let ofA = "generation 1 of pool A/equal-iterations"

    @Test("images of two methods that were exchanged are handed out by nobody; refresh and plan go on without them")
    func exchanged() async throws {
        try await withAnsweredStudy { dotchi in
            #expect(
                try await dotchi.well("doctor").contains(
                    "\nok       pools: 4 generations, all as they were published\n"))
            let before = try await dotchi.well("analyze", "--json")
            try change(
                dotchi,
                """
                CREATE TEMP TABLE own AS SELECT generation.id AS key, method FROM generation JOIN pool ON pool.id = poolId
                    WHERE condition = 'equal-iterations';
                CREATE TEMP TABLE was AS SELECT "index" AS place, generationId AS key, blob FROM entry
                    WHERE generationId IN (SELECT key FROM own);
                UPDATE entry SET blob = (SELECT blob FROM was WHERE place = entry."index" AND key <> entry.generationId)
                    WHERE generationId IN (SELECT key FROM own);
                """)
            let doctor = try await dotchi("doctor", "--clean")
            #expect(doctor.status == 65)
            for method in ["A", "B"] {
                #expect(
                    doctor.output.contains(
                        "\nwrong    pools: generation 1 of pool \(method)/equal-iterations is damaged"),
                    "\(doctor.output)")
            }
            for command in [
                ["survey", "build", "page"], ["survey", "plan", "--seed", "9"],
                ["pool", "export", "A/equal-iterations", "images"], ["pool", "show", "A/equal-iterations"],
            ] {
                let talk = try await dotchi.fails(65, command)
                #expect(
                    talk.contains("/equal-iterations in ") && talk.contains("Put a"), "\(command): \(talk)")
            }
            #expect(!FileManager.default.fileExists(atPath: dotchi.folder.appending(path: "page").path))
            try await dotchi.well("pool", "export", "A/equal-time", "fine")
            // The votes name what was shown, not its bytes; pictures and times are left out.
            #expect(try await dotchi.well("analyze", "--json").contains(#""votes""#) && !before.isEmpty)
            let report = try await dotchi("report")
            #expect(report.status == 0 && report.talk.contains("note: \(ofA) is damaged"), "\(report.talk)")
            let refresh = try await dotchi("pool", "refresh")
            #expect(refresh.status == 0 && refresh.talk.contains("note: \(ofA) is damaged"), "\(refresh.talk)")
            try await dotchi.well("survey", "plan", "--seed", "9")
            try await dotchi.well("survey", "build", "page")
        }
    }

    @Test("training times that study.sqlite has and no file has are named, and neither a pool nor a table goes by them")
    func times() async throws {
        try await withAnsweredStudy { dotchi in
            try await dotchi.well("report", "--format", "md", "--out", "before")
            try change(
                dotchi,
                """
                UPDATE checkpoint SET seconds = seconds * 3 + 100 WHERE runId IN (SELECT id FROM run WHERE network = 'faces32');
                UPDATE epoch SET seconds = seconds * 3 + 100 WHERE runId IN (SELECT id FROM run WHERE network = 'faces32');
                """)
            let doctor = try await dotchi("doctor")
            #expect(doctor.status == 65)
            #expect(
                doctor.output.contains(
                    /wrong +checkpoints: by study.sqlite the checkpoint runs\/faces32\/checkpoint-000001.safetensors took/
                ),
                "\(doctor.output)")
            #expect(doctor.output.contains("by study.sqlite epoch 1 of run faces32/1 took"), "\(doctor.output)")
            let talk = try await dotchi.fails(65, "pool", "refresh", "--seed", "2")
            #expect(talk.contains("by study.sqlite the checkpoint runs/faces32/"), "\(talk)")
            let report = try await dotchi("report", "--format", "md", "--out", "after")
            #expect(report.status == 0 && report.talk.contains("note: \(ofA) is damaged"), "\(report.talk)")
            func table(_ folder: String) throws -> [Substring] {
                try String(
                    contentsOf: dotchi.folder.appending(path: "\(folder)/table-equal-time.md"), encoding: .utf8
                ).split(separator: "\n").filter { $0.hasPrefix("| method A") }
            }
            let (was, now) = (try table("before"), try table("after"))
            #expect(was.count == 1 && now.count == 1 && was != now)
            let cells = now[0].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(cells[2] == "–" && cells[3] == "–", "\(now)")
        }
    }

    @Test("a time that no training can have taken, and one of an epoch alone, are named")
    func impossible() async throws {
        try await withTinyStudy { dotchi in
            try change(
                dotchi,
                "UPDATE epoch SET seconds = seconds + 1 WHERE number = 2 AND runId = (SELECT id FROM run WHERE network = 'faces16')"
            )
            let doctor = try await dotchi("doctor")
            #expect(doctor.status == 65)
            #expect(doctor.output.contains("by study.sqlite epoch 2 of run faces16/1 took"), "\(doctor.output)")
        }
        try await withTinyStudy { dotchi in
            for seconds in ["-5.0", "9e999", "1e300"] {
                try change(
                    dotchi,
                    """
                    PRAGMA ignore_check_constraints = ON;
                    UPDATE checkpoint SET seconds = \(seconds) WHERE runId = (SELECT id FROM run WHERE network = 'faces16')
                    """)
                // Else its own rules are what is wrong with it.
                let talk = try await dotchi.fails(65, "pool", "refresh", "--seed", "2")
                #expect(talk.contains("seconds, which is impossible"), "\(seconds): \(talk)")
            }
        }
    }
}

import Foundation
import GRDB
import TestKit
import Testing

@Suite("One row of study.sqlite that cannot be read", .endsHangs)
struct OddStoreTests {
    /// A command, and what is expected of it: its status, and texts that it prints or says.
    private struct Expectation {
        var command: [String]
        var status: Int32
        var texts: [String]

        init(_ command: String, _ status: Int32, _ texts: String...) {
            self.command = command.split(separator: " ").map(String.init)
            (self.status, self.texts) = (status, texts)
        }
    }

    /// Changes study.sqlite past its rules, as another program does.
    private func change(_ dotchi: Dotchi, _ sql: String) throws {
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try db.execute(sql: sql)
            for trigger in triggers { try? db.execute(sql: trigger["sql"]) }
        }
        try queue.close()
    }

    private func expect(_ expected: [Expectation], after sql: String, _ dotchi: Dotchi) async throws {
        try change(dotchi, sql)
        for expected in expected {
            let ending = try await dotchi(expected.command)
            let all = ending.output + ending.talk
            #expect(ending.status == expected.status, "\(expected.command): \(all)")
            for text in expected.texts { #expect(all.contains(text), "\(expected.command) lacks “\(text)”: \(all)") }
            for word in ["DecodingError", "keyNotFound", "typeMismatch", "CodingKeys", "Swift", "a file cannot be"] {
                #expect(!all.contains(word), "\(expected.command): \(all)")
            }
        }
    }

    @Test("of a run stops no analysis and no list: the others are listed, and this one is named")
    func run() async throws {
        try await withAnsweredStudy { dotchi in
            let what = "the settings of run faces16/1 in study.sqlite cannot be read: it lacks “name”."
            try await expect(
                [
                    Expectation("analyze", 0), Expectation("votes export", 0), Expectation("report", 0),
                    Expectation("runs", 0, "faces32/1", "note: left out is run faces16/1: \(what)"),
                    Expectation("runs --json", 0, "\"faces32/1\"", "left out is run faces16/1"),
                    Expectation("runs cost", 0, "faces32/1", "left out is run faces16/1"),
                    Expectation("runs show faces32", 0), Expectation("runs show faces16", 65, what, "`dotchi doctor`"),
                    Expectation("pool list", 0, "A/equal-iterations", "note: network faces16: \(what)"),
                    Expectation("doctor", 65, "runs: \(what)", "images: ", "plans: 1, all as they were frozen"),
                ], after: "UPDATE run SET settings = '{}' WHERE network = 'faces16'", dotchi)
        }
    }

    @Test("of a checkpoint, whose file would lie outside of the study, stops no list")
    func checkpoint() async throws {
        try await withAnsweredStudy { dotchi in
            try await expect(
                [
                    Expectation(
                        "runs", 0, "faces32/1", "the times of run faces16/1 are left out: study.sqlite names the file"),
                    Expectation("runs cost", 0, "note: run faces16/1 is left out"), Expectation("doctor", 65),
                ],
                after: """
                    UPDATE checkpoint SET file = '../../etc/passwd'
                    WHERE runId = (SELECT id FROM run WHERE network = 'faces16')
                    """, dotchi)
        }
    }

    @Test("of a generation stops no list: the pool is listed as damaged, and a report leaves it out by name")
    func recipe() async throws {
        try await withAnsweredStudy { dotchi in
            let what = "generation 1 of pool A/equal-iterations is damaged"
            try await expect(
                [
                    Expectation("pool list", 0, "B/equal-time", "fresh", "damaged", "note: \(what)"),
                    Expectation("analyze", 0, "note: \(what)"), Expectation("report", 0, "note: \(what)"),
                    Expectation(
                        "doctor", 65, "pools: \(what)",
                        "pools: the recipe of generation 1 of pool A/equal-iterations in study.sqlite cannot be read: the "
                            + "whole of it is a value of another kind than expected."),
                ],
                after: """
                    UPDATE generation SET recipe = '[]' WHERE id = (SELECT generation.id FROM generation
                        JOIN pool ON pool.id = poolId WHERE method = 'A' AND condition = 'equal-iterations')
                    """, dotchi)
        }
    }

    @Test("of a pool's name, which is not UTF-8 any more, stops no analysis")
    func name() async throws {
        try await withAnsweredStudy { dotchi in
            try await expect(
                [
                    Expectation("analyze", 0, "has no published generation 1", "`dotchi doctor`"),
                    Expectation("pool list", 0, "B/equal-time", "damaged"), Expectation("doctor", 65, "pools: "),
                ],
                after: "UPDATE pool SET method = CAST(x'FF41' AS TEXT) WHERE method = 'A' AND condition = 'equal-time'",
                dotchi)
        }
    }

    @Test("of an analysis plan is said, and the votes are analysed")
    func analysisPlan() async throws {
        try await withAnsweredStudy { dotchi in
            let what = "The record of the analysis plan"
            let plan = try await TinyStudy.made().planHash
            try await expect(
                [
                    Expectation("analyze", 0, what, "is damaged"), Expectation("report", 0, what),
                    Expectation("doctor", 65, "plans: analysis plan of"),
                    Expectation("survey plan --again \(plan)", 65, "Nothing was frozen"),
                ], after: "UPDATE analysisPlan SET settings = '{}'", dotchi)
        }
    }

    @Test("of the plan in use is an error in words of our own where the plan is needed, and stops no list")
    func plan() async throws {
        try await withAnsweredStudy { dotchi in
            let plan = "plan \(try await TinyStudy.made().planHash.prefix(12))"
            func doctor(_ part: String) -> Expectation {
                Expectation("doctor", 65, "plans: \(part) is not what was frozen", "images: ", "checkpoints: ")
            }
            // Readers take the head; what stands beside it is compared where somebody is asked, and by doctor.
            try await expect(
                [
                    Expectation("analyze", 0), Expectation("survey build page", 65, "\(plan) (table plan) in study"),
                    doctor("\(plan) (table plan)"),
                ], after: "UPDATE plan SET survey = '{}'", dotchi)
            for head in ["{}", "[]"] {
                try await expect(
                    [
                        Expectation("analyze", 65, "\(plan) in study.sqlite is damaged", "`dotchi doctor`"),
                        Expectation("survey list", 0), Expectation("pool list", 0), Expectation("votes export", 0),
                        doctor(plan),
                    ], after: "UPDATE planHead SET text = '\(head)'", dotchi)
            }
        }
    }

    @Test("a time of an earlier plan that is none stops no list and no new answers, and is named")
    func timeOfEarlier() async throws {
        try await withAnsweredStudy { dotchi in
            let plan = try await TinyStudy.made().planHash
            try await dotchi.well("survey", "plan", "--seats", "3")
            let what = "the time of plan \(plan.prefix(12)) in study.sqlite cannot be read: “zz” is no time"
            try await expect(
                [
                    Expectation("survey list", 0, String(plan.prefix(12)), "in use", "note: \(what)"),
                    Expectation("survey build site", 0), Expectation("votes import hand.jsonl", 0),
                    Expectation("votes export", 0), Expectation("survey plan --seats 3", 0),
                    Expectation("survey plan --again \(plan)", 65, what),
                    Expectation("doctor", 65, "CHECK constraint failed in plan"),
                ],
                after: "UPDATE plan SET frozenAt = 'zz' WHERE turn = (SELECT min(turn) FROM plan)", dotchi)
        }
    }

    @Test("a damaged seat stops the whole page and the simulation by its name, and no page of another seat alone")
    func damagedSeat() async throws {
        try await withAnsweredStudy { dotchi in
            let plan = try await TinyStudy.made().planHash
            let damage = "seat 1 of plan \(plan.prefix(12)) in study.sqlite is damaged"
            try await dotchi.well("survey", "build", "before", "--single-file", "--seat", "2")
            try await expect(
                [
                    Expectation("survey build whole", 65, damage),
                    Expectation("survey build one --single-file --seat 1", 65, damage),
                    Expectation("survey build two --single-file --seat 2", 0),
                    Expectation("survey build none --single-file --seat 999", 64, "999"),
                    Expectation(
                        "simulate --participants 1 --beside-people", 65, damage,
                        "`dotchi doctor` names every damaged seat, and the others can be taken meanwhile"),
                ], after: "UPDATE seatText SET text = replace(text, 'main', 'mein') WHERE seat = 1", dotchi)
            let pages = try ["before", "two"].map {
                try String(contentsOf: dotchi.folder.appending(path: "\($0)/index.html"), encoding: .utf8)
            }
            #expect(pages[0] == pages[1])
        }
    }

    @Test(
        "the rows of a plan in other tables, where they say something else, stop whoever builds, asks or takes answers",
        arguments: [
            ("plan", "UPDATE plan SET study = 'other'"), ("plan", "UPDATE plan SET seed = seed + 1"),
            ("seat", "DELETE FROM seat WHERE number = 2"),
            ("planGeneration", "UPDATE planGeneration SET position = 9 - position"),
        ])
    func rowsOfPlan(table: String, change: String) async throws {
        try await withAnsweredStudy { dotchi in
            let part = "plan \(try await TinyStudy.made().planHash.prefix(12)) (table \(table))"
            let damage = "\(part) in study.sqlite is damaged: it is not what was frozen, and nobody is asked by it"
            let votes = try await dotchi.well("votes", "export")
            try await expect(
                [
                    Expectation("survey build whole", 65, damage),
                    Expectation("survey build one --single-file --seat 1", 65, damage),
                    Expectation("survey take --seat 1", 65, damage),
                    Expectation("simulate --participants 1 --beside-people", 65, damage),
                    Expectation("votes import hand.jsonl", 65, "\(part) is damaged in study.sqlite"),
                    Expectation("doctor", 65),
                ], after: change, dotchi)
            if table != "planGeneration" {
                #expect(try await dotchi.well("votes", "export") == votes)
                #expect(try await dotchi("analyze").status == 0)
            }
        }
    }

    @Test("a time that is none is named with its row, and called no fault of a file")
    func time() async throws {
        try await withAnsweredStudy { dotchi in
            try await expect(
                [
                    Expectation("runs", 0, "the time of run faces32/1 in study.sqlite cannot be read: “zz” is no time"),
                    Expectation("analyze", 0), Expectation("doctor", 65),
                ], after: "UPDATE run SET startedAt = 'zz' WHERE network = 'faces32'", dotchi)
        }
    }

    @Test("a record of migrations without one that was made, and a table that is gone, are called damage")
    func schema() async throws {
        try await withAnsweredStudy { dotchi in
            // From the last that makes a table on: one that only makes rules once more can be made again.
            let lost = """
                DELETE FROM grdb_migrations
                WHERE rowid >= (SELECT rowid FROM grdb_migrations WHERE identifier = '15 plan texts')
                """
            try await expect(
                [
                    Expectation("analyze", 65, "its record of migrations lacks “", "is there", "Put a copy of it back"),
                    Expectation("votes import hand.jsonl", 65, "its record of migrations lacks “", "is there"),
                    Expectation("doctor", 65, "its record of migrations lacks “"),
                ], after: lost, dotchi)
        }
        try await withAnsweredStudy { dotchi in
            try await expect(
                [
                    Expectation("analyze", 65, "its tables are not those that dotchi made (no such table: seal)"),
                    Expectation("runs", 0), Expectation("doctor", 65, "no such table: seal"),
                ], after: "DROP TABLE seal", dotchi)
        }
    }

    @Test("columns that a researcher adds stop no command, and a trigger that cannot run is named, not called damage")
    func strangers() async throws {
        try await withAnsweredStudy { dotchi in
            try await expect(
                [
                    Expectation("analyze", 0), Expectation("runs", 0), Expectation("pool list", 0),
                    Expectation("doctor", 0), Expectation("simulate --participants 1 --beside-people", 0),
                    Expectation("votes export", 0),
                ],
                after: """
                    ALTER TABLE session ADD COLUMN person TEXT; ALTER TABLE generation ADD COLUMN method TEXT;
                    ALTER TABLE run ADD COLUMN seconds TEXT
                    """, dotchi)
            try await expect(
                [
                    Expectation("analyze", 0),
                    Expectation(
                        "simulate --participants 1 --beside-people", 65,
                        "is in the way: a trigger “mine”. SQLite says: no such",
                        "Nothing that was recorded is lost", "'DROP TRIGGER \"mine\"' there"),
                ],
                after: "CREATE TRIGGER mine AFTER INSERT ON session BEGIN INSERT INTO nowhere VALUES (1); END", dotchi)
        }
    }

    @Test("times that are not those of the files are shown by no list")
    func times() async throws {
        try await withAnsweredStudy { dotchi in
            try await expect(
                [
                    Expectation(
                        "runs", 0, "times are damaged", "note: the times of run faces32/1 are left out: by study.sqlite"
                    ),
                    Expectation("runs --json", 0, "\"why\" : \"by study.sqlite"),
                    Expectation("runs cost", 0, "note: run faces32/1 is left out: by study.sqlite"),
                    Expectation("runs show faces32", 0, "note: the times of run faces32/1 cannot be believed"),
                    Expectation("pool list", 0, "damaged", "note: generation 1 of pool A/equal-iterations is damaged"),
                ],
                after: """
                    UPDATE checkpoint SET seconds = seconds * 3 + 100 WHERE runId = (SELECT id FROM run WHERE network = 'faces32');
                    UPDATE epoch SET seconds = seconds * 3 + 100 WHERE runId = (SELECT id FROM run WHERE network = 'faces32')
                    """, dotchi)
            let row = try await dotchi.well("runs").split(separator: "\n").first { $0.hasPrefix("faces32/1") }
            #expect(row?.split(separator: " ").count { $0 == "–" } == 2, "\(row ?? "")")
        }
    }
}

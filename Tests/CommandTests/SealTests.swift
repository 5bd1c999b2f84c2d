import Foundation
import GRDB
import TestKit
import Testing

@Suite("Answers that are not what was recorded", .endsHangs)
struct SealTests {
    /// Changes study.sqlite past its rules, as a bit that flips on a disk does.
    private func change(_ dotchi: Dotchi, _ table: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        try queue.writeWithoutTransaction { db in
            let triggers = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", arguments: [table])
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    /// The first session of a person, by its id.
    private func session(_ dotchi: Dotchi) throws -> String {
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        let id = try queue.read {
            try String.fetchOne($0, sql: "SELECT min(id) FROM session WHERE source <> 'simulated'")
        }
        try queue.close()
        return try #require(id)
    }

    @Test("a session with a vote that changed is left out by name wherever votes are read; doctor ends with 65")
    func vote() async throws {
        try await withAnsweredStudy { dotchi in
            let doctor = try await dotchi("doctor")
            #expect(doctor.output.contains(/\nok       plans: 1, all as they were frozen\n/), "\(doctor.output)")
            let before = try await dotchi.well("votes", "export", "--identities").split(separator: "\n")
            let id = try session(dotchi)
            try change(
                dotchi, "event",
                """
                UPDATE event SET choice = iif(choice = 'left', 'right', 'left')
                WHERE id = (SELECT min(id) FROM event WHERE sessionId = '\(id)' AND kind = 'vote')
                """)
            let told = "note: left out is session \(id.prefix(8))"
            let export = try await dotchi("votes", "export", "--identities")
            #expect(export.status == 0 && export.talk.contains(told), "\(export.talk)")
            #expect(export.talk.contains("is not what was recorded (its checksum differs)"), "\(export.talk)")
            let left = before.filter { !$0.contains(id) }
            #expect(left.count < before.count)
            #expect(export.output.split(separator: "\n") == left)
            let analysis = try await dotchi("analyze", "--json")
            #expect(analysis.output.contains(#""unreadable_sessions": 1"#) && analysis.talk.contains(told))
            let answers = try await dotchi("votes", "answers", "answers")
            #expect(answers.talk.contains(told), "\(answers.talk)")
            let names = try FileManager.default.contentsOfDirectory(
                atPath: dotchi.folder.appending(path: "answers").path)
            #expect(!names.contains { $0.contains(id.prefix(8)) }, "\(names)")
            let ending = try await dotchi("doctor")
            #expect(ending.status == 65)
            #expect(
                ending.output.contains("\nwrong    answers: left out is session \(id.prefix(8))"), "\(ending.output)")
            #expect(ending.output.contains("Put a copy of study.sqlite back"), "\(ending.output)")
        }
    }

    @Test("a seat that changed after it was frozen is named, and takes votes from nobody who sat elsewhere")
    func seat() async throws {
        try await withAnsweredStudy { dotchi in
            let before = try await dotchi.well("votes", "export").split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            let column = try #require(before[0].firstIndex(of: "seat"))
            try change(
                dotchi, "seatText",
                #"UPDATE seatText SET text = replace(text, '"kind":"main"', '"kind":"catch"') WHERE seat = 2"#)
            let export = try await dotchi("votes", "export")
            let left = before.filter { $0[column] != "2" }
            #expect(left.count > 1 && left.count < before.count)
            #expect(
                export.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                    == left, "\(export.output)")
            #expect(export.talk.contains("what its seat was asked is not what was recorded"), "\(export.talk)")
            let ending = try await dotchi("doctor")
            #expect(ending.status == 65)
            #expect(
                ending.output.contains(/\nwrong    plans: seat 2 of plan [0-9a-f]{12} is not what was frozen/),
                "\(ending.output)")
            let refused = try await dotchi.fails(65, "survey", "build", "page")
            #expect(refused.contains(/seat 2 of plan [0-9a-f]{12} in study.sqlite is damaged/), "\(refused)")
            let taken = try await dotchi.fails(65, "survey", "take", "--seat", "2")
            #expect(taken.contains("seat 2 of plan"), "\(taken)")
            // Seat 3 could be taken: all that is missing is a terminal.
            #expect(try await dotchi.fails(64, "survey", "take", "--seat", "3").contains("terminal"))
            try await dotchi.well("report")
        }
    }
}

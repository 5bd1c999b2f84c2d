import Answers
import Foundation
import GRDB
import Pairing
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("plans that are not what was frozen")
struct PlanTextTests {
    private static let name = "plan \(Fixture.planHash.prefix(12))"

    /// Changes a store past its rules, looks with `body` at it as it is opened the next time, and takes the change back.
    private func after(_ sql: String, _ fixture: Fixture, _ body: (StudyStore) throws -> Void) throws {
        let store = fixture.store
        let (names, triggers) = try store.read { db in
            (
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"),
                try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
            )
        }
        let bytes = try Data(contentsOf: store.file)
        try store.queue.writeWithoutTransaction { db in
            for name in names { try db.execute(sql: "DROP TRIGGER \(name)") }
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: "\(sql); PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
            for trigger in triggers { try db.execute(sql: trigger) }
        }
        try body(try fixture.reopened())
        try store.truncateLog()
        let copy = try DatabaseQueue(path: store.file.path + ".sound")
        defer { try? FileManager.default.removeItem(atPath: store.file.path + ".sound") }
        try bytes.write(to: URL(filePath: store.file.path + ".sound"))
        try copy.backup(to: store.queue)
        try store.truncateLog()
    }

    /// What handing out a seat says.
    private func fault(ofSeat number: Int, _ store: StudyStore) -> String? {
        do {
            return try store.seat(number, ofPlan: Fixture.planHash) == nil ? "none" : nil
        } catch StudyStoreError.damagedPlan(let part) {
            return part
        } catch {
            return "\(error)"
        }
    }

    @Test("a bit that flips in a seat, wherever, is noticed where the seat is handed out, and stops no other seat")
    func seatBits() throws {
        try Fixture.withPlan { fixture in
            let store = fixture.store
            let text = try #require(
                try store.read { try String.fetchOne($0, sql: "SELECT text FROM seatText WHERE seat = 1") })
            try store.queue.writeWithoutTransaction { try $0.execute(sql: "DROP TRIGGER seatTextUpdate") }
            for place in 0..<text.utf8.count {
                var bytes = Array(text.utf8)
                bytes[place] ^= 1 << (place % 7)
                guard !bytes.contains(0), let flipped = String(validating: bytes, as: UTF8.self) else { continue }
                try store.write { db in
                    try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                    try db.execute(sql: "UPDATE seatText SET text = ? WHERE seat = 1", arguments: [flipped])
                }
                #expect(fault(ofSeat: 1, store) == "seat 1 of \(Self.name)", "\(flipped)")
                #expect(fault(ofSeat: 2, store) == nil)
            }
            #expect(try store.damagedParts(ofPlan: Fixture.planHash) == ["seat 1 of \(Self.name)"])
            #expect(throws: StudyStoreError.damagedPlan("seat 1 of \(Self.name)")) { try store.currentPlan() }
            // What needs no seat goes on.
            #expect(try store.currentOutline()?.seats == 2)
            // Nobody is recorded as asked what the seat does not say.
            let refused = try store.accept(Fixture.header(), Fixture.events())
            #expect(refused.refusal?.hasPrefix("seat 1 of \(Self.name) is damaged") == true && refused.added == 0)
            let other = try store.accept(Fixture.header(session: 2, seat: 2), Fixture.events(session: 2))
            #expect(other.refusal == nil && other.added == 10)
        }
    }

    @Test("every other change of what was frozen is named, also where a seat is handed out or answered")
    func changes() throws {
        try Fixture.withPlan { fixture in
            try fixture.store.truncateLog()
            let seat = "seat 1 of \(Self.name)"
            let tables = ["plan", "planGeneration", "seat"].map { "\(Self.name) (table \($0))" }
            for (sql, parts) in [
                ("UPDATE seatText SET sha256 = '\(Fixture.hash("x"))' WHERE seat = 1", [seat]),
                ("UPDATE seatText SET items = 3 WHERE seat = 1", [seat]),
                ("DELETE FROM seatText WHERE seat = 1", [seat]),
                ("UPDATE seatText SET seat = seat + 2", ["seat 1 of \(Self.name)", "seat 2 of \(Self.name)"]),
                ("UPDATE planHead SET text = replace(text, 'paper', 'paped')", [Self.name]),
                ("UPDATE plan SET study = 'other'", [tables[0]]),
                ("UPDATE plan SET seed = 4", [tables[0]]),
                ("UPDATE plan SET survey = replace(survey, '\"trials\":3', '\"trials\":4')", [tables[0]]),
                ("UPDATE plan SET survey = replace(survey, '\"ties\":false', '\"ties\":true')", [tables[0]]),
                ("UPDATE planGeneration SET position = 9 - position", [tables[1]]),
                ("DELETE FROM planGeneration", [tables[1]]),
                ("DELETE FROM seat WHERE number = 1", [tables[2]]),
                ("DELETE FROM seat WHERE number = 2", [tables[2]]),
                ("UPDATE seat SET number = 7 WHERE number = 2", [tables[2]]),
                // A seat that another took the place of, with its hash, is noticed by the list of all.
                (
                    """
                    UPDATE seatText SET (text, sha256) = (
                        SELECT replace(text, '"number":2', '"number":1'), '\(try hashOfSecond(fixture.store))' FROM seatText
                        WHERE seat = 2
                    ) WHERE seat = 1
                    """, [Self.name]
                ),
            ] {
                try after(sql, fixture) { store in
                    #expect(try store.damagedParts(ofPlan: Fixture.planHash) == parts, "\(sql)")
                    #expect(fault(ofSeat: 1, store) == parts[0], "\(sql)")
                    #expect(try store.plans().map(\.seats) == [2], "\(sql)")
                    #expect(throws: StudyStoreError.damagedPlan(parts[0]), "\(sql)") { try store.currentPlan() }
                    let receipt = try store.accept(Fixture.header(), Fixture.events())
                    #expect(receipt.refusal?.hasPrefix("\(parts[0]) is damaged in study.sqlite") == true, "\(sql)")
                    #expect(receipt.added == 0, "\(sql)")
                }
                #expect(try fixture.reopened().damagedParts(ofPlan: Fixture.planHash) == [], "\(sql)")
            }
        }
    }

    /// Changes a store past its rules, and looks at it as it is opened the next time.
    private func changed(_ sql: String, _ body: (StudyStore) throws -> Void) throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            try fixture.store.queue.writeWithoutTransaction { db in
                for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                    try db.execute(sql: "DROP TRIGGER \(name)")
                }
                try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; \(sql)")
            }
            try body(try fixture.reopened())
        }
    }

    @Test("a seat that was replaced together with its hash is asked of nobody and takes no answers")
    func replaced() throws {
        try Fixture.withPlan { fixture in
            let text = try fixture.store.read {
                try String.fetchOne($0, sql: "SELECT text FROM seatText WHERE seat = 2")
            }
            let other = try #require(text).replacing(#""left":[1,"#, with: #""left":[0,"#)
            try #require(other != text)
            try changed(
                "UPDATE seatText SET text = '\(other)', sha256 = '\(StudyStore.sha256(other))' WHERE seat = 2"
            ) { store in
                #expect(fault(ofSeat: 2, store) == Self.name)
                let header = Fixture.header(session: 2, seat: 2)
                let refused = try store.accept(header, Fixture.events(session: 2))
                #expect(refused.refusal?.hasPrefix("\(Self.name) is damaged") == true && refused.added == 0)
            }
        }
        // The hash alone is no reason to refuse the others, which are what was frozen.
        try changed("UPDATE seatText SET sha256 = '\(Fixture.hash("x"))' WHERE seat = 2") { store in
            #expect(fault(ofSeat: 2, store) == "seat 2 of \(Self.name)" && fault(ofSeat: 1, store) == nil)
        }
    }

    @Test(
        "a number of items that is not the seat's costs nothing, is damage, and takes no part of a session",
        arguments: [Int.max, 0, -5])
    func items(number: Int) throws {
        try changed("UPDATE seatText SET items = \(number)") { store in
            #expect(fault(ofSeat: 2, store) == "seat 2 of \(Self.name)")
            let refused = try store.accept(Fixture.header(session: 2, seat: 2), Fixture.events(session: 2))
            #expect(refused.refusal?.hasPrefix("seat 2 of \(Self.name) is damaged") == true && refused.added == 0)
            #expect(try store.sessions().count == 1 && store.votes().count == 4)
        }
    }

    @Test("a plan whose head is gone is damaged, and none without pairs")
    func headless() throws {
        try changed("DELETE FROM planHead") { store in
            let damage = StudyStoreError.damagedPlan(Self.name)
            #expect(throws: damage) { try store.currentOutline() }
            #expect(throws: damage) { try store.currentPlan() }
            #expect(throws: damage) { try store.seat(1, ofPlan: Fixture.planHash) }
            #expect(try store.damagedParts(ofPlan: Fixture.planHash) == [Self.name])
            let refused = try store.accept(Fixture.header(session: 2, seat: 2), Fixture.events(session: 2))
            #expect(refused.refusal != nil && refused.added == 0)
            #expect(!damage.description.contains("the others can be taken"))
        }
    }

    /// The hash of the second seat's text where it says that it is the first.
    private func hashOfSecond(_ store: StudyStore) throws -> String {
        let text = try store.read { try String.fetchOne($0, sql: "SELECT text FROM seatText WHERE seat = 2") }
        return StudyStore.sha256(try #require(text).replacing(#""number":2"#, with: #""number":1"#))
    }

    @Test("a plan of before there were heads is read from its rows, under the hash that was recorded")
    func rows() throws {
        try Fixture.withPlan(form: .rows) { fixture in
            let store = fixture.store
            #expect(try store.damagedParts(ofPlan: Fixture.planHash) == nil)
            let record = try #require(try store.currentPlan())
            #expect(record.plan == Fixture.plan() && record.hash == Fixture.planHash)
            let survey = try store.read { try String.fetchOne($0, sql: "SELECT survey FROM plan") }
            #expect(record.frozen.hashed == .whole(survey: try #require(survey)))
            #expect(try store.seat(2, ofPlan: Fixture.planHash) == Fixture.plan().seats[1])
            #expect(try store.currentOutline()?.seats == 2 && store.plans().map(\.trials) == [4])
            _ = try store.accept(Fixture.header(), Fixture.events())
            #expect(try store.votes().count == 4)
            // It becomes current again as it is.
            try store.freeze(FrozenPlan(Fixture.plan(seed: 3)))
            try store.freeze(record.frozen)
            #expect(try store.currentPlan() == record)
            let texts = try store.read { try Int.fetchOne($0, sql: "SELECT count(DISTINCT planHash) FROM seatText") }
            #expect(texts == 1)
        }
    }

    @Test("votes on a plan with texts and on the same one with rows are the same")
    func sameVotes() throws {
        let votes = try Fixture.PlanForm.allCases.map { form in
            try Fixture.withPlan(form: form) { fixture in
                _ = try fixture.store.accept(Fixture.header(), Fixture.events())
                _ = try fixture.store.accept(
                    Fixture.header(session: 2, seat: 2, participant: "p2"), Fixture.events(session: 2))
                let seals = try fixture.store.read {
                    try Int64.fetchAll($0, sql: "SELECT asked FROM seal ORDER BY sessionId")
                }
                let votes = try fixture.store.votes(people: .identities)
                #expect(votes.allSatisfy { $0.plan == String(Fixture.planHash.prefix(12)) })
                return (
                    votes: votes.map { row in
                        var row = row
                        row.plan = "either"
                        return row
                    }, seals: seals
                )
            }
        }
        #expect(votes[0].votes == votes[1].votes && votes[0].votes.count == 8)
        #expect(votes[0].seals == votes[1].seals)
    }

    @Test("a seat that another program put beside those of a plan's head is given to nobody")
    func strangeSeat() throws {
        try changed("INSERT INTO seat (planHash, number) SELECT planHash, 99 FROM planHead") { store in
            let seats = try store.seats(ofPlan: Fixture.planHash).map(\.seat)
            #expect(try seats == [1, 2] && store.plans().map(\.seats) == [2])
        }
    }

    @Test("a seat with a text of its own beside those of a plan's head keeps no other from being asked and answered")
    func strangeSeatText() throws {
        let sql = """
            INSERT INTO seat (planHash, number) SELECT planHash, 3 FROM planHead;
            INSERT INTO seatText SELECT planHash, 3, items, sha256, text FROM seatText WHERE seat = 1
            """
        try changed(sql) { store in
            #expect(fault(ofSeat: 2, store) == nil)
            let header = Fixture.header(session: 2, seat: 2, participant: "p2")
            let receipt = try store.accept(header, Fixture.events(session: 2))
            #expect(receipt.added == 10 && receipt.refusal == nil)
            let beside = try store.accept(
                Fixture.header(session: 3, seat: 3, participant: "p3"), Fixture.events(session: 3))
            #expect(beside.added == 0 && beside.refusal != nil)
        }
    }

    @Test("rows of trials beside a plan's texts are read by nothing, and are counted")
    func strangeRows() throws {
        let sides = "leftGenerationId, leftIndex, rightGenerationId, rightIndex"
        let rows = """
            INSERT INTO trial (planHash, seat, number, kind, condition, \(sides))
                SELECT planHash, seat, item, 'main', 'equal-time', 1, 0, 2, item
                FROM seatText, (SELECT 1 AS item UNION SELECT 2 UNION SELECT 3 UNION SELECT 9);
            """
        for loss in ["", "DELETE FROM seatText WHERE seat = 2;"] {
            try changed(rows + loss) { store in
                #expect(try store.rowsBesideTexts(ofPlan: Fixture.planHash) == 8)
                #expect(try store.unreadableSessions().isEmpty && store.votes().count == 4)
                #expect(try store.plans().map(\.trials) == [4])
                let header = Fixture.header(session: 2, seat: 2, participant: "p2")
                let vote = AnswerEvent(
                    id: Fixture.uuid(77), milliseconds: 9, kind: .vote, trial: 9, choice: .left)
                let receipt = try store.accept(header, Fixture.events(session: 2) + [vote])
                if loss.isEmpty {
                    #expect(receipt.added == 10 && receipt.refused.map(\.why) == ["seat 2 has no trial 9"])
                } else {
                    #expect(receipt.refusal?.hasPrefix("seat 2 of \(Self.name) is damaged") == true)
                    #expect(fault(ofSeat: 2, store) == "seat 2 of \(Self.name)")
                }
            }
        }
    }
}

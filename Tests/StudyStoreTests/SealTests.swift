import Answers
import Foundation
import GRDB
import Study
import Testing

@testable import StudyStore

@Suite("sessions that are not what was recorded")
struct SealTests {
    /// Three people under two seats; the second came twice.
    private func answer(_ store: StudyStore) throws {
        for (session, person) in [(1, "p1"), (2, "p2"), (3, "p2"), (4, "p3")] {
            let receipt = try store.accept(
                Fixture.header(session: session, seat: session % 2 + 1, participant: person),
                Fixture.events(session: session), importedFrom: "\(session).jsonl",
                at: Fixture.time.addingTimeInterval(Double(session)))
            #expect(receipt.refusal == nil && receipt.added == 10)
        }
    }

    /// Lets a connection change what it likes, until `body` is over; nothing of it stays.
    private func unruly(_ store: StudyStore, _ body: (Database) throws -> Void) throws {
        try store.queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF") }
            try db.inTransaction {
                for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                    try db.execute(sql: "DROP TRIGGER \(name)")
                }
                try body(db)
                return .rollback
            }
        }
    }

    /// The values that differ from `value` in one bit, as far as they are of its type: a bit of each byte of a text, another
    /// in each byte, and every third bit of a number.
    private func flips(of value: DatabaseValue) -> [DatabaseValue] {
        switch value.storage {
        case .int64(let number): stride(from: 0, to: 64, by: 3).map { (number ^ (1 << $0)).databaseValue }
        case .string(let text):
            (0..<text.utf8.count).compactMap { place in
                var bytes = Array(text.utf8)
                bytes[place] ^= 1 << (5 * place % 7)
                return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)?.databaseValue
            }
        default: []
        }
    }

    /// A value of a row that a bit flips in.
    private struct Cell {
        let table: String
        let column: String
        let value: DatabaseValue
        let place: String
        let key: StatementArguments
    }

    /// The values of the first rows of a table.
    private func cells(of table: String, rows count: Int, _ db: Database) throws -> [Cell] {
        let columns = try Row.fetchAll(
            db, sql: "SELECT name, pk > 0 FROM pragma_table_xinfo(?) WHERE hidden = 0", arguments: [table])
        let names = try columns.map { try $0.decode(String.self, atIndex: 0) }
        let keys = try columns.filter { try $0.decode(Bool.self, atIndex: 1) }.map {
            try $0.decode(String.self, atIndex: 0)
        }
        let place = keys.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
        return try Row.fetchAll(db, sql: "SELECT * FROM \(table) LIMIT \(count)").flatMap { row -> [Cell] in
            let values = Dictionary(uniqueKeysWithValues: row.map { ($0.0, $0.1) })
            let key = StatementArguments(keys.map { values[$0] })
            return names.compactMap { name in
                values[name].map { Cell(table: table, column: name, value: $0, place: place, key: key) }
            }
        }
    }

    /// What a reading finds.
    private struct Seen {
        var votes: [String]
        var unreadable: [String]
    }

    /// How many bits were flipped.
    private struct Flips {
        var all = 0
        var changing = 0
        var unseen: [String] = []
    }

    /// Flips each bit of a value, looks what is read then, and flips it back.
    private func flip(_ cell: Cell, _ before: Seen, _ flipped: inout Flips, _ db: Database) throws {
        for value in flips(of: cell.value) {
            try db.execute(sql: "SAVEPOINT flip")
            defer { try? db.execute(sql: "ROLLBACK TO flip; RELEASE flip") }
            do {
                try db.execute(
                    sql: "UPDATE \(cell.table) SET \"\(cell.column)\" = ? WHERE \(cell.place)",
                    arguments: [value] + cell.key)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                continue  // Two rows of one key.
            }
            flipped.all += 1
            // A reading that is refused is noticed.
            guard let after = try? seen(db), after.votes != before.votes else { continue }
            flipped.changing += 1
            // What is left is what it was, and what is not left is named.
            if !Set(after.votes).isSubset(of: before.votes) || after.unreadable.isEmpty {
                flipped.unseen.append("\(cell.column): \(cell.value) became \(value)")
            }
        }
    }

    @Test(
        "a bit that flips in a row that votes come from is noticed where it changes one, and the rest is what it was",
        arguments: [
            "session", "event", "arrival", "pseudonym", "trial", "seatText", "planGeneration", "generation", "pool",
            "entry",
            "seal",
        ])
    func flippedBits(table: String) throws {
        try Fixture.withPlan(form: table == "trial" ? .rows : .texts) { fixture in
            let store = fixture.store
            try answer(store)
            let whole = try store.votes()
            var flipped = Flips()
            try unruly(store) { (db: Database) throws -> Void in
                let before = try seen(db)
                for cell in try cells(of: table, rows: table == "event" ? 3 : 1, db) {
                    try flip(cell, before, &flipped, db)
                }
            }
            // Names of imported files alone do not change a vote.
            #expect(flipped.all > 10 && (flipped.changing > 0 || table == "entry"), "\(table): \(flipped)")
            #expect(
                flipped.unseen.isEmpty,
                "\(table): \(flipped.unseen.count) of \(flipped.all), as \(flipped.unseen.prefix(5))")
            #expect(try store.votes() == whole)
        }
    }

    /// The votes that a reading finds, and the sessions that it leaves out.
    private func seen(_ db: Database) throws -> Seen {
        try OddValues.looking(path: "") {
            let examined = try StudyStore.examined(ofPlan: nil, db)
            let names = try StudyStore.Names(.pseudonyms, db)
            var votes: [String] = []
            for session in examined.sessions {
                let header = session.record.header
                let name = try names.of(header)
                let asked = examined.asked.seats[.init(plan: header.planHash, seat: header.seat)] ?? [:]
                for (place, vote) in session.state.votes {
                    // Not which session counts: where one is left out, the person's next one does.
                    votes.append("\(header) \(name) \(String(describing: asked[place.trial])) \(vote)")
                }
            }
            return Seen(votes: votes.sorted(), unreadable: examined.unreadable.map(\.session))
        }
    }

    @Test(
        "a session that another program changed, added to or took from is left out by name; the others stay",
        arguments: Fixture.PlanForm.allCases)
    func otherPrograms(form: Fixture.PlanForm) throws {
        try Fixture.withPlan(form: form) { fixture in
            let store = fixture.store
            try answer(store)
            let whole = try store.votes(people: .identities)
            let (first, second) = (Fixture.uuid(1, series: 1), Fixture.uuid(4, series: 1))
            let votes = try store.read {
                try String.fetchAll(
                    $0, sql: "SELECT id FROM event WHERE sessionId = ? AND kind = 'vote' ORDER BY id",
                    arguments: [first])
            }
            let ofPlan =
                switch form {
                case .rows:
                    [
                        "UPDATE trial SET leftIndex = 3 - leftIndex WHERE seat = 2 AND number = 2",
                        "DELETE FROM trial WHERE seat = 2 AND number = 2",
                    ]
                case .texts:
                    [
                        "UPDATE seatText SET text = replace(text, '[0,', '[2,') WHERE seat = 2",
                        "UPDATE seatText SET text = replace(text, 'main', 'mail') WHERE seat = 2",
                        "DELETE FROM seatText WHERE seat = 2",
                        "UPDATE planGeneration SET position = 9 - position",
                    ]
                }
            let changes = [
                // Two votes that exchange their choices, which would cancel in a CRC.
                "UPDATE event SET choice = iif(choice = 'left', 'right', 'left') WHERE id IN ('\(votes[0])', '\(votes[1])')",
                "DELETE FROM event WHERE id = '\(votes[0])'",
                "UPDATE event SET sessionId = '\(first)' WHERE sessionId = '\(second)' AND kind = 'finish'",
                "DELETE FROM arrival WHERE sessionId = '\(first)'",
                "UPDATE pool SET method = 'X' WHERE method = 'A'",
                "DELETE FROM seal WHERE sessionId = '\(first)'", "DELETE FROM session WHERE id = '\(first)'",
                "UPDATE session SET planHash = '\(Fixture.hash("x"))' WHERE id = '\(first)'",
            ]
            for change in changes + ofPlan {
                try unruly(store) { db in
                    try db.execute(sql: change)
                    let examined = try StudyStore.examined(ofPlan: Fixture.planHash, db)
                    let left = examined.sessions.map(\.record.header.session)
                    #expect(!left.contains(first), "\(change)")
                    #expect(examined.unreadable.contains { $0.session == first && $0.isDamaged }, "\(change)")
                    #expect(Set(left).isDisjoint(with: examined.unreadable.map(\.session)), "\(change)")
                    #expect(left.count + examined.unreadable.count == 4, "\(change)")
                }
            }
            #expect(try store.votes(people: .identities) == whole)
            #expect(try store.unreadableSessions() == [])
        }
    }

    @Test("what comes to a damaged session does not make it whole: not a vote, not an earlier arrival")
    func damageStays() throws {
        try Fixture.withPlan { fixture in
            let store = fixture.store
            try answer(store)
            let first = Fixture.uuid(1, series: 1)
            try store.queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        DROP TRIGGER eventUpdate;
                        UPDATE event SET choice = 'right' WHERE sessionId = '\(first)' AND choice = 'left';
                        """)
            }
            #expect(try store.unreadableSessions().map(\.session) == [first])
            let late = AnswerEvent(id: Fixture.uuid(77), milliseconds: 20, kind: .blur)
            let receipt = try store.accept(
                Fixture.header(session: 1, seat: 2, participant: "p1"), [late],
                receivedAt: Fixture.time)
            #expect(receipt.added == 1)
            #expect(try store.unreadableSessions().map(\.session) == [first])
            // Whoever is damaged can be erased, and the others stay.
            _ = try store.erase(sessions: [first])
            #expect(try store.unreadableSessions() == [] && store.sessions().count == 3)
        }
    }

    @Test("answers that come in parts, twice, before and after an undo, or replace a session are whole")
    func ways() throws {
        try Fixture.withPlan { fixture in
            let store = fixture.store
            let header = Fixture.header()
            var events = Fixture.events()
            let undo = AnswerEvent(id: Fixture.uuid(99), milliseconds: 4800, kind: .undo, trial: 4)
            events.insert(undo, at: events.count - 1)
            for event in events.reversed() { _ = try store.accept(header, [event]) }
            #expect(try store.accept(header, events).added == 0)
            #expect(try store.votes().count == 3 && store.unreadableSessions() == [])
            // An earlier arrival.
            _ = try store.accept(header, events, receivedAt: Fixture.time)
            #expect(try store.sessions().map(\.receivedAt) == [Fixture.time])
            // A session without a vote gives way to another of its id.
            _ = try store.accept(
                Fixture.header(session: 2, participant: "a"), Array(Fixture.events(session: 2).prefix(1)))
            let other = try store.accept(
                Fixture.header(session: 2, seat: 2, participant: "b"), Fixture.events(session: 2))
            #expect(other.replaced)
            _ = try store.accept(
                Fixture.header(session: 3, participant: "s", source: AnswerHeader.simulatedSource),
                Fixture.events(session: 3), simulated: true)
            _ = try store.accept(Fixture.header(session: 4, seat: 2, participant: nil), Fixture.events(session: 4))
            #expect(try store.unreadableSessions() == [] && store.sessions().count == 4)
            _ = try store.erase(sessions: [Fixture.uuid(2, series: 1)])
            #expect(try store.unreadableSessions() == [] && store.sessions().count == 3)
            let seals = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM seal") }
            #expect(seals == 3)
        }
    }

    @Test(
        "a store of before seals is sealed as it is when it is brought up to date, with the seals that accepting gives")
    func migration() throws {
        try Fixture.withPlan { fixture in
            try answer(fixture.store)
            func seals(_ store: StudyStore) throws -> [Row] {
                try store.read { try Row.fetchAll($0, sql: "SELECT * FROM seal ORDER BY sessionId") }
            }
            let before = try seals(fixture.store)
            #expect(before.count == 4)
            try fixture.store.write { db in
                try db.execute(
                    sql: "DROP TABLE seal; DELETE FROM grdb_migrations WHERE identifier = '12 seals'")
            }
            let store = try fixture.reopened()
            #expect(try seals(store) == before)
            #expect(try store.unreadableSessions() == [])
        }
    }

    @Test("a seal is the number that it always was: stores have them")
    func format() throws {
        var seal = Seal()
        try seal.add(Fixture.events()[2], of: Fixture.uuid(1, series: 1))
        // Computed by Python's hashlib.
        #expect(seal.stored == 1_039_227_185_812_456_825)
    }
}

import Answers
import Foundation
import GRDB
import Pairing
import Study
import Testing
import Votes

@testable import StudyStore

/// What another program, which knows nothing of references and rules, left in a store.
@Suite("rows that dotchi never writes")
struct OddRowsTests {
    /// Changes rows as a program does that looks at no reference and no trigger.
    private func force(_ sql: String, _ store: StudyStore) throws {
        try store.queue.writeWithoutTransaction { db in
            let triggers = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
            let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for name in names { try db.execute(sql: "DROP TRIGGER \(name)") }
            try db.execute(sql: sql)
            for trigger in triggers { try db.execute(sql: trigger) }
            try db.execute(sql: "PRAGMA foreign_keys = ON")
        }
    }

    /// A store with sessions 1 and 2 on seat 1 and session 3 on seat 2.
    private func withSessions(form: Fixture.PlanForm = .rows, _ body: (StudyStore) throws -> Void) throws {
        try Fixture.withPlan(form: form) { fixture in
            for (session, seat) in [(1, 1), (2, 1), (3, 2)] {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, seat: seat, participant: "person \(session)"),
                    Fixture.events(session: session), importedFrom: "\(session).jsonl")
            }
            try body(fixture.store)
        }
    }

    private static let another = "(SELECT max(id) + 7 FROM generation)"

    @Test(
        "a session whose trials show what is gone is left out by name, and the others are read",
        arguments: [
            (
                "UPDATE trial SET leftGenerationId = \(another) WHERE seat = 1 AND number = 2",
                [3]
            ),
            (
                "UPDATE trial SET rightGenerationId = \(another) WHERE seat = 2 AND number = 1",
                [1, 2]
            ),
            ("DELETE FROM generation", []),
            ("DELETE FROM pool", []),
            ("DELETE FROM planGeneration", []),
            ("DELETE FROM trial WHERE seat = 1", [3]),
            ("DELETE FROM seatText WHERE seat = 1", [3]),
            ("UPDATE seatText SET text = replace(text, '1', '2') WHERE seat = 1", [3]),
            // A row of an image alone is not needed to read a vote.
            ("DELETE FROM entry", [1, 2, 3]),
        ])
    func orphans(sql: String, left: [Int]) throws {
        try withSessions(form: sql.contains("seatText") ? .texts : .rows) { store in
            let whole = try store.votes(people: .identities)
            #expect(whole.count == 12)
            try force(sql, store)
            let people = Set(left.map { "person \($0)" })
            let ids = left.map { Fixture.uuid($0, series: 1) }
            // What is read of the others is what it was.
            let votes = try store.votes(people: .identities)
            #expect(votes == whole.filter { people.contains($0.participant ?? "") })
            #expect(try store.votes().count == votes.count)
            #expect(try store.sessions().map(\.header.session).sorted() == ids)
            let unreadable = try store.unreadableSessions(ofPlan: Fixture.planHash)
            #expect(
                unreadable.map(\.session) == (1...3).map { Fixture.uuid($0, series: 1) }.filter { !ids.contains($0) })
            #expect(
                unreadable.allSatisfy { $0.why.contains("was asked is not what was recorded") && $0.isDamaged },
                "\(unreadable)")
            #expect(unreadable.allSatisfy { !"\($0)".contains("person") })
            // The check names rows that refer to nothing; a seat without trials is seen by its sessions alone.
            if !sql.contains(#/(FROM trial|seatText) /#) { #expect(throws: StudyStoreError.self) { try store.check() } }
        }
    }

    @Test("a session whose plan is gone is named")
    func plan() throws {
        try withSessions { store in
            try force("DELETE FROM plan", store)
            #expect(try store.votes().isEmpty)
            #expect(try store.unreadableSessions().count == 3)
            #expect(try store.unreadableSessions().allSatisfy { $0.why.contains("not the plan that it answered") })
        }
    }

    @Test("a plan that shows what is gone is refused with what to do")
    func planRows() throws {
        try withSessions { store in
            try force("DELETE FROM planGeneration", store)
            let error = #expect(throws: StudyStoreError.self) { try store.plan(Fixture.planHash) }
            #expect(error?.description.contains("`dotchi doctor`") == true, "\(String(describing: error))")
        }
    }

    /// What an error says that rows like these make, which is never SQLite's own sentence.
    private func expectSaid(
        _ parts: String..., by body: () throws -> Void, location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: StudyStoreError.self, sourceLocation: location) { try body() }
        guard let error, case .oddRows = error else {
            Issue.record("\(String(describing: error))", sourceLocation: location)
            return
        }
        let text = error.description
        for part in parts + ["study.sqlite has rows that dotchi never writes: ", "`dotchi doctor`"] {
            #expect(text.contains(part), "\(text)", sourceLocation: location)
        }
        #expect(!text.contains("constraint failed"), "\(text)", sourceLocation: location)
    }

    @Test("an import that rows of no generation keep out says which, and what to do")
    func imports() throws {
        let pool = PoolKey(method: "new", condition: "one")
        try Fixture.withPlan { fixture in
            let next = "(SELECT max(id) + 1 FROM generation)"
            // SQLite gives the key of the last one that was removed to the next.
            try force("INSERT INTO draft VALUES (\(next), '\(String(repeating: "x", count: 36))')", fixture.store)
            expectSaid("already has a row", "draft.generationId") {
                _ = try fixture.store.beginImport(of: pool, images: 1)
            }
        }
        try Fixture.withPlan { fixture in
            try force(
                "INSERT INTO entry SELECT max(id) + 1, 0, NULL, NULL, 'a', (SELECT sha256 FROM blob) FROM generation",
                fixture.store)
            let draft = try fixture.store.beginImport(of: pool, images: 1)
            expectSaid("already has a row", "entry.generationId") {
                try fixture.store.add([Fixture.image(0, "a", stem: "a")], to: draft)
            }
        }
    }

    @Test("planning with images that are gone says of what, and what to do")
    func planning() throws {
        try Fixture.withPlan { fixture in
            try force("DELETE FROM entry WHERE \"index\" = 2", fixture.store)
            let damaged = #expect(throws: StudyStoreError.self) {
                try fixture.store.freeze(FrozenPlan(Fixture.plan(seed: 8)), at: Fixture.time)
            }
            #expect(damaged?.description.contains("what it was made from, cannot be believed") == true)
            let error = #expect(throws: StudyStoreError.self) { try fixture.store.check(most: 50) }
            #expect(
                error?.description.contains("generation 1 of pool A/equal-iterations should have 4 images and has 3")
                    == true, "\(String(describing: error))")
        }
    }
}

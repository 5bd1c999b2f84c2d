import Answers
import Foundation
import GRDB
import Testing
import Votes

@testable import StudyStore

@Suite("pseudonyms")
struct PseudonymTests {
    @Test("votes name people and sessions by random pseudonyms, one a person, and by their ids where that is asked for")
    func votes() throws {
        try Fixture.withPlan { fixture in
            for (session, participant) in [(1, "ada"), (2, "ada"), (3, "bob"), (4, nil)] {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: participant), Fixture.events(session: session))
            }
            let rows = try fixture.store.votes()
            let own = try fixture.store.votes(people: .identities)
            #expect(own.map(\.participant).prefix(8) == ["ada", "ada", "ada", "ada", "ada", "ada", "ada", "ada"])
            #expect(rows.map(\.vote) == own.map(\.vote) && rows.map(\.choice) == own.map(\.choice))
            let sessions = rows.map { $0.session ?? "" }
            #expect(Set(sessions).count == 4)
            #expect(sessions.allSatisfy { $0.wholeMatch(of: /s-[0-9a-z]{8}/) != nil })
            let people = stride(from: 0, to: 16, by: 4).map { rows[$0].participant }
            #expect(people[0] == people[1] && people[0] != people[2] && people[3] == nil)
            #expect(people[0]?.wholeMatch(of: /p-[0-9a-z]{8}/) != nil)
            // The same ones whenever and by whomever they are read.
            #expect(try fixture.reopened(readOnly: true).votes() == rows)
            let identities = try fixture.store.identities()
            #expect(zip(rows, own).allSatisfy { identities[$0.session ?? ""] == $1.session })
            #expect(identities[people[0] ?? ""] == "ada" && identities[people[2] ?? ""] == "bob")
            #expect(identities.count == 6)
        }
        // Other stores have other names for the same ids.
        let names = try (0..<2).map { _ in
            try Fixture.withPlan { fixture in
                _ = try fixture.store.accept(Fixture.header(), Fixture.events())
                return try fixture.store.votes().map(\.participant)
            }
        }
        #expect(names[0] != names[1])
    }

    @Test("a person keeps the pseudonym in later sessions, and it is erased with the last of them")
    func erased() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(session: 1), Fixture.events(session: 1))
            let name = try #require(try fixture.store.votes().first?.participant)
            _ = try fixture.store.accept(Fixture.header(session: 2), Fixture.events(session: 2))
            _ = try fixture.store.erase(sessions: [Fixture.uuid(1, series: 1)])
            #expect(try fixture.store.votes().map(\.participant) == [name, name, name, name])
            _ = try fixture.store.erase(sessions: [Fixture.uuid(2, series: 1)])
            try fixture.store.truncateLog()
            #expect(try fixture.store.identities().isEmpty)
            let bytes = try Data(contentsOf: fixture.store.file)
            #expect(bytes.range(of: Data(name.utf8)) == nil)
        }
    }

    @Test("simulated people keep their names, and no person gets the pseudonym of one of them")
    func simulated() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(
                Fixture.header(session: 1, participant: "simulated-1", source: AnswerHeader.simulatedSource),
                Fixture.events(session: 1), simulated: true)
            _ = try fixture.store.accept(
                Fixture.header(session: 2, participant: "simulated-1"), Fixture.events(session: 2))
            let rows = try fixture.store.votes()
            #expect(rows.first?.participant == "simulated-1" && rows.first?.session == Fixture.uuid(1, series: 1))
            #expect(rows.last?.participant?.hasPrefix("p-") == true && rows.last?.session?.hasPrefix("s-") == true)
        }
    }

    @Test("a session that lost its pseudonym is left out by name, never shown by its id, and the others are read")
    func missing() throws {
        try Fixture.withPlan { fixture in
            for session in 1...3 {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: "person \(session)"),
                    Fixture.events(session: session), importedFrom: "\(session).jsonl")
            }
            let whole = try fixture.store.votes()
            let second = Fixture.uuid(2, series: 1)
            try fixture.store.write {
                try $0.execute(sql: "DELETE FROM pseudonym WHERE sessionId = ?", arguments: [second])
            }
            // The same ones whatever people are called.
            #expect(try fixture.store.votes() == Array(whole[..<4] + whole[8...]))
            #expect(try fixture.store.voteTable().count == 8)
            #expect(
                try fixture.store.votes(people: .identities).map(\.participant) == Array(
                    repeating: "person 1", count: 4) + Array(repeating: "person 3", count: 4))
            let unreadable = try fixture.store.unreadableSessions()
            #expect(unreadable.map(\.session) == [second])
            #expect(unreadable[0].why.contains("lost its pseudonym") && !"\(unreadable[0])".contains("person 2"))
            // It can still be erased, by the name of its file too.
            let identity = try #require(try fixture.store.sessionIdentities().first { $0.session == second })
            #expect(identity.pseudonyms.isEmpty && !identity.isSimulated && identity.importedFrom == "2.jsonl")
            // A store of before seals that had lost it already: its id is never shown in its place either.
            try fixture.store.write { try StudyStore.sealAllSessions($0) }
            #expect(try fixture.store.unreadableSessions().map(\.session) == [second])
            #expect(try fixture.store.votes() == Array(whole[..<4] + whole[8...]))
        }
    }

    @Test("a pseudonym that another person has is not taken, and none ever changes")
    func taken() throws {
        try Fixture.withPlan { fixture in
            for session in 1...2 {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: "p\(session)"), Fixture.events(session: session))
            }
            try fixture.store.write { db in
                let name = try String.fetchOne(
                    db, sql: "SELECT person FROM pseudonym WHERE sessionId = ?", arguments: [Fixture.uuid(1, series: 1)]
                )
                let second = Fixture.uuid(2, series: 1)
                try db.execute(sql: "DELETE FROM pseudonym WHERE sessionId = ?", arguments: [second])
                let insert = "INSERT INTO pseudonym VALUES (?, 's-22222222', ?)"
                try db.execute(sql: insert, arguments: [second, name])
                #expect(db.changesCount == 0)
                try Schema.name(session: second, db)
                #expect(try Int.fetchOne(db, sql: "SELECT count(DISTINCT person) FROM pseudonym") == 2)
            }
            #expect(throws: StudyStoreError.self) {
                try fixture.store.write { try $0.execute(sql: "UPDATE pseudonym SET person = NULL") }
            }
        }
    }

    @Test("sessions of an older store get pseudonyms when it is brought up to date")
    func older() throws {
        try Fixture.withPlan { fixture in
            let file = fixture.folder.appending(path: "old.sqlite")
            do {
                let queue = try ErasureTests.oldStore(at: file, from: fixture)
                let crowd = Crowd(20, events: 2, seed: 3)
                try crowd.arrive(in: queue)
                try queue.write { db in
                    // Another session of the first person.
                    try db.execute(
                        sql: """
                            INSERT INTO session (id, planHash, seat, participant, source, language, startedAt, front)
                            VALUES (?, ?, 1, ?, 'link', 'en', '2025-01-02T03:04:05Z', 'page')
                            """,
                        arguments: [Fixture.uuid(1, series: 1), Fixture.planHash, crowd.people[0].participant])
                }
            }
            let store = try StudyStore(at: file)
            #expect(try store.identities().count == 21 + 20)
            #expect(try store.sessionIdentities().allSatisfy { $0.pseudonyms.count == 2 })
        }
    }
}

import Answers
import Foundation
import GRDB
import Study
import Testing

@testable import StudyStore

@Suite("the order in which sessions arrive")
struct ArrivalTests {
    private static let minute: TimeInterval = 60

    /// Takes a session of one person: complete, started and arrived at those minutes.
    private func take(
        _ session: Int, _ fixture: Fixture, startedAt minute: Int, arrivedAt arrival: Int, receivedAt: Int? = nil,
        participant: String? = "p", trials: Int = 4
    ) throws {
        func time(_ minutes: Int) -> Date { Fixture.time.addingTimeInterval(Double(minutes) * Self.minute) }
        let started = "2025-01-02T10:\(minute < 10 ? "0" : "")\(minute):00Z"
        let receipt = try fixture.store.accept(
            Fixture.header(session: session, participant: participant, startedAt: started),
            Fixture.events(session: session, choices: Array(repeating: .left, count: trials)),
            receivedAt: receivedAt.map(time), at: time(arrival))
        #expect(receipt.refusal == nil)
    }

    private func order(_ fixture: Fixture) throws -> [Int] {
        let ids = Dictionary(uniqueKeysWithValues: (1...9).map { (Fixture.uuid($0, series: 1), $0) })
        return try fixture.store.sessions().compactMap { ids[$0.header.session] }
    }

    @Test("the session that arrived first stands, whatever the client's clock says")
    func first() throws {
        try Fixture.withPlan { fixture in
            try take(5, fixture, startedAt: 30, arrivedAt: 1)
            // Somebody who knows the participant's id, with a clock of half an hour before.
            try take(1, fixture, startedAt: 0, arrivedAt: 2)
            #expect(try order(fixture) == [5, 1])
            #expect(try fixture.store.sessions().map(\.excluded) == [nil, .repeatedSession])
            #expect(try fixture.store.sessions()[0].receivedAt == Fixture.time.addingTimeInterval(60))
            let counted = try fixture.store.sessions().filter { $0.excluded == nil }
            #expect(counted.map(\.header.session) == [Fixture.uuid(5, series: 1)])
        }
    }

    @Test("what arrived at one time is in the order of its starts, then of its ids")
    func ties() throws {
        try Fixture.withPlan { fixture in
            try take(3, fixture, startedAt: 9, arrivedAt: 1, participant: "a")
            try take(2, fixture, startedAt: 9, arrivedAt: 1, participant: "b")
            try take(4, fixture, startedAt: 8, arrivedAt: 1, participant: "c")
            #expect(try order(fixture) == [4, 2, 3])
        }
    }

    @Test("the earliest of several arrivals stands; another one never makes a session later")
    func earliest() throws {
        try Fixture.withPlan { fixture in
            try take(1, fixture, startedAt: 1, arrivedAt: 10, participant: "a")
            try take(2, fixture, startedAt: 2, arrivedAt: 11, participant: "b")
            #expect(try order(fixture) == [1, 2])
            // Given again, and merged from a study that has had it for longer.
            try take(2, fixture, startedAt: 2, arrivedAt: 30, participant: "b")
            #expect(try order(fixture) == [1, 2])
            try take(2, fixture, startedAt: 2, arrivedAt: 31, receivedAt: 5, participant: "b")
            #expect(try order(fixture) == [2, 1])
            try take(2, fixture, startedAt: 2, arrivedAt: 32, receivedAt: 20, participant: "b")
            #expect(try fixture.store.sessions()[0].receivedAt == Fixture.time.addingTimeInterval(5 * 60))
            // No source knows what arrives later than now.
            try take(3, fixture, startedAt: 3, arrivedAt: 12, receivedAt: 99, participant: "c")
            #expect(try fixture.store.sessions()[2].receivedAt == Fixture.time.addingTimeInterval(12 * 60))
        }
    }

    @Test("an arrival that a file claims is not believed where the caller does not say so")
    func claimed() throws {
        try Fixture.withPlan { fixture in
            try take(5, fixture, startedAt: 1, arrivedAt: 1)
            var header = Fixture.header(session: 1, participant: "p")
            header.receivedAt = "2001-01-01T00:00:00.000Z"
            _ = try fixture.store.accept(
                header, Fixture.events(session: 1), at: Fixture.time.addingTimeInterval(2 * Self.minute))
            #expect(try order(fixture) == [5, 1])
        }
    }

    @Test("sessions of before arrivals were noted come first, by their starts, and stay so when they arrive again")
    func oldStores() throws {
        try Fixture.withPlan { fixture in
            try take(7, fixture, startedAt: 20, arrivedAt: 1, participant: "a")
            try take(6, fixture, startedAt: 10, arrivedAt: 2, participant: "b")
            try fixture.store.write { db in
                try db.execute(sql: "DELETE FROM arrival")
                try StudyStore.sealAllSessions(db)
            }
            try take(1, fixture, startedAt: 0, arrivedAt: 3, participant: "c")
            #expect(try order(fixture) == [6, 7, 1])
            try take(7, fixture, startedAt: 20, arrivedAt: 4, receivedAt: 0, participant: "a")
            #expect(try order(fixture) == [6, 7, 1])
            #expect(try fixture.store.sessions().map { $0.receivedAt == nil } == [true, true, false])
        }
    }

    @Test("a store of before arrivals is brought up to date and keeps its sessions")
    func migration() throws {
        try Fixture.withPlan { fixture in
            try take(1, fixture, startedAt: 0, arrivedAt: 0)
            try fixture.store.write { db in
                try db.execute(
                    sql: """
                        DROP TABLE arrival;
                        DROP TABLE seal;
                        DELETE FROM grdb_migrations WHERE identifier IN ('9 arrivals', '12 seals');
                        """)
            }
            let sessions = try fixture.reopened().sessions()
            #expect(sessions.count == 1 && sessions[0].receivedAt == nil && sessions[0].votes == 4)
        }
    }

    @Test("an arrival goes with its session, travels in its answers, and only ever becomes earlier")
    func row() throws {
        try Fixture.withPlan { fixture in
            try take(1, fixture, startedAt: 0, arrivedAt: 3)
            let file = try #require(try fixture.store.answers(ofSession: Fixture.uuid(1, series: 1)))
            #expect(file.header.receivedAt == "2023-11-14T22:16:20.000Z")
            #expect(try AnswerFile(bytes: file.bytes).header.receivedAt == file.header.receivedAt)
            for time in ["2023-11-14T22:16:20.000Z", "2030-01-01T00:00:00.000Z", "soon"] {
                #expect(throws: StudyStoreError.self) {
                    try fixture.store.write { db in
                        try db.execute(sql: "UPDATE arrival SET receivedAt = ?", arguments: [time])
                    }
                }
            }
            _ = try fixture.store.erase(sessions: [Fixture.uuid(1, series: 1)])
            let left = try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM arrival") }
            #expect(left == 0)
        }
    }
}

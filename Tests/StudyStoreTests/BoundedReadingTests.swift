import Answers
import Foundation
import GRDB
import Pairing
import Study
import Synchronization
import Testing
import Votes

@testable import StudyStore

@Suite("what is read of a store")
struct BoundedReadingTests {
    /// A statement that was run, with its values.
    private final class Trace: Sendable {
        private let statements = Mutex<[String]>([])

        /// What `body` runs on `store`.
        func of(_ store: StudyStore, _ body: () throws -> Void) throws -> [String] {
            store.queue.inDatabase { db in
                db.trace { event in self.statements.withLock { $0.append(event.expandedText) } }
            }
            try body()
            store.queue.inDatabase { $0.trace(options: []) }
            return statements.withLock { statements in
                statements.filter { $0.hasPrefix("SELECT") }
            }
        }
    }

    /// A store with votes on two plans, and a third that nobody answered; all with seats that nobody took.
    private func withThreePlans(_ body: (Fixture, [String]) throws -> Void) throws {
        try Fixture.withPlan { fixture in
            var hashes = [Fixture.planHash]
            for place in 1...2 {
                var plan = Fixture.plan(seed: UInt64(place))
                plan.seats += (3...9).map { Seat(number: $0, trials: plan.seats[0].trials) }
                let frozen = FrozenPlan(plan)
                try fixture.store.freeze(frozen)
                hashes.append(frozen.hash)
            }
            for session in 1...6 {
                var header = Fixture.header(session: session, seat: session % 2 + 1, participant: "p\(session / 2)")
                header.planHash = hashes[session % 2]
                _ = try fixture.store.accept(header, Fixture.events(session: session))
            }
            try body(fixture, hashes)
        }
    }

    @Test("votes and sessions of a plan are read without a row of another plan, or of a seat that nobody took")
    func onePlan() throws {
        try withThreePlans { fixture, hashes in
            let store = fixture.store
            let statements = try Trace().of(store) { () throws in
                #expect(try store.voteTable(ofPlan: hashes[0]).count == 12)
                #expect(try store.sessions(ofPlan: hashes[0]).count == 3)
                #expect(try store.sessions(ofPlan: hashes[0], participant: "p1").count == 1)
                #expect(try store.conflicts(ofPlan: hashes[0]).isEmpty)
                #expect(try store.headers(ofPlan: hashes[0]).count == 3)
                #expect(try store.sessionCount(ofPlan: hashes[0]) == 3)
                #expect(try store.seat(1, ofPlan: hashes[0]) != nil)
            }
            #expect(statements.count > 10)
            for statement in statements {
                #expect(!statement.contains(hashes[1]) && !statement.contains(hashes[2]), "\(statement)")
            }
            try expectNoScan(statements, store)
        }
    }

    @Test("the votes of other plans are counted plan by plan, and plans without votes cost nothing")
    func otherPlans() throws {
        try withThreePlans { fixture, hashes in
            let store = fixture.store
            let statements = try Trace().of(store) { () throws in
                #expect(try store.votesByPlan(but: hashes[0]) == [hashes[1]: 9])
                #expect(try store.votesByPlan(but: hashes[2]) == [hashes[0]: 9, hashes[1]: 9])
            }
            for statement in statements where statement.contains("trial") || statement.contains("seatText") {
                #expect(!statement.contains(hashes[2]), "\(statement)")
            }
            try expectNoScan(statements.filter { !$0.contains("SELECT DISTINCT planHash FROM session") }, store)
        }
    }

    @Test("the current plan's outline tells what the plan does, and reads none of its trials")
    func outline() throws {
        try withThreePlans { fixture, hashes in
            let statements = try Trace().of(fixture.store) {
                let outline = try fixture.store.currentOutline()
                #expect(outline?.hash == hashes[2] && outline?.seats == 9 && outline?.seed == 2)
                #expect(outline?.survey == Fixture.plan().survey && outline?.study == "paper")
            }
            #expect(!statements.isEmpty && statements.allSatisfy { !$0.contains("trial") && !$0.contains("seatText") })
            try expectNoScan(statements, fixture.store)
        }
    }

    @Test("all sessions of all plans are in one order, and each is judged among those of its plan")
    func allPlans() throws {
        try withThreePlans { fixture, hashes in
            let all = try fixture.store.sessions()
            #expect(all.map(\.header.session) == (1...6).map { Fixture.uuid($0, series: 1) })
            let single = try hashes.flatMap { try fixture.store.sessions(ofPlan: $0) }
            #expect(Set(all) == Set(single))
            #expect(try fixture.store.votes().count == 24)
        }
    }

    /// That no statement goes through all rows of a table that grows with plans, seats, images, sessions or events.
    private func expectNoScan(_ statements: [String], _ store: StudyStore) throws {
        try store.read { db in
            for statement in statements {
                let steps = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(statement)")
                    .map { try $0.decode(String.self, forColumn: "detail") }
                for table in ["trial", "seat", "seatText", "planHead", "event", "session", "arrival", "entry", "blob"] {
                    #expect(!steps.contains { $0.hasPrefix("SCAN \(table)") }, "\(statement): \(steps)")
                }
            }
        }
    }
}

extension Database.TraceEvent {
    /// The statement with its values.
    fileprivate var expandedText: String {
        switch self {
        case .statement(let statement): statement.expandedSQL
        case .profile(let statement, _): statement.expandedSQL
        }
    }
}

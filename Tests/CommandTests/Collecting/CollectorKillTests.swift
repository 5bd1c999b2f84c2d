import Foundation
import GRDB
import Synchronization
import TestKit
import Testing

/// People who answer a collector that is killed at any instant and comes back.
@Suite("A collector that is killed", .endsHangs)
struct CollectorKillTests {
    /// What the people were told is stored, by session.
    private final class Acknowledged: Sendable {
        private let all = Mutex<[String: Set<String>]>([:])
        private let isOver = Atomic(false)

        func add(_ ids: [String], of session: String) {
            all.withLock { $0[session, default: []].formUnion(ids) }
        }

        var events: [String: Set<String>] { all.withLock { $0 } }
        var mayStop: Bool { isOver.load(ordering: .relaxed) }
        func stop() { isOver.store(true, ordering: .relaxed) }
    }

    /// One person after the other, each of whose answers is sent until it was acknowledged.
    private func people(port: Int, plan: String, _ known: Acknowledged) async {
        while !known.mayStop {
            guard let begun = await begin(port: port, plan: plan) else {
                try? await isBack(port: port, known)
                continue
            }
            var file = AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))
            (file.session, file.seat, file.participant) = (begun.session, begun.seat, begun.session)
            let lines = file.lines
            for line in lines.dropFirst() {
                var isThere = false
                while !isThere, !known.mayStop {
                    let reply = try? await HTTPExchange.request(
                        "POST", "/v1/answers", port: port, headers: ["Authorization": "Bearer \(begun.secret)"],
                        body: Data("\(lines[0])\n\(line)\n".utf8))
                    guard reply?.status == 200, let body = reply?.body,
                        let taken = try? JSONDecoder().decode(ServedStudy.Taken.self, from: body)
                    else {
                        try? await isBack(port: port, known)
                        continue
                    }
                    known.add(taken.accepted, of: begun.session)
                    isThere = true
                }
            }
        }
    }

    /// Waits until a collector listens again, or no more is asked for.
    private func isBack(port: Int, _ known: Acknowledged) async throws {
        try await eventually("a collector listens again") {
            guard let connection = try? LocalSocket.connection(to: port) else { return known.mayStop }
            close(connection)
            return true
        }
    }

    private func begin(port: Int, plan: String) async -> ServedStudy.Begun? {
        let reply = try? await HTTPExchange.request(
            "POST", "/v1/sessions", port: port, body: Data(#"{"plan":"\#(plan)"}"#.utf8))
        guard let reply, reply.status == 201 else { return nil }
        return try? JSONDecoder().decode(ServedStudy.Begun.self, from: reply.body)
    }

    @Test("loses nothing that it acknowledged, and counts nothing twice")
    func kills() async throws {
        let kills = Torture.kills.map { $0 * 5 } ?? 5
        var draw = Draw()
        try await withTinyStudy { dotchi in
            try TinyStudy.write(TinyStudy.yaml.replacing("trials: 3,", with: ServedStudy.survey), to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "4").trimmingCharacters(in: .newlines)
            let known = Acknowledged()
            var served = try await ServedStudy(dotchi, "--sessions-per-minute", "1000000")
            let port = served.port
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { await people(port: port, plan: plan, known) } }
                for kill in 1...kills {
                    // Something is acknowledged between two kills, however slow the machine is.
                    let before = known.events.values.reduce(0) { $0 + $1.count }
                    try await eventually("answers are taken before kill \(kill), \(draw.again)") {
                        known.events.values.reduce(0) { $0 + $1.count } > before
                    }
                    try await Task.sleep(for: .milliseconds(Int.random(in: 0...300, using: &draw)))
                    try await served.kill9()
                    served = try await ServedStudy(dotchi, port: port, "--sessions-per-minute", "1000000")
                }
                known.stop()
                try await group.waitForAll()
            }
            #expect(try await served.end() == 0)
            let store = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
            let (events, whole) = try await store.read { db in
                (
                    Set(try String.fetchAll(db, sql: "SELECT id FROM event")),
                    try String.fetchAll(db, sql: "PRAGMA integrity_check")
                )
            }
            let acknowledged = known.events.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            #expect(acknowledged.count > kills && whole == ["ok"], "\(draw.again)")
            #expect(acknowledged.subtracting(events).isEmpty, "acknowledged and missing; \(draw.again)")
            let votes = try await Table(dotchi.well("votes", "export")).rows
            #expect(Set(votes.map { ($0["session"] ?? "") + " " + ($0["trial"] ?? "") }).count == votes.count)
            #expect(Set(votes.map { $0["vote"] }).count == votes.count)
        }
    }
}

import Answers
import Foundation
import GRDB
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("answers")
struct AnswerTests {
    private func count(_ table: String, _ store: StudyStore) throws -> Int? {
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    @Test("answers taken once are there, and taken again change nothing")
    func twice() throws {
        try Fixture.withPlan { fixture in
            let events = Fixture.events()
            let first = try fixture.store.accept(
                Fixture.header(), events, importedFrom: "file.jsonl", at: Fixture.time)
            #expect(first == AnswerReceipt(accepted: events.map(\.id), added: 10))
            let again = try fixture.store.accept(Fixture.header(), events)
            #expect(again == AnswerReceipt(accepted: events.map(\.id), added: 0))
            let stored = try #require(try fixture.store.answers(ofSession: Fixture.uuid(1, series: 1)))
            var header = Fixture.header()
            header.receivedAt = "2023-11-14T22:13:20.000Z"
            #expect(stored == AnswerFile(header: header, events: events))
            #expect(try fixture.store.sessions().map(\.importedFrom) == ["file.jsonl"])
            #expect(try fixture.store.answers(ofSession: Fixture.uuid(2, series: 1)) == nil)
        }
    }

    @Test("a file cut anywhere, in any order, any number of times, gives the same votes in the end")
    func anyWay() throws {
        let all = Fixture.events()
        let whole = try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), all)
            return try fixture.store.votes(people: .identities)
        }
        #expect(whole.count == 4)
        for cut in 0...all.count {
            try Fixture.withPlan { fixture in
                let first = try fixture.store.accept(Fixture.header(), Array(all[..<cut]))
                let second = try fixture.store.accept(Fixture.header(), all.reversed())
                let third = try fixture.store.accept(Fixture.header(), Array(all[cut...]))
                #expect(first.added == cut && second.added == all.count - cut && third.added == 0)
                #expect(first.refused.isEmpty && second.refused.isEmpty && third.refused.isEmpty)
                #expect(try fixture.store.votes(people: .identities) == whole)
                #expect(try count("event", fixture.store) == all.count)
            }
        }
    }

    @Test("an id that comes twice in one file counts once")
    func twiceInOne() throws {
        try Fixture.withPlan { fixture in
            let events = Fixture.events()
            var upper = events[2]
            upper.id = upper.id.uppercased()
            let receipt = try fixture.store.accept(Fixture.header(), events + [upper])
            #expect(receipt.added == 10 && receipt.accepted.count == 11 && receipt.refused == [])
            #expect(try fixture.store.votes().count == 4)
        }
    }

    @Test("an id used again for another event is refused with the reason, and the first one stands")
    func conflict() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            var changed = Fixture.events()[2]
            changed.choice = .right
            let fresh = AnswerEvent(id: Fixture.uuid(77), milliseconds: 1, kind: .blur)
            let receipt = try fixture.store.accept(Fixture.header(), [changed, fresh], lines: [4, 5])
            #expect(receipt.accepted == [fresh.id] && receipt.added == 1)
            #expect(
                receipt.refused == [
                    RefusedEvent(
                        id: changed.id, line: 4, why: "its id belongs to another event, which was there first")
                ])
            #expect(try fixture.store.votes()[0].choice == .left)
            // The same id in another session is another event too.
            let other = try fixture.store.accept(Fixture.header(session: 2, seat: 2), [Fixture.events()[2]])
            #expect(other.refused.count == 1 && other.added == 0)
        }
    }

    /// A change to a sound header, and why it is then refused.
    struct WrongHeader: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout AnswerHeader) -> Void

        init(_ says: String, _ change: @escaping @Sendable (inout AnswerHeader) -> Void) {
            testDescription = says
            self.change = change
        }
    }

    @Test(
        "answers that do not belong here are refused whole, with the reason",
        arguments: [
            WrongHeader("are of the study \"other\", this one is \"paper\"") { $0.study = "other" },
            WrongHeader("are of the study \"other\", this one is \"paper\"") {
                $0.study = "other"
                $0.planHash = Fixture.hash("x")
            },
            WrongHeader("are to a plan that this study does not have") { $0.planHash = Fixture.hash("x") },
            WrongHeader("the plan has no seat 3") { $0.seat = 3 },
            WrongHeader("the plan has no seat 0") { $0.seat = 0 },
            WrongHeader("are in format \"dotchi-answers-9\"") { $0.format = "dotchi-answers-9" },
            WrongHeader("the session's id is no UUID") { $0.session = "me" },
            WrongHeader("\"now\" is no time as ISO 8601 writes it") { $0.startedAt = "now" },
            WrongHeader("\"2025-13-41T00:00:00Z\" is no time") { $0.startedAt = "2025-13-41T00:00:00Z" },
            WrongHeader("\"language\" is \"\", expected a tag") { $0.language = "" },
        ])
    func wrongHeader(wrong: WrongHeader) throws {
        try Fixture.withPlan { fixture in
            var header = Fixture.header()
            wrong.change(&header)
            let receipt = try fixture.store.accept(header, Fixture.events())
            #expect(receipt.refusal?.contains(wrong.testDescription) == true, "\(receipt.refusal ?? "taken")")
            #expect(receipt.accepted == [] && receipt.added == 0)
            #expect(try count("session", fixture.store) == 0)
            // The next one is taken.
            #expect(try fixture.store.accept(Fixture.header(), Fixture.events()).added == 10)
        }
    }

    @Test("before there is a plan, answers are refused with that reason")
    func noPlan() throws {
        try Fixture.withStore { fixture in
            let receipt = try fixture.store.accept(Fixture.header(), [])
            #expect(receipt.refusal == "this study has no plan yet")
        }
    }

    @Test("a session cannot change its person, seat or source; the rest of its header may differ")
    func changedSession() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            let changed = [
                Fixture.header(seat: 2), Fixture.header(participant: "p2"), Fixture.header(participant: nil),
                Fixture.header(source: "simulated"),
            ]
            for header in changed {
                let refusal = try fixture.store.accept(header, [], simulated: header.isSimulated).refusal
                #expect(refusal?.contains("recorded with another plan, seat, participant or source") == true)
                #expect(refusal?.contains("p2") == false)
            }
            var turned = Fixture.header()
            turned.screen = "1080x1920@1"
            #expect(try fixture.store.accept(turned, Fixture.events()).refusal == nil)
        }
    }

    @Test("events that cannot have happened are refused one by one, and the rest is taken")
    func wrongEvents() throws {
        try Fixture.withPlan { fixture in
            func event(
                _ number: Int, _ kind: AnswerEvent.Kind = .vote, at milliseconds: Int = 5, trial: Int? = 1,
                choice: Choice? = .left, response: Int? = 1, pixels: Int? = 1
            ) -> AnswerEvent {
                AnswerEvent(
                    id: Fixture.uuid(number), milliseconds: milliseconds, kind: kind, trial: trial, choice: choice,
                    responseMilliseconds: response, shownPixels: pixels)
            }
            var nameless = event(1)
            nameless.id = "first"
            let wrong: [(AnswerEvent, String)] = [
                (nameless, "its id is no UUID"),
                (event(2, trial: 5), "seat 1 has no trial 5"),
                (event(3, trial: 0), "\"trial\" is 0, expected 1 to 1000000000"),
                (event(4, .shown, trial: -1), "\"trial\" is -1, expected 1 to 1000000000"),
                (event(5, trial: nil), "a vote without its trial"),
                (event(6, choice: nil), "a vote without a choice"),
                (event(7, choice: .tie), "a tie, which this survey does not offer"),
                (event(8, at: -1), "\"t_ms\" is -1, expected 0 to 9999999999999"),
                (event(9, response: -1), "\"response_ms\" is -1, expected 0 to 1000000000000"),
                (event(10, pixels: -1), "\"shown_px\" is -1, expected 0 to 1000000"),
            ]
            let mixed = wrong.map(\.0) + Fixture.events()
            let receipt = try fixture.store.accept(
                Fixture.header(), mixed, lines: Array(2..<(mixed.count + 2)))
            #expect(receipt.accepted == Fixture.events().map(\.id) && receipt.added == 10)
            #expect(receipt.refused.map(\.id) == wrong.map(\.0.id))
            #expect(receipt.refused.map(\.line) == (2..<12).map { $0 })
            for (refused, why) in zip(receipt.refused, wrong.map(\.1)) { #expect(refused.why.hasPrefix(why)) }
            #expect(try fixture.store.votes().count == 4)
        }
        try Fixture.withPlan(ties: true) { fixture in
            let ties = Fixture.events(choices: [.tie, .tie, .left, .tie])
            let receipt = try fixture.store.accept(Fixture.header(plan: Fixture.tiedHash), ties)
            #expect(receipt.refused.isEmpty && receipt.added == 10)
        }
    }

    @Test("a fault of the store in the middle keeps nothing of the transaction")
    func faultInTheMiddle() throws {
        try Fixture.withPlan { fixture in
            let store = try fixture.reopened(patience: 0.1)
            try fixture.whileLocked {
                #expect(throws: StudyStoreError.locked(path: store.file.path)) {
                    try store.accept(Fixture.header(), Fixture.events())
                }
            }
            #expect(try count("session", store) == 0)
            #expect(try store.accept(Fixture.header(), Fixture.events()).added == 10)
        }
    }

    @Test("several processes that import the same and other files at once lose nothing and count nothing twice")
    func atOnce() async throws {
        let people = 12
        let (folder, file) = try Fixture.withPlan { fixture in
            // The file outlives the fixture, so that tasks can open it.
            try fixture.store.truncateLog()
            let folder = FileManager.default.temporaryDirectory.appending(path: "dotchi-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "study.sqlite")
            try FileManager.default.copyItem(at: fixture.store.file, to: file)
            return (folder, file)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let added = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    let store = try StudyStore(at: file)
                    return try (0..<people).map { step in
                        let session = (step + worker * 3) % people + 1
                        let header = Fixture.header(
                            session: session, seat: session % 2 + 1, participant: "p\(session)")
                        return try Fixture.events(session: session).map {
                            try store.accept(header, [$0]).added
                        }.reduce(0, +)
                    }.reduce(0, +)
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(added == people * 10)
        let store = try StudyStore(at: file, readOnly: true)
        #expect(try store.votes().count == people * 4)
        #expect(try store.sessions().allSatisfy { $0.isComplete && $0.excluded == nil })
    }
}

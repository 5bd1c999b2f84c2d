import Answers
import Foundation
import Pairing
import Study
import StudyStore
import Votes

/// How long reading a store takes, and how long a vote waits while a plan is frozen.
struct StoreReading {
    private let store: StudyStore
    private let file: URL

    /// The store of the study in `folder`.
    init(_ folder: URL) throws {
        file = folder.appending(path: "study.sqlite")
        store = try StudyStore(at: file)
    }

    /// Prints the figures.
    func measure(_ size: LargeStudy) throws {
        guard let plan = try timed("current outline", { try store.currentOutline() }) else { return }
        try timed("sessions of the plan") { try store.sessions(ofPlan: plan.hash).count }
        try timed("votes of the plan") { try store.voteTable(ofPlan: plan.hash).count }
        try timed("votes of other plans") { try store.votesByPlan(but: plan.hash) }
        try timed("contradictions") { try store.conflicts(ofPlan: plan.hash).count }
        print("most memory: \(mostMemory / 1024) MB")

        let asked = size.plan(seed: 99, seats: size.otherSeats)
        let other = timed("hashing \(size.otherSeats) seats") { FrozenPlan(asked) }
        let voter = Voter(store: try StudyStore(at: file), header: size.header(1, of: plan.hash))
        voter.start()
        try timed("freezing \(size.otherSeats) seats beside a voter") {
            try store.freeze(other)
        }
        let waits = voter.stop().sorted()
        let (middle, most) = (waits[waits.count / 2], waits.last ?? 0)
        print("\(waits.count) votes meanwhile: half within \(middle) ms, all within \(most) ms")
        try timed("all seats of that plan") { _ = try store.plan(other.hash) }
        let reader = try StudyStore(at: file, readOnly: true)
        try timed("one seat of it, after the hashes of all were compared once") {
            _ = try reader.seat(size.otherSeats, ofPlan: other.hash)
        }
        try timed("another seat of it") { _ = try reader.seat(1, ofPlan: other.hash) }
    }

    @discardableResult
    private func timed<Value>(_ what: String, _ body: () throws -> Value) rethrows -> Value {
        let clock = ContinuousClock()
        let start = clock.now
        let value = try body()
        print("\(what): \(clock.now - start)")
        return value
    }

    /// The most main memory that the process held so far, in kB.
    private var mostMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return status.firstMatch(of: /VmHWM:\s*([0-9]+)/).flatMap { Int($0.1) } ?? 0
    }
}

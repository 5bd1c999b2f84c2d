import Answers
import Foundation
import Study
import StudyStore

/// How many people of each quota take part: who finished, and who is under way.
struct QuotaBook: Sendable {
    private let quotas: [Quota]
    /// For how many seconds a place is held for somebody of whom nothing is heard.
    private let hold: TimeInterval
    /// By session the quotas that it counts for, and when it was heard of last; nil for one that finished.
    private var placed: [String: (quotas: [Int], seen: Date?)] = [:]

    /// The quotas of a survey, with the people who are there.
    init(_ quotas: [Quota], _ sessions: [SessionRecord], hold: TimeInterval) {
        self.quotas = quotas
        self.hold = hold
        guard !quotas.isEmpty else { return }
        for record in sessions {
            let seen = (record.receivedAt ?? .distantPast) + Double(record.lastMilliseconds ?? 0) / 1000
            placed[record.header.session] = (matches(record.answers), record.isComplete ? nil : seen)
        }
    }

    /// Whether anything is asked of it.
    var isEmpty: Bool { quotas.isEmpty }

    /// Gives the person of a session a place in each quota that their answers fall into; false where one of these is full.
    /// Who has a place keeps it.
    mutating func place(session: String, _ answers: [String: AnswerValue], at time: Date) -> Bool {
        let own = matches(answers)
        for quota in own where count(quota, but: session, at: time) >= quotas[quota].people { return false }
        placed[session] = (own, time)
        return true
    }

    /// Something was heard of a session.
    mutating func see(session: String, at time: Date) {
        if placed[session]?.seen != nil { placed[session]?.seen = time }
    }

    /// A session ended; its place is free where it did not finish.
    mutating func leave(session: String, finished isFinished: Bool) {
        if isFinished { placed[session]?.seen = nil } else { placed[session] = nil }
    }

    private func matches(_ answers: [String: AnswerValue]) -> [Int] {
        quotas.indices.filter { quotas[$0].answers.admits(answers[quotas[$0].question]) }
    }

    private func count(_ quota: Int, but session: String, at time: Date) -> Int {
        placed.count { id, place in
            id != session && place.quotas.contains(quota)
                && place.seen.map { time.timeIntervalSince($0) < hold } != false
        }
    }
}

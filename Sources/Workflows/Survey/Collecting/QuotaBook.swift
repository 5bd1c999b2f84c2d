import Answers
import Foundation
import Study
import StudyStore

/// How many people of each quota take part: who finished, and who is under way.
struct QuotaBook: Sendable {
    private let quotas: [Quota]
    /// How many finished, of each quota.
    private var finished: [Int]
    /// By session the quotas of who is under way, by their places, and when it was heard of last.
    private var underWay: [String: (quotas: [Int], seen: Date)] = [:]
    /// For how many seconds a place is held for somebody of whom nothing is heard.
    private let hold: TimeInterval

    /// The quotas of a survey, with the people who are there.
    init(_ quotas: [Quota], _ sessions: [SessionRecord], hold: TimeInterval) {
        self.quotas = quotas
        self.hold = hold
        finished = quotas.map { _ in 0 }
        for record in sessions {
            let seen = (record.receivedAt ?? .distantPast) + Double(record.lastMilliseconds ?? 0) / 1000
            underWay[record.header.session] = (matches(record.answers), seen)
            if record.isComplete { leave(session: record.header.session, finished: true) }
        }
    }

    /// Whether anything is asked of it.
    var isEmpty: Bool { quotas.isEmpty }

    /// Gives the person of a session a place in each quota that their answers fall into; false where one of these is full.
    mutating func place(session: String, _ answers: [String: AnswerValue], at time: Date) -> Bool {
        let own = matches(answers)
        var counts = finished
        for (id, place) in underWay where id != session && time.timeIntervalSince(place.seen) < hold {
            for quota in place.quotas { counts[quota] += 1 }
        }
        guard own.allSatisfy({ counts[$0] < quotas[$0].people }) else { return false }
        underWay[session] = (own, time)
        return true
    }

    /// Something was heard of a session.
    mutating func see(session: String, at time: Date) {
        if underWay[session] != nil { underWay[session]?.seen = time }
    }

    /// A session ended; its place is free where it did not finish.
    mutating func leave(session: String, finished isFinished: Bool) {
        guard let place = underWay.removeValue(forKey: session), isFinished else { return }
        for quota in place.quotas { finished[quota] += 1 }
    }

    private func matches(_ answers: [String: AnswerValue]) -> [Int] {
        quotas.indices.filter { quotas[$0].answers.admits(answers[quotas[$0].question]) }
    }
}

import Foundation
import Study
import StudyStore

/// Which seats of a plan people finished, and which they are at.
struct SeatBook: Sendable {
    /// The seats that are given, by their numbers.
    private let seats: [Int]
    private var finished: [Int: Int] = [:]
    /// By ticket the seat of who is under way, and when they were heard of last.
    private var underWay: [String: (seat: Int, seen: Date)] = [:]
    /// For how long a seat is held for somebody of whom nothing is heard, in seconds.
    private let hold: TimeInterval

    /// The seats of `share`, with the tickets that were given.
    init(seats count: Int, share: SeatShare, tickets: [Ticket], hold: TimeInterval) {
        seats = (1...max(1, count)).filter(share.has)
        self.hold = hold
        for ticket in tickets {
            switch ticket.outcome {
            case .finished: finished[ticket.seat, default: 0] += 1
            case nil: underWay[ticket.hash] = (ticket.seat, ticket.issuedAt)
            default: break
            }
        }
    }

    /// The seat that the fewest finished and are at; of several the first. Nil where none is given.
    func next(at time: Date) -> Int? {
        var counts = finished
        for (seat, seen) in underWay.values where time.timeIntervalSince(seen) < hold { counts[seat, default: 0] += 1 }
        return seats.min { (counts[$0, default: 0], $0) < (counts[$1, default: 0], $1) }
    }

    /// Somebody was heard of.
    mutating func see(_ ticket: Ticket, at time: Date) {
        if ticket.outcome == nil { underWay[ticket.hash] = (ticket.seat, time) }
    }

    /// Somebody left.
    mutating func leave(_ ticket: Ticket, finished isFinished: Bool) {
        guard underWay.removeValue(forKey: ticket.hash) != nil || isFinished else { return }
        if isFinished { finished[ticket.seat, default: 0] += 1 }
    }

    /// How many people finished and are under way.
    func people(at time: Date) -> (finished: Int, underWay: Int) {
        (
            finished.values.reduce(0, +),
            underWay.values.count { time.timeIntervalSince($0.seen) < hold }
        )
    }
}

import Reports
import Votes

/// How votes were shown and how long they took, for the methods paragraph of a report.
struct ShownVotes {
    /// How images were drawn, with the sessions of each; none where votes do not name their sessions.
    let renders: [MethodsFacts.Tally]
    /// The least and the most pixels of a side that an image took; nil where votes do not say.
    let pixels: ClosedRange<Int>?

    /// How images stood, with the sessions of each.
    let layouts: [MethodsFacts.Tally]
    /// The greys around them, with the sessions of each.
    let surrounds: [MethodsFacts.Tally]

    /// The votes of a table.
    init(_ votes: VoteTable) {
        var sessions: [Int32: Set<Int32>] = [:]
        for (render, session) in zip(votes.render, votes.session) where render >= 0 && session >= 0 {
            sessions[render, default: []].insert(session)
        }
        renders = sessions.map { MethodsFacts.Tally(votes.renders.names[Int($0)], $1.count) }
        layouts = Self.tallies(.layout, votes)
        surrounds = Self.tallies(.surround, votes)
        let pixels = votes.shownPixels.lazy.filter { $0 >= 0 }
        self.pixels = pixels.min().flatMap { least in pixels.max().map { least...$0 } }
    }

    /// The texts of a column, with the sessions that have each.
    private static func tallies(_ column: VoteColumn, _ votes: VoteTable) -> [MethodsFacts.Tally] {
        var sessions: [String: Set<Int32>] = [:]
        for (row, session) in votes.session.enumerated() where session >= 0 {
            if let text = votes.seen[column, row] { sessions[text, default: []].insert(session) }
        }
        return sessions.map { MethodsFacts.Tally($0, $1.count) }
    }
}

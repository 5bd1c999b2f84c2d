import Answers
package import Votes
import Foundation
import GRDB
import Study

extension StudyStore {
    /// The votes that count of a plan, or of all plans, as rows of a table: by arrival of the session, then by trial.
    ///
    /// Of several votes on one trial only the last is here, and none that was taken back. Votes of a session that is
    /// left out are here too, with the rule in `excluded`.
    ///
    /// - Parameter names: what people and sessions are called.
    package func votes(ofPlan plan: String? = nil, people names: PeopleNames = .pseudonyms) throws -> [VoteRow] {
        try rows(ofPlan: plan, names) { Array($0) }
    }

    /// The same votes as a table by column, without a list of rows in between.
    package func voteTable(ofPlan plan: String? = nil, people names: PeopleNames = .pseudonyms) throws -> VoteTable {
        try readVotes(ofPlan: plan, people: names).votes
    }

    /// The same table, with the sessions that were left out of it because they cannot be read, all from one reading.
    package func readVotes(
        ofPlan plan: String? = nil, people names: PeopleNames = .pseudonyms
    ) throws -> (votes: VoteTable, unreadable: [UnreadableSession]) {
        var unreadable: [UnreadableSession] = []
        let votes = try rows(ofPlan: plan, names, { unreadable = $0 }) { VoteTable(rows: $0) }
        return (votes, unreadable)
    }

    /// What `body` makes of the votes, one row at a time.
    private func rows<Value>(
        ofPlan plan: String?, _ names: PeopleNames, _ leftOut: ([UnreadableSession]) -> Void = { _ in },
        _ body: (AnySequence<VoteRow>) throws -> Value
    ) throws -> Value {
        try read { db in
            let names = try Names(names, db)
            let examined = try Self.examined(ofPlan: plan, db)
            leftOut(examined.unreadable)
            let trials = examined.asked
            let sessions = try examined.sessions.map {
                (session: $0, start: try Stored.time($0.startedAt), name: try names.of($0.record.header))
            }
            let rows = sessions.lazy.flatMap { session, start, name in
                let header = session.record.header
                let seat = trials.seats[.init(plan: header.planHash, seat: header.seat)] ?? [:]
                return session.state.votes.sorted { $0.key < $1.key }.compactMap { number, vote -> VoteRow? in
                    guard let asked = seat[number], let choice = vote.choice else {
                        return nil
                    }
                    let shown = session.state.shown[number]
                    return VoteRow(
                        participant: name.participant, left: asked.left.pool.method, right: asked.right.pool.method,
                        choice: choice, condition: asked.condition, item: asked.item, leftImage: asked.left.name,
                        rightImage: asked.right.name, responseMilliseconds: vote.responseMilliseconds, vote: vote.id,
                        seat: header.seat, session: name.session, asked: session.asked, trial: number,
                        kind: asked.kind, repeatOf: asked.repeatOf, correct: asked.correct,
                        shownAt: shown.flatMap { Stored.time(start, after: $0) },
                        front: header.front, render: vote.render, shownPixels: vote.shownPixels,
                        simulated: header.isSimulated, excluded: session.record.excluded?.rawValue,
                        plan: String(header.planHash.prefix(12)))
                }
            }
            return try body(AnySequence(rows))
        }
    }
}

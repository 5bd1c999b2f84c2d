package import Answers
import Foundation
import GRDB
import Study

extension StudyStore {
    /// The votes that count of a plan, or of all plans, as rows of a table: by start of the session, then by trial.
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
        try rows(ofPlan: plan, names) { VoteTable(rows: $0) }
    }

    /// What `body` makes of the votes, one row at a time.
    private func rows<Value>(
        ofPlan plan: String?, _ names: PeopleNames, _ body: (AnySequence<VoteRow>) throws -> Value
    ) throws -> Value {
        try read { db in
            let trials = try Self.askedTrials(ofPlan: plan, db)
            let names = try Names(names, db)
            let sessions = try Self.sessions(ofPlan: plan, db).map {
                (session: $0, start: try Stored.time($0.startedAt), name: try names.of($0.record.header))
            }
            let rows = sessions.lazy.flatMap { session, start, name in
                let header = session.record.header
                return session.counted.votes.sorted { $0.key < $1.key }.compactMap { number, vote -> VoteRow? in
                    guard let asked = trials[header.planHash]?[header.seat]?[number], let choice = vote.choice else {
                        return nil
                    }
                    let shown = session.counted.shown[number]
                    return VoteRow(
                        participant: name.participant, left: asked.left.pool.method, right: asked.right.pool.method,
                        choice: choice, condition: asked.condition, item: asked.item, leftImage: asked.left.name,
                        rightImage: asked.right.name, responseMilliseconds: vote.responseMilliseconds, vote: vote.id,
                        seat: header.seat, session: name.session, asked: session.asked, trial: number,
                        kind: asked.kind, repeatOf: asked.repeatOf, correct: asked.correct,
                        shownAt: shown.flatMap { Stored.time(start, after: $0) },
                        front: header.front, render: vote.render, shownPixels: vote.shownPixels,
                        simulated: header.isSimulated, excluded: session.record.excluded?.rawValue)
                }
            }
            return try body(AnySequence(rows))
        }
    }

    /// What a trial showed.
    private struct AskedTrial {
        let kind: Trial.Kind
        let condition: String
        let left: PoolEntry
        let right: PoolEntry
        let repeatOf: Int?
        /// What both images show, where imported files of one name say that it is the same.
        let item: String?
        /// The right answer of a catch trial.
        let correct: Choice?

        init(_ row: Row) throws {
            let trial = Trial(
                number: row["number"], kind: try Stored.word(row["kind"]), condition: row["condition"],
                left: Self.entry(row, side: "left"), right: Self.entry(row, side: "right"), repeatOf: row["repeatOf"])
            (kind, condition, left, right) = (trial.kind, trial.condition, trial.left, trial.right)
            repeatOf = trial.repeatOf
            correct = trial.correct
            let stem: String? = row["leftStem"]
            item = stem == row["rightStem"] ? stem : nil
        }

        private static func entry(_ row: Row, side: String) -> PoolEntry {
            PoolEntry(
                pool: PoolKey(method: row["\(side)Method"], condition: row["\(side)Condition"]),
                generation: row["\(side)Number"], index: row["\(side)Index"])
        }
    }

    /// The trials by plan, seat and number.
    private static func askedTrials(
        ofPlan plan: String?, _ db: Database
    ) throws -> [String: [Int: [Int: AskedTrial]]] {
        let sides = ["left", "right"]
        let columns = sides.map {
            """
            \($0)Pool.method AS \($0)Method, \($0)Pool.condition AS \($0)Condition,
            \($0)Generation.number AS \($0)Number, \($0)Entry.stem AS \($0)Stem
            """
        }
        let joins = sides.map {
            """
            JOIN generation AS \($0)Generation ON \($0)Generation.id = \($0)GenerationId
            JOIN pool AS \($0)Pool ON \($0)Pool.id = \($0)Generation.poolId
            JOIN entry AS \($0)Entry ON \($0)Entry.generationId = \($0)GenerationId AND \($0)Entry."index" = \($0)Index
            """
        }
        var trials: [String: [Int: [Int: AskedTrial]]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT trial.*, \(columns.joined(separator: ", ")) FROM trial \(joins.joined(separator: "\n"))
                WHERE planHash = ? OR ? IS NULL
                """, arguments: [plan, plan])
        while let row = try rows.next() {
            trials[row["planHash"], default: [:]][row["seat"], default: [:]][row["number"]] = try AskedTrial(row)
        }
        return trials
    }
}

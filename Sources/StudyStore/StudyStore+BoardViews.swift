package import Foundation
import GRDB
package import Study

/// A look at a study under way.
package struct BoardView: Sendable, Hashable {
    /// When.
    package let openedAt: Date
    /// How much of the votes it showed.
    package let shows: BoardScope
    /// How many votes people had given.
    package let votes: Int
}

extension StudyStore {
    /// Keeps that the board of a plan was opened.
    ///
    /// - Throws: ``StudyStoreError``; also where the store can only be read.
    package func noteBoardView(ofPlan plan: String, shows scope: BoardScope, at time: Date = .now) throws {
        try write { db in
            try db.execute(
                sql: "INSERT INTO boardView (planHash, openedAt, shows, votes) VALUES (?, ?, ?, ?)",
                arguments: [plan, Stored.time(time), scope.rawValue, try Self.peoplesVotes(onPlan: plan, db)])
        }
    }

    /// The times the board of a plan was opened, in their order.
    package func boardViews(ofPlan plan: String) throws -> [BoardView] {
        try read { db in
            // A store of an older dotchi that is only read.
            guard try db.tableExists("boardView") else { return [] }
            return try Row.fetchAll(
                db, sql: "SELECT * FROM boardView WHERE planHash = ? ORDER BY id", arguments: [plan]
            ).map { row in
                BoardView(
                    openedAt: try Stored.time(row["openedAt"]),
                    // What a newer dotchi wrote may have shown everything.
                    shows: BoardScope(rawValue: row["shows"]) ?? .rates, votes: row["votes"])
            }
        }
    }
}

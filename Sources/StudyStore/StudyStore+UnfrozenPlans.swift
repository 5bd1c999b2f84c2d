import Foundation
import GRDB

extension StudyStore {
    /// The hashes of plans that were never frozen: a killed command left them, or one that is at work has them.
    package func unfrozenPlans() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT hash FROM plan WHERE frozenAt IS NULL ORDER BY hash") }
    }

    /// Removes plans that were never frozen, some seats in a transaction, so that nobody waits long for the file.
    ///
    /// - Returns: how many there were.
    /// - Throws: ``StudyStoreError``.
    @discardableResult
    package func removeUnfrozenPlans() throws -> Int {
        let plans = try unfrozenPlans()
        for hash in plans {
            while try removeSeats(of: hash) > 0 {}
            try write { db in
                try db.execute(sql: "DELETE FROM planGeneration WHERE planHash = ?", arguments: [hash])
                try db.execute(sql: "DELETE FROM plan WHERE hash = ? AND frozenAt IS NULL", arguments: [hash])
            }
        }
        return plans.count
    }

    private func removeSeats(of hash: String) throws -> Int {
        try write { db in
            let seats = try Int.fetchAll(
                db, sql: "SELECT number FROM seat WHERE planHash = ? ORDER BY number LIMIT 200", arguments: [hash])
            for seat in seats {
                try db.execute(sql: "DELETE FROM trial WHERE planHash = ? AND seat = ?", arguments: [hash, seat])
                try db.execute(sql: "DELETE FROM seat WHERE planHash = ? AND number = ?", arguments: [hash, seat])
            }
            return seats.count
        }
    }
}

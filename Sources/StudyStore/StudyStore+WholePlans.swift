import Crypto
import GRDB
import Study

/// Plans of before there were heads: their trials are rows, and their hash is that of the whole.
extension StudyStore {
    /// The SQL that holds where the plan whose hash is `column` has texts: its trials stand in them, and rows of trials
    /// beside them, which another program put there, are nobody's.
    static func hasTexts(_ column: String) -> String {
        """
        (EXISTS (SELECT 1 FROM planHead WHERE planHead.planHash = \(column))
            OR EXISTS (SELECT 1 FROM seatText WHERE seatText.planHash = \(column)))
        """
    }

    /// Whether a plan has texts.
    static func hasTexts(plan hash: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT \(hasTexts("?1"))"), arguments: [hash]) == true
    }

    /// How many rows of trials stand beside the texts of a plan: dotchi writes none there, and reads none.
    package func rowsBesideTexts(ofPlan hash: String) throws -> Int {
        try read { db in
            guard try Self.hasTexts(plan: hash, db) else { return 0 }
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM trial WHERE planHash = ?", arguments: [hash]) ?? 0
        }
    }

    /// The hash of a plan as its rows are now; nil where they say nothing that a plan can.
    static func hash(ofRowsOfPlan hash: String, _ db: Database) throws -> String? {
        let row = try Row.fetchOne(db, sql: "SELECT study, seed, survey FROM plan WHERE hash = ?", arguments: [hash])
        guard let row else { return nil }
        let generations = try generations(ofRowsOfPlan: hash, db)
        let byKey = Dictionary(generations.map { ($0.id, $0.generation) }) { first, _ in first }
        var (sum, text, isFirst) = (SHA256(), WholePlanText(), true)
        sum.update(data: text.beginning(generations.map(\.generation)))
        do {
            try eachSeat(ofRowsOfPlan: hash, byKey, db) { seat in
                sum.update(data: text.bytes(of: seat, isFirst: isFirst))
                isFirst = false
            }
        } catch StudyStoreError.refused {
            // A word that no trial has, or an image of a generation that the plan does not show.
            return nil
        }
        sum.update(data: text.end(seed: Stored.seed(row["seed"]), study: row["study"], survey: row["survey"]))
        return hexadecimal(sum.finalize())
    }
}

import GRDB
import Study

extension Trial {
    /// Selects what ``init(_:left:right:)`` takes, as the first columns of a query.
    static let columns = "trial.number, trial.kind, trial.condition, trial.repeatOf"

    /// The trial of a row that begins with ``columns``.
    init(_ row: Row, left: PoolEntry, right: PoolEntry) throws {
        self.init(
            number: row[0], kind: try Stored.word(row[1]), condition: row[2], left: left, right: right,
            repeatOf: row[3])
    }
}

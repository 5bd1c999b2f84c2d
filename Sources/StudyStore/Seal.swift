import Answers
import Crypto
import GRDB
import Study

/// The checksum of rows: the sum, modulo 2^64, of the first 64 bits of SHA-256 of each.
///
/// SQLite's `integrity_check` looks at pages, indices and rules, and does not see a bit that flips within a value. A sum
/// takes a new row in without reading the others again, so what was damaged before stays damaged whatever is added, and it
/// misses no row that is lost. SHA-256 since a CRC-32 is linear: two votes that exchange their choices can cancel each other,
/// and one of four thousand million other changes goes unseen. It protects from bits that flip and from programs that know
/// nothing of it, not from people who know this code.
///
/// The bytes of a row are for good: an integer is `i` and eight bytes, the lowest first; a real `r` and its 64 bits in the
/// same way; a text `t`, its length as eight bytes, and its UTF-8; an absent value `n`. Columns that came later than the seals
/// stand last, and from the last of them that has a value on they are left out, so that rows of before keep their sums.
struct Seal: Hashable {
    /// The sum of the rows that were added.
    private(set) var sum: UInt64 = 0

    /// The sum as SQLite keeps it.
    var stored: Int64 { Int64(bitPattern: sum) }

    /// Adds the row at which `statement` stands: all columns, in its order, as ``SealedRows`` has them.
    mutating func add(_ statement: SQLiteStatement, late: Int32? = nil) {
        var rows = SealedRows()
        rows.add(statement, late: late)
        add(rows)
    }

    /// Adds rows.
    mutating func add(_ rows: SealedRows) {
        var start = 0
        for end in rows.ends {
            add(rows.bytes[start..<end])
            start = end
        }
    }

    /// Adds an event as ``AnswerEvent/rows`` selects it.
    mutating func add(_ event: AnswerEvent, of session: String) throws {
        var row: [UInt8] = []
        row.append(sealed: event.id)
        row.append(sealed: event.milliseconds)
        row.append(sealed: event.kind.rawValue)
        row.append(sealed: event.trial)
        row.append(sealed: event.choice?.rawValue)
        row.append(sealed: event.responseMilliseconds)
        row.append(sealed: event.render)
        row.append(sealed: event.shownPixels)
        row.append(sealed: session)
        // Columns that came later, as ``SealedRows/add(_:types:since:)`` has them.
        let late = [event.question, try event.value.map { try $0.stored }]
        let last = event.grade != nil ? late.count : late.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
        for text in late[..<last] { row.append(sealed: text) }
        if let grade = event.grade { row.append(sealed: grade) }
        add(row[...])
    }

    /// Adds a trial that was asked.
    mutating func add(_ asked: AskedTrial) {
        let trial = asked.trial
        var row: [UInt8] = []
        row.append(sealed: trial.number)
        row.append(sealed: trial.kind.rawValue)
        row.append(sealed: trial.condition)
        for entry in [trial.left, trial.right] {
            row.append(sealed: entry.pool.method)
            row.append(sealed: entry.pool.condition)
            row.append(sealed: entry.generation)
            row.append(sealed: entry.index)
        }
        row.append(sealed: trial.repeatOf)
        row.append(sealed: asked.item)
        add(row[...])
    }

    /// What was sealed as `stored`, where rows that were `before` are `after` now and these were added.
    func added(to stored: Int64, before: Seal, after: Seal) -> Int64 {
        Int64(bitPattern: UInt64(bitPattern: stored) &- before.sum &+ after.sum &+ sum)
    }

    private mutating func add(_ row: ArraySlice<UInt8>) {
        var hash = SHA256()
        row.withUnsafeBytes { hash.update(bufferPointer: $0) }
        hash.finalize().withUnsafeBytes { sum &+= $0.loadUnaligned(as: UInt64.self).littleEndian }
    }
}

import Answers
import Crypto
import GRDB
import GRDBSQLite
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
/// same way; a text `t`, its length as eight
/// bytes, and its UTF-8; an absent value `n`. What a later column says has to be sealed by a migration.
struct Seal: Hashable {
    /// The sum of the rows that were added.
    private(set) var sum: UInt64 = 0
    private var bytes: [UInt8] = []

    /// The sum as SQLite keeps it.
    var stored: Int64 { Int64(bitPattern: sum) }

    /// Adds the row at which `statement` stands: all columns, in its order.
    ///
    /// - Parameter types: the letter of each column's type; in upper case where there must be a value.
    /// - Returns: whether every value is of its type.
    @discardableResult
    mutating func add(_ statement: SQLiteStatement, types: StaticString = "") -> Bool {
        bytes.removeAll(keepingCapacity: true)
        var areSound = true
        for column in 0..<sqlite3_column_count(statement) {
            let letter: UInt8
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL:
                append(nil as Int?)
                letter = UInt8(ascii: "n")
            case SQLITE_INTEGER:
                append(Int(sqlite3_column_int64(statement, column)))
                letter = UInt8(ascii: "i")
            case SQLITE_FLOAT:
                letter = UInt8(ascii: "r")
                bytes.append(letter)
                let bits = sqlite3_column_double(statement, column).bitPattern.littleEndian
                withUnsafeBytes(of: bits) { bytes.append(contentsOf: $0) }
            case let type:
                letter = type == SQLITE_TEXT ? UInt8(ascii: "t") : UInt8(ascii: "b")
                let text = UnsafeRawBufferPointer(
                    start: type == SQLITE_TEXT
                        ? UnsafeRawPointer(sqlite3_column_text(statement, column))
                        : sqlite3_column_blob(statement, column),
                    count: Int(sqlite3_column_bytes(statement, column)))
                append(letter, text)
            }
            if types.utf8CodeUnitCount > 0 {
                let expected = types.utf8Start[Int(column)]
                areSound =
                    areSound && (letter == expected | 0x20 || letter == UInt8(ascii: "n") && expected & 0x20 != 0)
            }
        }
        addBytes()
        return areSound
    }

    /// Adds an event as ``AnswerEvent/rows`` selects it.
    mutating func add(_ event: AnswerEvent, of session: String) {
        bytes.removeAll(keepingCapacity: true)
        append(event.id)
        append(event.milliseconds)
        append(event.kind.rawValue)
        append(event.trial)
        append(event.choice?.rawValue)
        append(event.responseMilliseconds)
        append(event.render)
        append(event.shownPixels)
        append(session)
        addBytes()
    }

    /// Adds a trial that was asked.
    mutating func add(_ asked: AskedTrial) {
        let trial = asked.trial
        bytes.removeAll(keepingCapacity: true)
        append(trial.number)
        append(trial.kind.rawValue)
        append(trial.condition)
        for entry in [trial.left, trial.right] {
            append(entry.pool.method)
            append(entry.pool.condition)
            append(entry.generation)
            append(entry.index)
        }
        append(trial.repeatOf)
        append(asked.item)
        addBytes()
    }

    /// What was sealed as `stored`, where rows that were `before` are `after` now and these were added.
    func added(to stored: Int64, before: Seal, after: Seal) -> Int64 {
        Int64(bitPattern: UInt64(bitPattern: stored) &- before.sum &+ after.sum &+ sum)
    }

    private mutating func addBytes() {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        hash.finalize().withUnsafeBytes { sum &+= $0.loadUnaligned(as: UInt64.self).littleEndian }
    }

    private mutating func append(_ number: Int?) {
        guard let number else {
            bytes.append(UInt8(ascii: "n"))
            return
        }
        bytes.append(UInt8(ascii: "i"))
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String?) {
        guard var text else {
            bytes.append(UInt8(ascii: "n"))
            return
        }
        text.withUTF8 { append(UInt8(ascii: "t"), UnsafeRawBufferPointer($0)) }
    }

    private mutating func append(_ letter: UInt8, _ text: UnsafeRawBufferPointer) {
        bytes.append(letter)
        withUnsafeBytes(of: Int64(text.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: text)
    }
}

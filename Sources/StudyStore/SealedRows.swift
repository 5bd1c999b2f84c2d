import GRDB
import GRDBSQLite

/// The bytes of rows, of which any thread may take the checksum: see ``Seal``.
struct SealedRows: Sendable {
    /// The bytes of the rows, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each row ends.
    private(set) var ends: [Int] = []

    /// Adds the row at which `statement` stands: all columns, in its order.
    ///
    /// - Parameter types: the letter of each column's type; in upper case where there must be a value.
    /// - Parameter late: the first of the columns that are left out where neither they nor those after them have a value.
    /// - Returns: whether every value is of its type.
    @discardableResult
    mutating func add(_ statement: SQLiteStatement, types: StaticString = "", late: Int32? = nil) -> Bool {
        var areSound = true
        var count = sqlite3_column_count(statement)
        if let late {
            while count > late, sqlite3_column_type(statement, count - 1) == SQLITE_NULL { count -= 1 }
        }
        for column in 0..<count {
            let letter: UInt8
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL:
                bytes.append(sealed: nil as Int?)
                letter = UInt8(ascii: "n")
            case SQLITE_INTEGER:
                bytes.append(sealed: Int(sqlite3_column_int64(statement, column)))
                letter = UInt8(ascii: "i")
            case SQLITE_FLOAT:
                bytes.append(sealed: sqlite3_column_double(statement, column))
                letter = UInt8(ascii: "r")
            case let type:
                letter = type == SQLITE_TEXT ? UInt8(ascii: "t") : UInt8(ascii: "b")
                let text = UnsafeRawBufferPointer(
                    start: type == SQLITE_TEXT
                        ? UnsafeRawPointer(sqlite3_column_text(statement, column))
                        : sqlite3_column_blob(statement, column),
                    count: Int(sqlite3_column_bytes(statement, column)))
                bytes.append(letter, text)
            }
            if types.utf8CodeUnitCount > 0 {
                let expected = types.utf8Start[Int(column)]
                areSound =
                    areSound && (letter == expected | 0x20 || letter == UInt8(ascii: "n") && expected & 0x20 != 0)
            }
        }
        ends.append(bytes.count)
        return areSound
    }

    /// The values of a row, by its place, in their order.
    func values(ofRow row: Int) -> SealedValues {
        SealedValues(bytes: bytes, place: row == 0 ? 0 : ends[row - 1], end: ends[row])
    }
}

/// Reads the values of a row one after the other, as ``SealedRows`` has them.
struct SealedValues {
    fileprivate let bytes: [UInt8]
    fileprivate var place: Int
    fileprivate let end: Int

    /// The next value where it is a whole number; nil where there is none.
    mutating func number() -> Int? { isNext("i") ? word() : nil }

    /// The next value where it is a text; nil where there is none.
    mutating func text() -> String? {
        guard isNext("t") else { return nil }
        let count = word()
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }

    /// Whether the next value has a type; its letter is passed over.
    private mutating func isNext(_ letter: Unicode.Scalar) -> Bool {
        // Late columns without a value are left out.
        guard place < end else { return false }
        defer { place += 1 }
        return bytes[place] == UInt8(ascii: letter)
    }

    private mutating func word() -> Int {
        defer { place += 8 }
        return bytes.withUnsafeBytes {
            Int(Int64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Int64.self)))
        }
    }
}

extension [UInt8] {
    /// Adds a whole number, or that there is none, as ``Seal`` has it.
    mutating func append(sealed number: Int?) {
        guard let number else {
            append(UInt8(ascii: "n"))
            return
        }
        append(UInt8(ascii: "i"))
        Swift.withUnsafeBytes(of: Int64(number).littleEndian) { append(contentsOf: $0) }
    }

    /// Adds a real number, in the same way.
    mutating func append(sealed number: Double) {
        append(UInt8(ascii: "r"))
        Swift.withUnsafeBytes(of: number.bitPattern.littleEndian) { append(contentsOf: $0) }
    }

    /// Adds a text, or that there is none, in the same way.
    mutating func append(sealed text: String?) {
        guard var text else {
            append(UInt8(ascii: "n"))
            return
        }
        text.withUTF8 { append(UInt8(ascii: "t"), UnsafeRawBufferPointer($0)) }
    }

    fileprivate mutating func append(_ letter: UInt8, _ text: UnsafeRawBufferPointer) {
        append(letter)
        Swift.withUnsafeBytes(of: Int64(text.count).littleEndian) { append(contentsOf: $0) }
        append(contentsOf: text)
    }
}

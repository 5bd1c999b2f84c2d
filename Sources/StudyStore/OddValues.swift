import GRDB
import Synchronization

/// What was read of a store that is no value of its column's type, or is missing where there must be one.
///
/// The rules of the tables let none in, but SQLite does not look at them as it reads: a flipped bit gives one, and so does a
/// program that made a table again without them. GRDB ends the process where a row's value is not of the type that is asked
/// for. Here the reading goes on with a stand-in, and what comes of it is thrown away when the reading is over: see
/// ``StudyStore/read(_:)``.
final class OddValues: Sendable {
    /// Those of the reading that is under way on this thread.
    @TaskLocal static var current: OddValues?

    private let columns = Mutex<[String]>([])

    /// The column of the first one; nil where all was as it should be.
    var column: String? { columns.withLock(\.first) }

    /// What `body` gives, unless it met an odd value: then a store that is damaged, whatever came of it.
    static func looking<Value>(path: String, _ body: () throws -> Value) throws -> Value {
        let odd = OddValues()
        let result = Result { try $current.withValue(odd, operation: body) }
        if let column = odd.column { throw damage(path: path, column: column) }
        do {
            return try result.get()
        } catch is RowDecodingError {
            throw damage(path: path, column: nil)
        }
    }

    private static func damage(path: String, column: String?) -> StudyStoreError {
        let place = column.map { " in its column \"\($0)\"" } ?? ""
        return .damaged(path: path, why: "a row has\(place) a value of a kind that dotchi never writes there")
    }

    /// Notes an odd value, and gives one to go on with.
    fileprivate static func standIn<Value: DatabaseValueConvertible>(for column: String, _ error: any Error) -> Value {
        let values: [DatabaseValue] = [.null, 0.databaseValue, "".databaseValue]
        guard let current, let value = values.lazy.compactMap(Value.fromDatabaseValue).first else {
            // Only a type of ours that none of these is, or a reading outside of ``StudyStore/read(_:)``.
            preconditionFailure("\(error)")
        }
        current.columns.withLock { $0.append(column) }
        return value
    }
}

extension Row {
    /// The value at a place, in the stead of GRDB's, which ends the process where it is an odd one.
    @inline(__always) subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
        do {
            return try decode(Value.self, atIndex: index)
        } catch {
            return OddValues.standIn(for: Array(columnNames)[index], error)
        }
    }

    /// The value of a column, in the stead of GRDB's, which ends the process where it is an odd one.
    @inline(__always) subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ columnName: String)
        -> Value
    {
        do {
            return try decode(Value.self, forColumn: columnName)
        } catch {
            return OddValues.standIn(for: columnName, error)
        }
    }
}

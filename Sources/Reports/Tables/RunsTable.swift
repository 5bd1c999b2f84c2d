import CSV
import Study
import Text

/// The runs behind the votes as CSV: `condition,method,epochs,hours`, in any order, with the epochs of a chain in quotes
/// (`"6000, 2000"`). Epochs and hours may be empty where nothing was trained. A further column `match_time_of` may name
/// the method whose training time the condition matches; unknown columns are passed over.
package enum RunsTable {
    /// Reads the rows of a file.
    /// - Parameters:
    ///   - bytes: The file's contents.
    ///   - file: Its name, for messages.
    /// - Throws: ``RunsTableError`` for the first thing that is wrong, as that it is not UTF-8.
    package static func read(_ bytes: [UInt8], file: String) throws(RunsTableError) -> [RunFacts] {
        if let encoding = OtherEncoding(of: bytes) {
            throw RunsTableError(file: file, line: encoding.line, problem: encoding.advice)
        }
        return try read(String(decoding: bytes, as: UTF8.self), file: file)
    }

    /// Reads the rows of `text`.
    /// - Parameters:
    ///   - text: The file's contents.
    ///   - file: Its name, for messages.
    /// - Throws: ``RunsTableError`` for the first thing that is wrong.
    package static func read(_ text: String, file: String) throws(RunsTableError) -> [RunFacts] {
        let records: [CSVRecord]
        do {
            records = try CSVReader.records(text)
        } catch {
            throw RunsTableError(file: file, line: error.line, problem: error.reason)
        }
        guard let header = records.first else {
            throw RunsTableError(
                file: file, line: 1, problem: "the file is empty; its first line is condition,method,epochs,hours")
        }
        let columns = try Columns(header, file: file)
        var runs: [RunFacts] = []
        for record in records.dropFirst() {
            let run = try columns.run(record)
            if runs.contains(where: { $0.condition == run.condition && $0.method == run.method }) {
                throw columns.error(
                    record, "method “\(run.method)” stands twice under \(named(run.condition)); once is enough")
            }
            runs.append(run)
        }
        for (record, run) in zip(records.dropFirst(), runs) {
            let others = runs.filter { $0.condition == run.condition }
            guard let name = run.matchTimeOf else { continue }
            guard others.contains(where: { $0.method == name }) else {
                throw columns.error(
                    record, "match_time_of names “\(name)”, which has no line under \(named(run.condition))")
            }
            guard others.allSatisfy({ $0.matchTimeOf == nil || $0.matchTimeOf == name }) else {
                throw columns.error(record, "match_time_of is not the same in all lines of \(named(run.condition))")
            }
        }
        return runs
    }

    private static func named(_ condition: String?) -> String {
        condition.map { "condition “\($0)”" } ?? "no condition"
    }

    /// Where the header puts each value.
    private struct Columns {
        let file: String
        let width: Int
        let condition: Int
        let method: Int
        let epochs: Int
        let hours: Int
        let matchTimeOf: Int?

        init(_ header: CSVRecord, file: String) throws(RunsTableError) {
            func position(_ name: String) throws(RunsTableError) -> Int {
                let positions = header.fields.indices.filter { header.fields[$0] == name }
                guard let position = positions.first else {
                    let named = header.fields.prefix(30).map { "“\($0)”" }.joined(separator: ", ")
                    let rest = header.fields.count - 30
                    let found = rest > 0 ? "\(named) and \(rest) more" : named
                    throw RunsTableError(
                        file: file, line: header.line,
                        problem:
                            "there is no column “\(name)” (found \(found)); needed are condition,method,epochs,hours")
                }
                guard positions.count == 1 else {
                    throw RunsTableError(file: file, line: header.line, problem: "there are two columns “\(name)”")
                }
                return position
            }
            self.file = file
            width = header.fields.count
            condition = try position("condition")
            method = try position("method")
            epochs = try position("epochs")
            hours = try position("hours")
            matchTimeOf = header.fields.firstIndex(of: "match_time_of")
        }

        func run(_ record: CSVRecord) throws(RunsTableError) -> RunFacts {
            guard record.fields.count == width else {
                throw error(
                    record,
                    "\(record.fields.count.counted("field")) where the header has \(width); values with commas stand in quotes: "
                        + "\"6000, 2000\"")
            }
            let method = record.fields[method]
            guard !MissingValue.isMissing(method) else { throw error(record, "the method's name is empty") }
            func known(_ column: Int) -> String? {
                MissingValue.isMissing(record.fields[column]) ? nil : record.fields[column]
            }
            return RunFacts(
                condition: known(condition), method: method, epochs: try epochs(record), seconds: try seconds(record),
                matchTimeOf: matchTimeOf.flatMap(known))
        }

        private func epochs(_ record: CSVRecord) throws(RunsTableError) -> [Int] {
            let field = trimmed(record.fields[epochs])
            guard !MissingValue.isMissing(field) else { return [] }
            var epochs: [Int] = []
            for part in field.split(separator: ",", omittingEmptySubsequences: false) {
                guard let count = trimmed(String(part)).wholeNumber, count >= 0 else {
                    throw error(
                        record, "epochs are “\(field)”; expected are whole numbers such as 6000 or \"6000, 2000\"")
                }
                epochs.append(count)
            }
            return epochs
        }

        private func seconds(_ record: CSVRecord) throws(RunsTableError) -> Double? {
            let field = trimmed(record.fields[hours])
            guard !MissingValue.isMissing(field) else { return nil }
            guard let hours = field.decimalNumber, hours >= 0, (hours * 3600).isFinite else {
                throw error(record, "hours are “\(field)”; expected is a number such as 113.8, with a point, 0 or more")
            }
            return hours * 3600
        }

        func error(_ record: CSVRecord, _ problem: String) -> RunsTableError {
            RunsTableError(file: file, line: record.line, problem: problem)
        }

        private func trimmed(_ text: String) -> String {
            String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}

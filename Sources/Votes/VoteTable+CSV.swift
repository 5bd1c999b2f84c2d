import Answers
import CSV
import Parallel
import Study
import Text

extension VoteTable {
    /// Reads votes as CSV (RFC 4180, UTF-8): a header line with the names of ``VoteColumn`` in any order, then a row a
    /// vote. Semicolons or tabs may stand for the commas. Columns of other names are not kept. Whole numbers may
    /// be written `12.0`, as pandas does. In every column ``MissingValue``'s words say that nothing is known; `excluded` may
    /// be a truth value. Choices, kinds, sides, truth values and the names of columns are read in any case, and blanks around
    /// a text that stands in no quotes are no part of it. A row without a choice is no vote and is left out; rows of one
    /// vote's id are one vote, and stand here once. ``VoteTable/readings`` has what could have meant something else.
    ///
    /// - Parameter bytes: the whole file.
    /// - Parameter wanted: the columns to keep, the needed ones among them; nil for all of ``VoteColumn``. What stands in
    ///   the others is not looked at.
    /// - Throws: ``VoteTableError`` with what is wrong and where: a needed column missing, a choice that is no choice, a
    ///   bad number, a row of another length, rows of one id that differ. Such a file is refused whole, so that no vote is lost unseen.
    package init(csv bytes: some Sequence<UInt8>, columns wanted: Set<VoteColumn>? = nil) throws(VoteTableError) {
        try self.init(csv: Array(bytes), columns: wanted, bytesOfPart: 1 << 24)
    }

    /// The same, by parts of the file that cores read beside each other, of about so many bytes.
    init(csv bytes: [UInt8], columns wanted: Set<VoteColumn>?, bytesOfPart: Int) throws(VoteTableError) {
        var problems: [LineProblem] = []
        let builder: Builder
        do {
            builder = try Self.read(bytes, wanted: wanted, bytesOfPart: bytesOfPart, problems: &problems)
        } catch {
            throw VoteTableError(problems: problems + [error], isStopped: false, encoding: OtherEncoding(of: bytes))
        }
        guard problems.isEmpty else {
            let isStopped = problems.count >= VoteTableError.limit
            throw VoteTableError(
                problems: Array(problems.prefix(VoteTableError.limit)), isStopped: isStopped,
                encoding: OtherEncoding(of: bytes))
        }
        try self.init(builder, of: bytes)
    }

    /// Throws what makes the rest unreadable; whatever else is wrong is added to `problems`, up to the limit.
    private static func read(
        _ bytes: [UInt8], wanted: Set<VoteColumn>?, bytesOfPart: Int, problems: inout [LineProblem]
    ) throws(LineProblem) -> Builder {
        if bytes.first == UInt8(ascii: "{") {
            throw LineProblem(
                line: 1,
                reason: "this is no table of votes; is it an answer file? `dotchi votes import FILE` takes those in")
        }
        var reader = CSVReader(bytes)
        var fields: [CSVReader.Field] = []
        guard try next(&reader, &fields) else {
            throw LineProblem(line: 1, reason: "the file is empty, expected a header line")
        }
        let header = try Header(fields, of: reader)
        let empty = Builder(header, wanted: wanted)
        let parts = reader.parts(bytes.count / bytesOfPart + 1)
        if parts.count > 1, let builder = faultless(parts, of: header, into: empty) { return builder }
        var builder = empty
        try read(&reader, of: header, into: &builder, problems: &problems)
        return builder
    }

    /// The rows of all parts, read on all cores; nil where there is anything wrong, which has to be told with its line.
    private static func faultless(_ parts: [CSVReader], of header: Header, into empty: Builder) -> Builder? {
        let builders = parts.mapOnAllCores { part -> Builder? in
            var (reader, builder) = (part, empty)
            var problems: [LineProblem] = []
            guard (try? read(&reader, of: header, into: &builder, problems: &problems)) != nil else { return nil }
            return problems.isEmpty ? builder : nil
        }
        let others = builders.dropFirst().compactMap { $0 }
        guard others.count == builders.count - 1, var whole = builders.first ?? nil else { return nil }
        whole.append(others)
        return whole
    }

    /// Reads all rows to come.
    private static func read(
        _ reader: inout CSVReader, of header: Header, into builder: inout Builder, problems: inout [LineProblem]
    ) throws(LineProblem) {
        var fields: [CSVReader.Field] = []
        while problems.count < VoteTableError.limit, try next(&reader, &fields) {
            if header.isRepeated(by: fields, of: reader) {
                builder.repeatedHeaders += 1
                continue
            }
            guard fields.count == header.names.count else {
                let reason =
                    "\(fields.count.counted("field")), expected \(header.names.count) as in the header"
                problems.append(LineProblem(line: reader.recordLine, reason: reason))
                continue
            }
            for (column, field) in fields.enumerated() {
                let reason: String?
                if field.hasDoubledQuotes {
                    let content = reader.unquoted(field)
                    reason = builder.append(content.indices, of: content, isQuoted: true, column: column)
                } else {
                    reason = builder.append(
                        field.range, of: reader.bytes, isQuoted: field.isQuoted, column: column)
                }
                guard let reason else { continue }
                problems.append(LineProblem(line: reader.recordLine, column: header.names[column], reason: reason))
            }
            for (column, reason) in builder.endRow() {
                problems.append(LineProblem(line: reader.recordLine, column: header.names[column], reason: reason))
            }
        }
    }

    static func next(
        _ reader: inout CSVReader, _ fields: inout [CSVReader.Field]
    ) throws(LineProblem) -> Bool {
        do {
            return try reader.next(into: &fields)
        } catch {
            throw LineProblem(line: error.line, reason: error.reason)
        }
    }

    /// Whether a file begins as a table of votes does.
    package static func isTable(_ bytes: [UInt8]) -> Bool {
        var reader = CSVReader(bytes)
        var fields: [CSVReader.Field] = []
        guard (try? reader.next(into: &fields)) == true else { return false }
        return (try? Header(fields, of: reader)) != nil
    }
}

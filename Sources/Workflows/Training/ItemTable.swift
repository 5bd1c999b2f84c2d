import CSV
import Study
import Text

/// What goes with items, as CSV: `item,text,reference`, in any order, of which `text` or `reference` may be left out. An item
/// is the name of image files without their ending; a reference is an image file, by its path from the table's folder. What is
/// empty is not there. Unknown columns are passed over by name.
struct ItemTable {
    /// A row that says something.
    struct Row {
        /// The line of the file, from 1.
        let line: Int
        let item: String
        let text: String?
        let reference: String?
    }

    /// The rows, no two of one item.
    let rows: [Row]
    /// The names of columns that mean nothing here.
    let unknownColumns: [String]

    /// The most characters of a text: more is read by nobody above a pair of images.
    static let mostText = 4000

    /// Reads a file.
    ///
    /// - Parameter file: its name, for messages.
    /// - Throws: ``Failure`` with the first faults by line.
    init(_ bytes: [UInt8], file: String) throws {
        func fault(_ line: Int, _ problem: String) -> Failure {
            Failure(.badData, "\(file.visibleLine): line \(line): \(problem).")
        }
        if let encoding = OtherEncoding(of: bytes) { throw fault(encoding.line, encoding.advice) }
        let records: [CSVRecord]
        do throws(CSVError) {
            records = try CSVReader.records(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw fault(error.line, error.reason)
        }
        guard let header = records.first else { throw fault(1, "the file is empty; expected item,text,reference") }
        let columns = Dictionary(grouping: header.fields.indices) { header.fields[$0] }
        let (item, text, reference) = (columns["item"], columns["text"], columns["reference"])
        if let twice = ["item", "text", "reference"].first(where: { (columns[$0]?.count ?? 0) > 1 }) {
            throw fault(header.line, "column \(twice) stands twice")
        }
        guard let item = item?.first, text != nil || reference != nil else {
            let named = header.fields.prefix(30).map { "“\($0)”" }.joined(separator: ", ")
            throw fault(header.line, "expected the columns item and text, reference or both, found \(named)")
        }
        unknownColumns = header.fields.filter { !["item", "text", "reference"].contains($0) }
        var rows: [Row] = []
        var lines: [String: Int] = [:]
        var faults: [String] = []
        for record in records.dropFirst() {
            guard record.fields.count == header.fields.count else {
                faults.append(
                    "line \(record.line) has \(record.fields.count.counted("field")), expected \(header.fields.count)")
                continue
            }
            func field(_ column: Int?) -> String? {
                let text = column.map { record.fields[$0] } ?? ""
                return text.allSatisfy(\.isWhitespace) ? nil : text
            }
            let row = Row(
                line: record.line, item: record.fields[item], text: field(text?.first).map(Self.normal),
                reference: field(reference?.first))
            if let problem = Self.problem(row, earlier: lines[row.item]) {
                faults.append("line \(row.line) \(problem)")
                continue
            }
            lines[row.item] = row.line
            rows.append(row)
        }
        guard faults.isEmpty else {
            throw Failure(.badData, "\(file.visibleLine) is no table of items:\n\(faults.lines)")
        }
        self.rows = rows.filter { $0.text != nil || $0.reference != nil }
    }

    /// What is wrong with a row; nil where nothing is.
    private static func problem(_ row: Row, earlier line: Int?) -> String? {
        if row.item.allSatisfy(\.isWhitespace) { return "names no item" }
        if let line { return "names the item “\(row.item)”, as line \(line) does; one row says all of it" }
        if let text = row.text {
            if text.count > mostText {
                return "has a text of \(text.count.counted("character")) for “\(row.item)”; the most are \(mostText)"
            }
            let control = text.unicodeScalars.first { scalar in
                scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
            }
            if let control {
                return
                    "has the control character U+\(String(control.value, radix: 16, uppercase: true)) in the text of "
                    + "“\(row.item)”"
            }
        }
        return nil
    }

    /// A text with line feeds between its lines, and without blanks around it.
    private static func normal(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let begun = lines.drop(while: \.isWhitespace)
        return String(begun.reversed().drop(while: \.isWhitespace).reversed())
    }
}

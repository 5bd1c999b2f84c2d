import CSV
import Text

/// The lines of an export, as they go out.
struct ExportLines {
    private let form: VoteExport
    private var csv = CSVWriter()
    private var json: [UInt8] = []
    private var clock = SessionClock()
    private var isFirst = true

    /// The beginning of a file in this form.
    init(form: VoteExport) {
        self.form = form
        switch form {
        case .csv: csv.append(VoteColumn.allCases.map(\.rawValue))
        case .pwcmp: csv.append(VoteRow.pwcmpColumns)
        case .jspsych: json.append(UInt8(ascii: "["))
        case .jsonl, .arena: break
        }
    }

    /// Adds a vote.
    mutating func add(_ row: VoteRow) {
        switch form {
        case .csv: csv.append(VoteColumn.allCases.map(row.field))
        case .pwcmp: csv.append(row.pwcmpFields)
        case .jsonl: append(row.json)
        case .arena: append(row.arena)
        case .jspsych:
            if !isFirst { json.append(UInt8(ascii: ",")) }
            json.append(UInt8(ascii: "\n"))
            json += row.jsPsych(clock.next(row)).utf8
        }
        isFirst = false
    }

    /// Ends the file.
    mutating func end() {
        if form == .jspsych { json += "\n]\n".utf8 }
    }

    /// Bytes that wait.
    var count: Int { csv.bytes.count + json.count }

    /// The bytes that wait, which are waiting no more.
    mutating func take() -> [UInt8] {
        defer { json = [] }
        return csv.take() + json
    }

    private mutating func append(_ line: JSONLine) {
        json += line.utf8
        json.append(UInt8(ascii: "\n"))
    }
}

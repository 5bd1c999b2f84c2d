import CSV
import Study

/// What training costs at each size, as tables: the paper's own argument is about it.
package struct CostTable: Sendable, Hashable {
    /// The rows, run by run.
    package var rows: [TrainingCost]

    /// A table of these rows.
    package init(_ rows: [TrainingCost]) {
        self.rows = rows
    }

    /// Headings and cells, for a terminal.
    package var cells: [[String]] {
        [["run", "kind", "stage", "size", "epochs", "s/epoch", "images/s", "memory [MB]", "device", "threads"]]
            + rows.map { row in
                [
                    row.run, row.kind.rawValue, row.stage.map(String.init) ?? "all", "\(row.size)", "\(row.epochs)",
                    NumberText.fixed(row.secondsPerEpoch, 2),
                    row.imagesPerSecond.map { NumberText.fixed($0, 1) } ?? NumberText.none,
                    row.peakMemory.map(NumberText.megabytes) ?? NumberText.none, row.device, "\(row.threads)",
                ]
            }
    }

    /// The table as CSV, with the names of the JSON; an empty field where there is no number, and for the stage of a whole
    /// network.
    package var csv: String {
        CSVWriter.text([Self.names] + rows.map { row in row.values.map(\.csvField) })
    }

    /// The table for programs: one object a row, null where there is no number, and for the stage of a whole network.
    package var json: JSONValue {
        .array(rows.map { row in .object(zip(Self.names, row.values).map { .init($0, $1) }) })
    }

    private static let names = [
        "run", "kind", "stage", "size", "epochs", "seconds_per_epoch", "images_per_second", "peak_memory_bytes",
        "device", "threads",
    ]
}

extension TrainingCost {
    fileprivate var values: [JSONValue] {
        [
            .string(run), .string(kind.rawValue), stage.map(JSONValue.integer) ?? .null, .integer(size),
            .integer(epochs), .number(secondsPerEpoch), imagesPerSecond.map(JSONValue.number) ?? .null,
            peakMemory.map(JSONValue.integer) ?? .null, .string(device), .integer(threads),
        ]
    }
}

extension JSONValue {
    /// The value as a field of CSV; only a plain one has such.
    fileprivate var csvField: String {
        switch self {
        case .null: ""
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let text): text
        case .array, .object: preconditionFailure("a field is plain")
        }
    }
}

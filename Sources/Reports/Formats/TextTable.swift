/// A finished table of texts, before it is written in one syntax or another.
struct TextTable {
    /// The table's name in file names and labels: `table-equal-time`.
    var name: String
    /// What the table shows.
    var caption: String
    /// What every copy says where votes are simulated; nil where none are.
    var watermark: String?
    /// The columns.
    var columns: [Column]
    /// The rows, each as many cells as there are columns.
    var rows: [[String]]
    /// Sentences under the table.
    var notes: [String]
    /// What the votes are, where it must not be taken for granted; the last of the sentences.
    var remark: String?

    /// One column.
    struct Column {
        /// What it holds.
        var heading: String
        /// The unit or basis, which the heading ends with: `[%]`.
        var unit: String?
        /// Whether it holds numbers, which align right.
        var isNumber = true

        /// Heading and unit.
        var title: String { unit.map { "\(heading) \($0)" } ?? heading }
    }
}

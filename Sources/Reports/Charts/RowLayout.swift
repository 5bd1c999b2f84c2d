/// Where things stand in a chart whose rows have names, a plot and numbers: side by side where there is room, else names
/// above their plots, and on a telephone numbers too.
struct RowLayout {
    /// A column of numbers right of the plot.
    struct Column: Hashable {
        /// What it holds; empty where the axis says so.
        var heading = ""
        /// A text for each row.
        var cells: [String]
        /// The texts where no heading stands above them: with their units; left out where there is no number.
        var brief: [String]?
    }

    /// The whole width.
    let width: Double
    /// Where the rows are plotted.
    private(set) var plot: PlotArea
    private let form: Form
    private let labels: [String]
    private let columns: [Column]
    private let headings: [Int: String]
    private let margin: Double
    private var labelWidth = 0.0
    private var columnEnds: [Double] = []
    private var tops: [Double] = []

    private enum Form {
        case beside
        case labelsAbove
        case allAbove
    }

    /// Below this a drawing has names and numbers above the plots.
    private static let narrow = 480.0
    private static let gap = 14.0

    /// Places for the rows.
    /// - Parameters:
    ///   - width: Of the drawing.
    ///   - labels: The rows' names.
    ///   - columns: Their numbers.
    ///   - headings: Headings above rows, by the number of the row.
    ///   - top: Where the rows begin.
    ///   - margin: Room right of the plot for the chart's own.
    ///   - labelsAbove: Whether names stand above the plots in any case, because they are long.
    init(
        width: Double, labels: [String], columns: [Column], headings: [Int: String] = [:], top: Double,
        margin: Double = 0, labelsAbove: Bool = false
    ) {
        self.width = width
        self.labels = labels
        self.columns = columns
        self.headings = headings
        self.margin = margin
        form = width < Self.narrow ? .allAbove : labelsAbove ? .labelsAbove : .beside
        plot = PlotArea(left: 8, right: width - margin - 8, top: top, bottom: top)
        if form != .allAbove {
            if form == .beside {
                labelWidth = min(labels.map { TextWidth.of($0) }.max() ?? 0, width * 0.32)
                plot.left = labelWidth + Self.gap
            }
            var end = width
            for column in columns.reversed() {
                columnEnds.insert(end, at: 0)
                end -= (([column.heading] + column.cells).map { TextWidth.of($0) }.max() ?? 0) + Self.gap
            }
            plot.right = end - margin
            if columns.contains(where: { !$0.heading.isEmpty }) { plot.top += 20 }
        }
        var y = plot.top
        for row in labels.indices {
            if headings[row] != nil { y += row == 0 ? 22 : 30 }
            tops.append(y)
            y += offset(of: row) + 13
        }
        plot.bottom = y + (form == .beside ? 0 : 2)
    }

    /// The height at which a row is plotted.
    func y(_ row: Int) -> Double { tops[row] + offset(of: row) }

    /// Rules at the marks of a level scale behind the rows, which leave names above the plots alone, and the scale
    /// beneath them.
    func levelAxis(_ scale: some Scale, _ area: PlotArea, titleRoom: Double? = nil, in drawing: inout Drawing) {
        for mark in scale.marks { upright(area.x(mark, on: scale), style: "rule", in: &drawing) }
        drawing.levelAxis(scale, area, rules: false, titleRoom: titleRoom)
    }

    /// An upright line behind all rows.
    func upright(_ x: Double, style: String, in drawing: inout Drawing) {
        guard form != .beside else {
            drawing.line(from: .init(x: x, y: plot.top), to: .init(x: x, y: plot.bottom), style: style)
            return
        }
        for row in labels.indices {
            let bottom = row == labels.count - 1 ? plot.bottom : y(row) + 10
            drawing.line(from: .init(x: x, y: y(row) - 9), to: .init(x: x, y: bottom), style: style)
        }
    }

    /// Writes headings, names and numbers.
    func write(in drawing: inout Drawing) {
        if form != .allAbove {
            for (column, end) in zip(columns, columnEnds) where !column.heading.isEmpty {
                drawing.text(column.heading, at: .init(x: end, y: plot.top - 12), .end, style: "soft")
            }
        }
        for (row, label) in labels.enumerated() {
            if let heading = headings[row] {
                drawing.text(heading, at: .init(x: 0, y: tops[row] - 9), style: "strong", limit: width)
            }
            switch form {
            case .beside:
                drawing.text(label, at: .init(x: 0, y: y(row)), limit: labelWidth + 1)
                writeColumns(row, in: &drawing)
            case .labelsAbove:
                drawing.text(label, at: .init(x: 0, y: tops[row] + 9), limit: plot.right)
                writeColumns(row, in: &drawing)
            case .allAbove: writeAbove(row, label, in: &drawing)
            }
        }
    }

    private func writeColumns(_ row: Int, in drawing: inout Drawing) {
        for (column, end) in zip(columns, columnEnds) {
            drawing.text(column.cells[row], at: .init(x: end, y: y(row)), .end)
        }
    }

    private func writeAbove(_ row: Int, _ label: String, in drawing: inout Drawing) {
        let lines = lines(row)
        let top = tops[row] + 9
        let end = width - margin
        if isBeside(row) {
            let numbers = lines.first ?? ""
            drawing.text(label, at: .init(x: 0, y: top), limit: end - TextWidth.of(numbers) - Self.gap)
            drawing.text(numbers, at: .init(x: end, y: top), .end)
        } else {
            drawing.text(label, at: .init(x: 0, y: top), limit: end)
            for (number, line) in lines.enumerated() {
                drawing.text(line, at: .init(x: 0, y: top + 18 * Double(number + 1)), style: "soft", limit: end)
            }
        }
    }

    /// How far beneath the top of a row its plot is.
    private func offset(of row: Int) -> Double {
        switch form {
        case .beside: 13
        case .labelsAbove: 32
        case .allAbove: isBeside(row) ? 32 : 32 + 18 * Double(lines(row).count)
        }
    }

    /// Whether a row's numbers stand on the line of its name.
    private func isBeside(_ row: Int) -> Bool {
        let lines = lines(row)
        let name = min(TextWidth.of(labels[row]), width * 0.45)
        return lines.isEmpty || lines.count == 1 && TextWidth.of(lines[0]) + Self.gap + name <= width - margin
    }

    /// The numbers of a row as text of as many lines as it needs.
    private func lines(_ row: Int) -> [String] {
        let texts = columns.map { ($0.brief ?? $0.cells)[row] }.filter { !$0.isEmpty }
        return texts.reduce(into: []) { lines, text in
            guard let last = lines.last, TextWidth.of("\(last) · \(text)") <= width - margin else {
                return lines.append(text)
            }
            lines[lines.count - 1] = "\(last) · \(text)"
        }
    }
}

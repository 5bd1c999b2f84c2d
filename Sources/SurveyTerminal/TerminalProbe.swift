/// Questions to a terminal about itself. The last of them every terminal answers, so waiting ends with its answer.
package enum TerminalProbe {
    /// How long a terminal may take, in milliseconds; then it is taken to know nothing.
    package static let patience = 1000

    /// The question whether kitty's graphics protocol is spoken: a picture of one pixel that is only checked.
    package static let graphicsQuestion = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"

    /// The questions for the size of a cell, and of the whole in pixels.
    package static let cellQuestion = "\u{1B}[16t\u{1B}[14t"

    /// The question which device it is (DA1), which every terminal answers.
    package static let lastQuestion = "\u{1B}[c"

    /// The size of a cell in pixels that reports tell: its own (`CSI 6 ; height ; width t`), or that of the whole
    /// (`CSI 4 ; height ; width t`) by the cells of the terminal.
    package static func cell(from reports: [String], columns: Int, rows: Int) -> TerminalSize.Cell? {
        for report in reports where report.hasPrefix("\u{1B}[") && report.hasSuffix("t") {
            let numbers = report.dropFirst(2).dropLast().split(separator: ";").compactMap { Int($0) }
            guard numbers.count == 3 else { continue }
            let divisor: (Int, Int)? = numbers[0] == 6 ? (1, 1) : numbers[0] == 4 ? (rows, columns) : nil
            guard let divisor, numbers[1] >= divisor.0, numbers[2] >= divisor.1 else { continue }
            return .init(width: numbers[2] / divisor.1, height: numbers[1] / divisor.0)
        }
        return nil
    }
}

import Foundation

/// Talk on standard error, results on standard output.
enum Console {
    /// Whether standard error is a terminal, which can show a bar that moves.
    static let isTerminal = isatty(STDERR_FILENO) == 1

    /// Columns of that terminal: COLUMNS where it is set, else what the terminal tells, else 80.
    static var columns: Int {
        if let named = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), named > 0 { return named }
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Says something to the person at the terminal.
    static func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Prints a result, for a person or the next program.
    static func result(_ text: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }
}

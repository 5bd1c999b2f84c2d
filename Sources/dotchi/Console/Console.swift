import Foundation

/// Talk on standard error, results on standard output.
enum Console {
    /// Whether standard error is a terminal, which can show a bar that moves.
    static let isTerminal = isatty(STDERR_FILENO) == 1

    /// Says something to the person at the terminal.
    static func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Prints a result, for a person or the next program.
    static func result(_ text: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }
}

import Files
import Foundation
import Text
import Workflows

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

    /// Whether standard output is a terminal.
    private static let isResultSeen = isatty(STDOUT_FILENO) == 1

    /// Says something to the person at the terminal. Names and texts of others may stand in it: what would steer the
    /// terminal is shown.
    static func say(_ text: String) {
        show(text.visible + "\n")
    }

    /// Prints a result for a person; as ``say(_:)`` does.
    static func result(_ text: String) throws {
        try write(Data((text.visible + "\n").utf8))
    }

    /// Empties the terminal that results go to.
    static func clear() { try? FileHandle.standardOutput.write(contentsOf: Data("\u{1B}[H\u{1B}[2J".utf8)) }

    /// Prints a result for the next program, a path, JSON or CSV, byte by byte. Only where it goes to a terminal what would
    /// steer that is shown.
    static func data(_ text: String) throws { try data(Array((text + "\n").utf8)) }

    /// The same of whole lines, or of a part of a file that ends where a character does.
    static func data(_ bytes: [UInt8]) throws {
        let shown = isResultSeen ? Data(String(decoding: bytes, as: UTF8.self).visible.utf8) : Data(bytes)
        try write(shown)
    }

    /// - Throws: ``Failure`` where standard output cannot be written.
    private static func write(_ bytes: Data) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            throw Failure(.ioError, "standard output cannot be written: \(FileFault(error)). What it has is not whole.")
        }
    }

    /// Shows text on standard error. Where that cannot be written, as into a log on a full disk, nothing is lost but the
    /// talk.
    private static func show(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Draws on the terminal's line of progress: `line` over what stands there, or nothing.
    static func draw(_ line: String) {
        // Return to the line's start, clear it, stay on it.
        show("\r\u{1B}[2K\(line.visibleLine)")
    }
}

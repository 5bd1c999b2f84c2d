import Foundation

/// A terminal taken over for a while: raw, on its alternate screen, without a cursor. `leave()` gives it back as it was.
final class Terminal {
    /// The terminal is gone (closed window, broken connection).
    struct HungUp: Error {}

    /// What came first of the things waited for.
    struct Ready {
        /// Bytes can be read, or the end of input.
        var input: Bool
        /// A byte can be read from the other descriptor.
        var other: Bool
    }

    private let input: Int32
    private let output: Int32
    private let original: termios
    private var isEntered = false

    /// The terminal behind two file descriptors.
    ///
    /// - Throws: ``SurveyTerminalError`` where either is none.
    init(input: Int32, output: Int32) throws(SurveyTerminalError) {
        guard isatty(input) == 1 else { throw .notATerminal("input") }
        guard isatty(output) == 1 else { throw .notATerminal("output") }
        var original = termios()
        guard tcgetattr(input, &original) == 0 else { throw .failed(to: "tell its settings") }
        self.input = input
        self.output = output
        self.original = original
    }

    deinit { leave() }

    /// Takes the terminal over; again, after the program was stopped and goes on.
    func enter() throws {
        var raw = original
        cfmakeraw(&raw)
        while tcsetattr(input, TCSADRAIN, &raw) == -1 {
            // A closed window sends SIGCONT too, so this may be the first to hear of it.
            if errno == EIO { throw HungUp() }
            if errno != EINTR { throw SurveyTerminalError.failed(to: "go into raw mode") }
        }
        isEntered = true
        // Alternate screen, no cursor, no wrapping at the edge, reports of focus, cleared.
        try write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?1004h\u{1B}[0m\u{1B}[2J")
    }

    /// Gives the terminal back as it was; what was typed and not read is dropped. Does nothing the second time.
    func leave(removingImages: Bool = false) {
        guard isEntered else { return }
        isEntered = false
        let images = removingImages ? Frame.deleteImages : ""
        // A terminal that is gone takes no more bytes, and needs none.
        try? write("\u{1B}[?2026l\(images)\u{1B}[0m\u{1B}[2J\u{1B}[?1004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
        var original = original
        while tcsetattr(input, TCSAFLUSH, &original) == -1, errno == EINTR {}
    }

    /// The size in cells, and of a cell where the terminal tells it; a terminal that tells neither has 80 x 24 cells.
    var size: (columns: Int, rows: Int, cell: TerminalSize.Cell?) {
        var told = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &told) == 0, told.ws_col > 0, told.ws_row > 0 else {
            return (80, 24, nil)
        }
        let columns = Int(told.ws_col)
        let rows = Int(told.ws_row)
        let width = Int(told.ws_xpixel) / columns
        let height = Int(told.ws_ypixel) / rows
        return (columns, rows, width > 0 && height > 0 ? .init(width: width, height: height) : nil)
    }

    /// Writes all of `text`.
    func write(_ text: String) throws {
        var rest = ArraySlice(text.utf8)
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(output, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                _ = poll(&descriptor, 1, -1)
            } else if errno != EINTR {
                throw HungUp()
            }
        }
    }

    /// The bytes that have come, at least one.
    func read() throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1024)
        while true {
            let count = bytes.withUnsafeMutableBytes { Foundation.read(input, $0.baseAddress, $0.count) }
            if count > 0 { return Array(bytes.prefix(count)) }
            if count == 0 || (errno != EINTR && errno != EAGAIN) { throw HungUp() }
        }
    }

    /// Waits for bytes here or at `other`, at most so many milliseconds (nil: for ever).
    func wait(other: Int32? = nil, milliseconds: Int?) -> Ready {
        var descriptors = [pollfd(fd: input, events: Int16(POLLIN), revents: 0)]
        // poll passes over a negative descriptor.
        descriptors.append(pollfd(fd: other ?? -1, events: Int16(POLLIN), revents: 0))
        let count = poll(&descriptors, 2, Int32(clamping: milliseconds ?? -1))
        guard count > 0 else { return Ready(input: false, other: false) }
        return Ready(input: descriptors[0].revents != 0, other: descriptors[1].revents != 0)
    }
}

extension SurveyTerminalError {
    /// The system's own words for what has just failed.
    static func failed(to operation: String) -> SurveyTerminalError {
        .system(operation: operation, reason: String(cString: strerror(errno)))
    }
}

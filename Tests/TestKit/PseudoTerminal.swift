import Foundation

/// A terminal that a test sits at: it sees what a program draws and types what a person would.
///
/// A program is started with it as its controlling terminal, so Ctrl-C, Ctrl-Z, resizing and hanging up reach the program
/// as they do from a window. When the session's first program ends, the system resets the terminal's settings: to see what
/// a program left behind, start it from a shell that stays.
package final class PseudoTerminal {
    /// How the program ended.
    package enum Exit: Sendable, Hashable {
        /// By itself, with this status.
        case status(Int32)
        /// By this signal.
        case signal(Int32)
    }

    /// Why a test cannot go on: what was waited for, and what was there instead.
    package struct Failure: Error, CustomStringConvertible {
        /// The message.
        package let description: String
    }

    /// The path of the program's end.
    package let path: String

    // The test's end.
    private var controller: Int32
    private var written: [UInt8] = []
    // How much of it earlier waits have passed over.
    private var seen = 0
    private var process: pid_t?

    /// The id of the program that was started, while it runs.
    package var child: Int32? { process }

    /// A new terminal of that many cells.
    ///
    /// - Parameter cell: pixels of a cell; 0 where the terminal does not tell.
    package init(columns: Int = 80, rows: Int = 24, cell: (width: Int, height: Int) = (0, 0)) throws {
        var other: Int32 = -1
        controller = -1
        guard openpty(&controller, &other, nil, nil, nil) == 0, let name = ttyname(other) else {
            throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        path = String(cString: name)
        close(other)
        _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
        _ = fcntl(controller, F_SETFL, O_NONBLOCK)
        resize(columns: columns, rows: rows, cell: cell)
    }

    deinit {
        hangUp()
        guard let process else { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    /// Starts a program in a session of its own, with this terminal as its input, output and error output.
    ///
    /// - Parameter environment: all of its environment; TERM is not added.
    package func start(_ program: String, _ arguments: [String], environment: [String: String]) throws {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals as a login shell has them, whatever the test runner ignores or blocks.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | Self.newSession
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a new session opens becomes its controlling terminal.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        actions.closeInherited(from: STDERR_FILENO + 1)

        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var started = pid_t()
        let failure = posix_spawn(&started, program, &actions, &attributes, &words, &variables)
        guard failure == 0 else {
            throw Failure(description: "\(program) does not start: \(String(cString: strerror(failure)))")
        }
        process = started
    }

    /// Types `text`; `\u{1B}[D` is ←, `\u{03}` is Ctrl-C.
    package func type(_ text: String) throws {
        guard write(controller, text, text.utf8.count) == text.utf8.count else {
            throw Failure(description: "the terminal takes no keys: \(String(cString: strerror(errno)))")
        }
    }

    /// Gives the terminal another size; the program hears of it (SIGWINCH).
    package func resize(columns: Int, rows: Int, cell: (width: Int, height: Int) = (0, 0)) {
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(columns * cell.width),
            ws_ypixel: UInt16(rows * cell.height))
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    }

    /// Sends a signal to the program that was started.
    package func send(signal: Int32) {
        if let process { kill(process, signal) }
    }

    /// Closes the window: the program hears of it (SIGHUP), and nothing more can be read or written.
    package func hangUp() {
        if controller >= 0 { close(controller) }
        controller = -1
    }

    /// The terminal's settings (`termios`), byte for byte.
    package var settings: [UInt8] {
        var settings = termios()
        // The padding of the structure stays zero.
        _ = withUnsafeMutableBytes(of: &settings) { $0.initializeMemory(as: UInt8.self, repeating: 0) }
        tcgetattr(controller, &settings)
        return withUnsafeBytes(of: settings) { Array($0) }
    }

    /// Whether the program that was started has ended; ``exit(isolation:)`` says how.
    package var hasEnded: Bool {
        guard let process else { return true }
        var information = siginfo_t()
        // Left as it is, for exit() to find.
        return waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0 && information.si_signo != 0
    }

    /// Whether the program that was started is stopped, by SIGSTOP or Ctrl-Z.
    package var isStopped: Bool {
        guard let process, let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
            return false
        }
        // The state stands after the name, which is in parentheses.
        return line.split(separator: ")").last?.hasPrefix(" T") == true
    }

    /// How many bytes were typed that the program has not read yet.
    package var unread: Int {
        let end = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard end >= 0 else { return 0 }
        defer { close(end) }
        var count: Int32 = 0
        _ = ioctl(end, UInt(FIONREAD), &count)
        return Int(count)
    }

    /// All that was written to the terminal so far, as it came.
    package var output: String {
        readAll()
        return String(decoding: written, as: UTF8.self)
    }

    /// Waits until `text` is written after what earlier waits passed over, and passes over it.
    ///
    /// - Returns: the plain text up to and with it: without control sequences; where the cursor is placed a line starts.
    /// - Throws: ``Failure`` with what came instead.
    @discardableResult
    package func wait(
        for text: String, isolation: isolated (any Actor)? = #isolation
    ) async throws -> String {
        guard let plain = try await wait(for: text, seconds: HangLimit.wait) else {
            let there = Self.plain(written[seen...])
            throw Failure(description: "\"\(text)\" did not come within \(HangLimit.wait) s; there is:\n\(there)")
        }
        return plain
    }

    /// Types `key`, waits for `text`, and types it again where that does not come for long: a program that is about to draw
    /// its page again drops what was typed before.
    package func type(_ key: String, until text: String, isolation: isolated (any Actor)? = #isolation) async throws {
        for _ in 0..<10 {
            try type(key)
            if try await wait(for: text, seconds: HangLimit.wait / 10) != nil { return }
        }
        throw Failure(description: "\"\(text)\" did not come, however often \(key.debugDescription) was typed")
    }

    // Nil where it does not come in time.
    private func wait(
        for text: String, seconds: Double, isolation: isolated (any Actor)? = #isolation
    ) async throws -> String? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            // Asked first: what it wrote before it ended is still read.
            let hasEnded = hasEnded
            readAll()
            if let end = Self.end(of: text, in: written[seen...]) {
                defer { seen = end }
                return Self.plain(written[seen..<end])
            }
            guard !hasEnded else {
                let there = Self.plain(written[seen...])
                throw Failure(description: "\"\(text)\" did not come before the program ended; there is:\n\(there)")
            }
            guard ContinuousClock.now < deadline else { return nil }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Waits until the program that was started has ended.
    package func exit(isolation: isolated (any Actor)? = #isolation) async throws -> Exit {
        guard let process else { throw Failure(description: "no program runs in this terminal") }
        let deadline = ContinuousClock.now + .seconds(HangLimit.wait)
        while true {
            // A program may wait for its last words to be read.
            readAll()
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                self.process = nil
                // WIFSIGNALED, WTERMSIG and WEXITSTATUS, which are macros.
                return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
            }
            guard ContinuousClock.now < deadline else {
                let there = Self.plain(written[seen...])
                throw Failure(description: "the program did not end within \(HangLimit.wait) s; there is:\n\(there)")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private func readAll() {
        var bytes = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(controller, &bytes, bytes.count)
            // Nothing at the moment, or nobody has the other end open.
            guard count > 0 else { return }
            written += bytes[..<count]
        }
    }

    // glibc's POSIX_SPAWN_SETSID, which its headers show only to GNU sources.
    private static let newSession: Int32 = 0x80

    private static func end(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        guard plain(bytes).contains(text) else { return nil }
        var low = bytes.startIndex
        var high = bytes.endIndex
        while low < high {
            let middle = (low + high) / 2
            if plain(bytes[..<middle]).contains(text) { high = middle } else { low = middle + 1 }
        }
        return high
    }

    // Leaves out control sequences and carriage returns; a sequence that places the cursor becomes a new line.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte != 0x1B {
                if byte != 0x0D { text.append(byte) }
                continue
            }
            guard index < bytes.endIndex else { break }
            let kind = bytes[index]
            index += 1
            if kind == UInt8(ascii: "[") {
                while index < bytes.endIndex, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
                if index < bytes.endIndex, bytes[index] == UInt8(ascii: "H") { text.append(0x0A) }
                index += 1
            } else if "P]X^_".utf8.contains(kind) {
                // Until BEL, or ST: an escape and a backslash.
                while index < bytes.endIndex, bytes[index] != 0x07, bytes[index] != 0x1B { index += 1 }
                index += index < bytes.endIndex && bytes[index] == 0x1B ? 2 : 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

import Foundation
import Glibc

/// A Chromium process and the two pipes through which it is driven (Chrome DevTools Protocol: JSON, each message ended
/// by a zero byte, on file descriptors 3 and 4 of the browser).
final class BrowserPipe {
    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private var unread: [UInt8] = []

    /// Starts `program`, which hands the two descriptors on to Chromium.
    init(program: String, arguments: [String]) throws {
        // A browser that has gone is an error of the next write, not the end of the tests.
        signal(SIGPIPE, SIG_IGN)
        let (commandsOut, commandsIn) = try Self.pipe()
        let (answersOut, answersIn) = try Self.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        posix_spawn_file_actions_adddup2(&actions, commandsOut, 3)
        posix_spawn_file_actions_adddup2(&actions, answersIn, 4)
        actions.closeInherited(from: 5)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process = pid_t()
        let status = posix_spawn(&process, program, &actions, nil, words, environ)
        Glibc.close(commandsOut)
        Glibc.close(answersIn)
        guard status == 0 else {
            Glibc.close(commandsIn)
            Glibc.close(answersOut)
            throw BrowserError("\(program) did not start: \(String(cString: strerror(status)))")
        }
        self.process = process
        input = commandsIn
        output = answersOut
    }

    deinit {
        Glibc.close(input)
        Glibc.close(output)
        waitpid(process, nil, 0)
    }

    /// Sends a message.
    func write(_ message: Data) throws {
        var rest = Array(message) + [0]
        while !rest.isEmpty {
            let count = Glibc.write(input, rest, rest.count)
            guard count > 0 else { throw BrowserError("Chromium has gone: \(String(cString: strerror(errno)))") }
            rest.removeFirst(count)
        }
    }

    /// The next message, or nil where none comes before `deadline`.
    func read(before deadline: ContinuousClock.Instant) throws -> Data? {
        while true {
            if let end = unread.firstIndex(of: 0) {
                defer { unread.removeFirst(end + 1) }
                return Data(unread[..<end])
            }
            let left = ContinuousClock.now.duration(to: deadline)
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            guard milliseconds >= 0 else { return nil }
            var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(clamping: milliseconds)) > 0 else { continue }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = Glibc.read(output, &bytes, bytes.count)
            guard count > 0 else { throw BrowserError("Chromium has gone") }
            unread += bytes[..<count]
        }
    }

    /// A pipe whose ends no other child process inherits, clear of the descriptors that the browser uses.
    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { throw BrowserError("no pipe: \(String(cString: strerror(errno)))") }
        let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
        for end in ends { Glibc.close(end) }
        return (high[0], high[1])
    }
}

import Foundation
import Synchronization

/// The signals that matter to a program that has taken over a terminal, as bytes that can be waited for.
final class TerminalSignals {
    /// Readable when signals have come.
    let descriptor: Int32

    private let writing: Int32
    private var previous: [(number: Int32, handler: sighandler_t?)] = []

    // Where the handlers write; -1 while nobody listens. Handlers may touch an atomic and `write`, nothing more.
    private static let pipe = Atomic<Int32>(-1)

    private static let listened = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]

    /// Listens until `stop()`; one listener a program at a time.
    init() throws(SurveyTerminalError) {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else { throw .failed(to: "listen for signals") }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        descriptor = ends[0]
        writing = ends[1]
        let (isFirst, _) = Self.pipe.compareExchange(expected: -1, desired: writing, ordering: .sequentiallyConsistent)
        precondition(isFirst, "one terminal survey a program at a time")
        for number in Self.listened { listen(to: number) }
    }

    /// The numbers of the signals that have come since the last call.
    func come() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return bytes.prefix(max(0, count)).map { Int32($0) }
    }

    /// Stops the program and what runs with it, as Ctrl-Z does elsewhere; returns when it goes on.
    ///
    /// - Returns: the signals that came meanwhile and still ask for something.
    func suspend() -> [Int32] {
        let listening = signal(SIGTSTP, SIG_DFL)
        kill(0, SIGTSTP)
        // The signal may stop us a moment later; where no shell could continue us, the system does not stop us at all.
        var goingOn = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&goingOn, 1, 200)
        signal(SIGTSTP, listening)
        return come().filter { $0 != SIGCONT && $0 != SIGWINCH }
    }

    /// Gives the signals back to whom they were.
    func stop() {
        for (number, handler) in previous { signal(number, handler) }
        previous = []
        Self.pipe.store(-1, ordering: .sequentiallyConsistent)
        close(descriptor)
        close(writing)
    }

    private func listen(to number: Int32) {
        let handler = signal(number) { number in
            let errorBefore = errno
            var byte = UInt8(truncatingIfNeeded: number)
            write(TerminalSignals.pipe.load(ordering: .relaxed), &byte, 1)
            errno = errorBefore
        }
        previous.append((number, handler))
    }
}

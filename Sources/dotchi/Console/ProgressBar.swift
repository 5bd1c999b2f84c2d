import Foundation
import Synchronization

/// How far long work has come: a bar that moves where standard error is a terminal, otherwise a plain line now and then.
final class ProgressBar: Sendable {
    private struct State {
        var drawnAt: ContinuousClock.Instant?
        var drawn = ""
    }

    private let label: String
    private let pause: Duration
    private let state = Mutex(State())

    /// A bar named `label`.
    init(_ label: String) {
        self.label = label
        pause = Console.isTerminal ? .milliseconds(100) : .seconds(10)
        // A log is told of long work only.
        if !Console.isTerminal { state.withLock { $0.drawnAt = .now } }
    }

    /// Shows `done` of `total` with a word on the side, if the last drawing is long enough ago.
    func show(done: Int, total: Int, _ note: @autoclosure () -> String = "") {
        let now = ContinuousClock.now
        state.withLock { state in
            if let drawnAt = state.drawnAt, now - drawnAt < pause { return }
            state.drawnAt = now
            let line = line(done: done, total: total, note())
            if Console.isTerminal {
                // Return to the line's start, clear it, stay on it.
                FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
            } else {
                Console.say(line)
            }
            state.drawn = line
        }
    }

    /// Ends the bar with a last line that stays.
    func finish(_ text: String) {
        clear()
        Console.say("\(label): \(text)")
    }

    /// Takes the bar away.
    func clear() {
        state.withLock { state in
            if Console.isTerminal, !state.drawn.isEmpty {
                FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
            }
            state.drawn = ""
        }
    }

    private func line(done: Int, total: Int, _ note: String) -> String {
        let width = 24
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
        let filled = Int(share * Double(width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let percent = Int(share * 100)
        let side = note.isEmpty ? "\(done) of \(total)" : note
        return "\(label) \(bar) \(percent) %  \(side)"
    }
}

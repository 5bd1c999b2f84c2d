import Foundation
import Synchronization
import Text
import Workflows

/// How far long work has come: a bar that moves where standard error is a terminal, otherwise a plain line now and then.
final class ProgressBar: WorkProgress {
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
        // A log shows long work only.
        if !Console.isTerminal { state.withLock { $0.drawnAt = .now } }
    }

    /// Shows `done` of `total`, or ``ProgressLine/facts`` in their place, if the last drawing is long enough ago.
    func show(done: Int, total: Int, _ facts: @autoclosure () -> [String]?) {
        let now = ContinuousClock.now
        state.withLock { state in
            if let drawnAt = state.drawnAt, now - drawnAt < pause { return }
            state.drawnAt = now
            let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
            let line = ProgressLine(
                label: label.visibleLine, share: share,
                facts: facts()?.map(\.visibleLine) ?? ["\(done) of \(total)"]
            ).text(width: Console.isTerminal ? Console.columns - 1 : .max)
            if Console.isTerminal {
                Console.draw(line)
            } else {
                Console.say(line)
            }
            state.drawn = line
        }
    }

    /// Ends the bar with a last line that stays.
    func finish(_ text: String) {
        clear()
        Console.say("\(label.visibleLine): \(text)")
    }

    /// Takes the bar away.
    func clear() {
        state.withLock { state in
            if Console.isTerminal, !state.drawn.isEmpty {
                Console.draw("")
            }
            state.drawn = ""
        }
    }
}

import Synchronization
import Workflows

/// Remembers what is said, and asks work to stop at a step of its progress.
final class RecordingReporter: Reporter {
    struct Record {
        /// What was said, in its order; notes begin with `note: `.
        var lines: [String] = []
        /// The titles of what was followed, each as often as it began.
        var titles: [String] = []
        /// Steps of progress so far, of all work.
        var steps = 0
    }

    private let record = Mutex(Record())
    private let mostSteps: Int

    /// A reporter that asks to stop once so many steps were shown.
    init(stoppingAfter mostSteps: Int = .max) {
        self.mostSteps = mostSteps
    }

    var lines: [String] { record.withLock(\.lines) }
    var titles: [String] { record.withLock(\.titles) }
    var steps: Int { record.withLock(\.steps) }

    func say(_ text: String) { record.withLock { $0.lines.append(text) } }

    func note(_ text: String) { say("note: \(text)") }

    func progress(_ title: String) -> any WorkProgress {
        record.withLock { $0.titles.append(title) }
        return Following(title: title, reporter: self)
    }

    var isStopped: Bool { steps >= mostSteps }

    private struct Following: WorkProgress {
        let title: String
        let reporter: RecordingReporter

        func show(done: Int, total: Int, _ facts: @autoclosure () -> [String]?) {
            reporter.record.withLock { $0.steps += 1 }
        }

        func finish(_ text: String) { reporter.say("\(title): \(text)") }

        func clear() {}
    }
}

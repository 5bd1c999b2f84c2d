import Answers
import Foundation
import Study
import StudyStore
import Synchronization

/// Votes again and again over a connection of its own, on a thread of its own, and notes how long each vote takes.
final class Voter: Sendable {
    private let store: StudyStore
    private let header: AnswerHeader
    private let waits = Mutex<[Int]>([])
    private let isOver = Atomic(false)
    private let end = DispatchSemaphore(value: 0)

    /// A voter in the session of `header`.
    init(store: StudyStore, header: AnswerHeader) {
        self.store = store
        self.header = header
    }

    /// Begins to vote.
    func start() {
        Thread.detachNewThread { [self] in
            let clock = ContinuousClock()
            while !isOver.load(ordering: .relaxed) {
                let start = clock.now
                let vote = AnswerEvent(
                    id: UUID().uuidString, milliseconds: 1, kind: .vote, trial: 1, choice: .left)
                _ = try? store.accept(header, [vote])
                let milliseconds = Int((clock.now - start) / .milliseconds(1))
                waits.withLock { $0.append(milliseconds) }
                usleep(20_000)
            }
            end.signal()
        }
    }

    /// Ends, and gives how many milliseconds each vote took.
    func stop() -> [Int] {
        isOver.store(true, ordering: .relaxed)
        end.wait()
        return waits.withLock { $0 }
    }
}

import Dispatch
import Foundation
import Synchronization

/// Runs jobs one after the other on a thread of its own, which lasts as long as the process.
final class TensorExecutor: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var thread: pthread_t?
        var started = false
    }

    private let state = Mutex(State())
    private let arrived = DispatchSemaphore(value: 0)

    var isCurrent: Bool {
        state.withLock { state in state.thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFirst = state.withLock { state in
            state.jobs.append(job)
            defer { state.started = true }
            return !state.started
        }
        if isFirst { start() }
        arrived.signal()
    }

    func checkIsolated() {
        precondition(isCurrent, "not on the tensor thread")
    }

    private func start() {
        let thread = Thread { [self] in
            state.withLock { $0.thread = pthread_self() }
            while true {
                arrived.wait()
                let job = state.withLock { $0.jobs.removeFirst() }
                job.runSynchronously(on: asUnownedSerialExecutor())
            }
        }
        thread.name = "tensors"
        thread.start()
    }
}

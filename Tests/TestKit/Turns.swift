import Synchronization

/// Lets so many pieces of work run at once; the others wait for their turn.
///
/// Tests start hundreds of programs. All at once they would only be in each other's way: each would take minutes, and the
/// memory of all would be needed together.
package final class Turns: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// `count` turns at once.
    package init(_ count: Int) {
        precondition(count > 0, "someone has a turn")
        state = Mutex(State(free: count))
    }

    /// Runs `body` when it is its turn.
    package func take<Result>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async rethrows -> Result {
        await begin()
        defer { end() }
        return try await body()
    }

    private func begin(isolation: isolated (any Actor)? = #isolation) async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    private func end() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}

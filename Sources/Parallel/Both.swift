import Dispatch
import Synchronization

/// What two pieces of work give, done beside each other where there are two cores.
package func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let one = Mutex<First?>(nil)
    let other = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { place in
        if place == 0 {
            let made = first()
            one.withLock { $0 = made }
        } else {
            let made = second()
            other.withLock { $0 = made }
        }
    }
    guard let made = one.withLock(\.self), let more = other.withLock(\.self) else {
        preconditionFailure("both pieces of work are done before this")
    }
    return (made, more)
}

import Dispatch
import Synchronization

/// What `measure` says of 0 ..< `count`, in this order, asked on all cores.
func onAllCores(_ count: Int, _ measure: @Sendable (Int) -> Double) -> [Double] {
    let measured = Mutex([Double](repeating: 0, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let value = measure(index)
        measured.withLock { $0[index] = value }
    }
    return measured.withLock(\.self)
}

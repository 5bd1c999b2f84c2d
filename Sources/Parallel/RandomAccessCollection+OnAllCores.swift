import Dispatch
import Synchronization

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
    /// What `make` gives of each element, in their order, asked on all cores.
    ///
    /// - Throws: what `make` throws of the first element, in their order, of which it throws; all are asked before.
    package func mapOnAllCores<Made: Sendable, Fault: Error>(
        _ make: @Sendable (Element) throws(Fault) -> Made
    ) throws(Fault) -> [Made] {
        let made = Mutex<[Result<Made, Fault>?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let element = self[startIndex + place]
            let result = Result { () throws(Fault) in try make(element) }
            made.withLock { $0[place] = result }
        }
        var all: [Made] = []
        all.reserveCapacity(count)
        for case .some(let result) in made.withLock(\.self) { all.append(try result.get()) }
        return all
    }
}

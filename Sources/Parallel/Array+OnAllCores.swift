import Dispatch

extension Array where Element: Sendable {
    /// So many elements, each what `make` gives of its place, asked on all cores.
    ///
    /// For many elements that are each quickly made; of few that take long see
    /// ``Swift/RandomAccessCollection/mapOnAllCores(_:)``.
    ///
    /// - Parameter count: how many, at least 0.
    package init(onAllCores count: Int, _ make: @Sendable (Int) -> Element) {
        let block = 1 << 14
        self.init(unsafeUninitializedCapacity: count) { room, made in
            // Each place is written once, by the one who has its block.
            nonisolated(unsafe) let room = room
            DispatchQueue.concurrentPerform(iterations: (count + block - 1) / block) { number in
                for place in number * block..<Swift.min(count, (number + 1) * block) {
                    room.initializeElement(at: place, to: make(place))
                }
            }
            made = count
        }
    }
}

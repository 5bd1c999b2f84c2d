import Synchronization

/// The headers that were read before. Whoever sends each answer when it is given sends the same header with it.
package final class ReadHeaders: Sendable {
    private let known = Mutex<[[UInt8]: AnswerHeader]>([:])
    private let most: Int

    /// Keeps so many headers.
    package init(most: Int = 4096) { self.most = most }

    /// The header in a line; `read` reads one that was not read before.
    func header(
        in line: ArraySlice<UInt8>, _ read: (ArraySlice<UInt8>) throws(AnswerFileError) -> AnswerHeader
    ) throws(AnswerFileError) -> AnswerHeader {
        let bytes = Array(line)
        if let header = known.withLock({ $0[bytes] }) { return header }
        let header = try read(line)
        known.withLock { known in
            if known.count >= most { known.removeAll() }
            known[bytes] = header
        }
        return header
    }
}

import Files
import Foundation
import Synchronization

/// A descriptor of a store's file, to look at it beside SQLite.
///
/// When a process closes any descriptor of a file, POSIX takes all its locks from that file, those of SQLite's connections
/// too: another process could then remove the log under them. So there is one descriptor a file, which stays open as long as
/// any connection of ours; each holds one of these.
final class HeldFile: Sendable {
    /// The descriptor, for reading.
    let descriptor: Int32
    /// What the system says of the file, as it was found.
    private let identity: Identity

    private struct Identity: Hashable {
        let device: UInt
        let number: UInt

        init(_ facts: stat) { (device, number) = (UInt(facts.st_dev), UInt(facts.st_ino)) }
    }

    private struct Holding {
        let descriptor: Int32
        var count = 1
    }

    private static let holdings = Mutex([Identity: Holding]())

    /// Holds the file at `path`; nil where there is none.
    ///
    /// - Throws: ``FileFault`` where it cannot be opened.
    init?(_ path: String) throws(FileFault) {
        let (found, fault) = Self.holdings.withLock { holdings -> ((Int32, Identity)?, FileFault?) in
            var facts = stat()
            guard stat(path, &facts) == 0 else { return (nil, errno == ENOENT ? nil : FileFault(number: errno)) }
            if let known = holdings[Identity(facts)]?.descriptor {
                holdings[Identity(facts)]?.count += 1
                return ((known, Identity(facts)), nil)
            }
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0, fstat(descriptor, &facts) == 0 else { return (nil, FileFault(number: errno)) }
            // Another file may have taken its place, one that is held; this descriptor of it must then stay open too.
            if let known = holdings[Identity(facts)]?.descriptor {
                holdings[Identity(facts)]?.count += 1
                return ((known, Identity(facts)), nil)
            }
            holdings[Identity(facts)] = Holding(descriptor: descriptor)
            return ((descriptor, Identity(facts)), nil)
        }
        if let fault { throw fault }
        guard let found else { return nil }
        (descriptor, identity) = found
    }

    deinit {
        Self.holdings.withLock { holdings in
            guard var holding = holdings[identity] else { return }
            holding.count -= 1
            holdings[identity] = holding.count > 0 ? holding : nil
            if holding.count == 0 { close(holding.descriptor) }
        }
    }
}

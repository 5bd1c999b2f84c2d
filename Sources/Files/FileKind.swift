package import Foundation

/// What the system has at a path, where that is no regular file.
package enum FileKind: Sendable, Hashable {
    case folder, fifo, socket, device, other

    /// The kind in a file's mode; nil for a regular file.
    init?(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR: self = .folder
        case S_IFIFO: self = .fifo
        case S_IFSOCK: self = .socket
        case S_IFCHR, S_IFBLK: self = .device
        default: self = .other
        }
    }

    /// What is at `place`, links followed; nil for a regular file, and where nothing is.
    package init?(at place: URL) {
        var facts = stat()
        guard stat(place.path, &facts) == 0 else { return nil }
        self.init(mode: facts.st_mode)
    }
}

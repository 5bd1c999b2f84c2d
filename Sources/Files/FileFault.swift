import Foundation

/// Why the system did not read, write or list a file.
package struct FileFault: Error, Sendable, Hashable {
    /// The system's number of the fault (`errno`); nil where it gave none.
    package let number: Int32?
    /// What is there in the place of a regular file; nil where that is not the fault.
    package let kind: FileKind?

    /// The fault of that number (`errno`).
    package init(number: Int32) {
        self.number = number
        kind = number == EISDIR ? .folder : nil
    }

    /// The fault of what should be a regular file, and is of that kind.
    package init(kind: FileKind) {
        number = kind == .folder ? EISDIR : nil
        self.kind = kind
    }

    /// The fault behind an error that Foundation threw.
    package init(_ error: any Error) {
        if let fault = error as? FileFault {
            self = fault
            return
        }
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        number = [underlying, error].compactMap(\.self).lazy.map { $0 as NSError }
            .first { $0.domain == NSPOSIXErrorDomain }
            .map { Int32(truncatingIfNeeded: $0.code) }
        kind = number == EISDIR ? .folder : nil
    }
}

extension FileFault {
    /// Whether there is no space left to write to.
    package var isFullDisk: Bool { number == ENOSPC || number == EDQUOT }
}

extension FileFault: CustomStringConvertible {
    /// The reason as a part of a sentence, to stand after the file's name: the system's own words, which can be searched
    /// for, then ours where those say too little.
    package var description: String {
        switch kind {
        case .fifo: return "it is a FIFO (a named pipe), not a regular file"
        case .socket: return "it is a socket, not a regular file"
        case .device: return "it is a device, not a regular file"
        case .other: return "it is not a regular file"
        case .folder, nil: break
        }
        return switch number {
        case ENOENT: "no such file or directory"
        case EISDIR: "it is a directory, not a file"
        case ENOTDIR: "not a directory: it, or a part of its path, is a file"
        case EEXIST: "file exists: something else of this name is there already"
        case EACCES: "permission denied"
        case EPERM: "operation not permitted"
        case EROFS: "read-only file system"
        case ENOSPC: "no space left on device"
        case EDQUOT: "no space left on device for this user (the quota is used up)"
        case EFBIG: "file too large: larger than a file may be there"
        case ENAMETOOLONG: "file name too long"
        case ELOOP: "too many levels of symbolic links: they lead in a circle"
        case EMFILE, ENFILE: "too many open files"
        case EIO: "input/output error: the device it lies on reports a fault"
        case let number?: "\(String(cString: strerror(number))) (number \(number))"
        case nil: "the system gives no reason"
        }
    }
}

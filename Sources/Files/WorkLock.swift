package import Foundation

/// Keeps a piece of work in a folder to one process at a time, and says who is at it.
///
/// The lock is a file of the work's name in a folder of locks. It holds who took it, and is removed when the work is
/// done; one that a killed process left is free, and the next one takes it.
package final class WorkLock: Sendable {
    /// Who is at work.
    package struct Holder: Sendable, Hashable {
        /// Its process number.
        package var process: Int32
        /// The machine it runs on.
        package var host: String
        /// When it took the lock, as ISO 8601.
        package var since: String
        /// Its command line.
        package var command: String
    }

    /// The folder of locks in a study's or any other folder.
    package static let folderName = ".locks"

    private let file: URL
    private let lock: FileLock

    /// Takes the lock of the work `name` in `folder`, whose folder of locks is made where it is missing. Nil where another
    /// process has it.
    ///
    /// - Parameter command: the command line of this process, for others to see.
    /// - Throws: ``FileFault`` where the lock's file cannot be made.
    package init?(_ name: String, in folder: URL, command: String) throws(FileFault) {
        let file = Self.file(name, in: folder)
        while true {
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            } catch {
                throw FileFault(error)
            }
            do throws(FileFault) {
                guard let lock = try FileLock(file) else { return nil }
                // Who had it before may have removed the file between its opening and its locking.
                guard lock.isOf(file) else { continue }
                self.file = file
                self.lock = lock
                break
            } catch {
                // Or the folder, between its making and the file's.
                guard error.number == ENOENT else { throw error }
            }
        }
        let holder = Holder(
            process: getpid(), host: ProcessInfo.processInfo.hostName,
            since: Date.now.formatted(.iso8601), command: Self.printable(command))
        lock.write("\(holder.process)\n\(holder.host)\n\(holder.since)\n\(holder.command)\n")
    }

    deinit {
        unlink(file.path)
        // Stays where other locks are in it.
        rmdir(file.deletingLastPathComponent().path)
    }

    /// The lock's file of the work `name` in `folder`.
    package static func file(_ name: String, in folder: URL) -> URL {
        folder.appending(path: folderName).appending(path: fileName(name))
    }

    /// Who has the lock of `name` in `folder`; nil where nobody has, or the file does not say.
    package static func holder(of name: String, in folder: URL) -> Holder? {
        let file = file(name, in: folder)
        return FileLock.isTaken(file) ? Holder(readFrom: file) : nil
    }

    /// Removes the lock's file that a killed process left, if it is still free.
    package static func removeLeft(_ file: URL) {
        guard let lock = try? FileLock(file, creating: false), lock.isOf(file) else { return }
        withExtendedLifetime(lock) { _ = unlink(file.path) }
    }

    /// A file name of ASCII letters, digits and a few marks; all else is written as its bytes' numbers.
    private static func fileName(_ name: String) -> String {
        let bytes = name.utf8.map { byte in
            let scalar = Character(UnicodeScalar(byte))
            let isPlain = scalar.isASCII && (scalar.isLetter || scalar.isNumber || "-_~+".contains(scalar))
            return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return bytes.joined().prefix(200) + ".lock"
    }

    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(300).map { $0.properties.generalCategory == .control ? "?" : $0 }))
    }
}

extension WorkLock.Holder {
    /// Who took the lock whose file is `file`; nil where it does not say.
    package init?(readFrom file: URL) {
        guard let text = try? RegularFile.text(of: file) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, let process = Int32(lines[0]) else { return nil }
        self.init(
            process: process, host: String(lines[1]), since: String(lines[2]), command: String(lines[3]))
    }
}

import Files
import Foundation
import Text

/// A folder that the command line names to be written: one command at a time writes it.
struct OutputFolder {
    private let lock: WorkLock?

    /// Takes the folder at `place` for as long as the value is there.
    ///
    /// The lock is beside the folder, so that one that is not made yet has it too; where nothing can be written there, in
    /// the folder. Where neither can be, there is none: then what is written will say why it cannot be.
    ///
    /// - Parameter isReplaced: whether the folder is exchanged whole, so that nothing but what is written may be in it.
    /// - Throws: ``Failure`` where another command is writing it, with that command.
    init(_ place: URL, isReplaced: Bool = false) throws {
        let place = place.standardizedFileURL.resolvingSymlinksInPath()
        let name = "folder-\(place.lastPathComponent)"
        for folder in [place.deletingLastPathComponent()] + (isReplaced ? [] : [place]) {
            switch Self.take(name, in: folder) {
            case .some(.some(let lock)):
                self.lock = lock
                return
            case .some(.none):
                let holder = WorkLock.holder(of: name, in: folder)?.words ?? "another command"
                throw Failure(
                    .busy,
                    "\(place.path) is being written by \(holder). Nothing was changed. Call this again when that has ended."
                )
            case .none: continue
            }
        }
        lock = nil
    }

    /// The lock, or nothing in it where another command has it; nil where it cannot be made.
    private static func take(_ name: String, in folder: URL) -> WorkLock?? {
        do throws(FileFault) {
            return .some(try WorkLock(name, in: folder, command: WorkLock.ownCommand))
        } catch {
            return .none
        }
    }

    /// Calls `body` while no other command writes the folder.
    func whileHeld<Result>(_ body: () throws -> Result) rethrows -> Result {
        try withExtendedLifetime(lock) { try body() }
    }
}

extension WorkLock {
    /// The command line of this process, for others to see.
    static var ownCommand: String {
        (["dotchi"] + CommandLine.arguments.dropFirst().map(\.shellWord)).joined(separator: " ")
    }
}

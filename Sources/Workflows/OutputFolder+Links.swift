import Files
import Foundation

extension OutputFolder {
    /// That no symbolic link has the place of a file that a command names itself: what it leads to is somebody's, and
    /// would be overwritten unseen.
    ///
    /// - Throws: ``Failure`` where one has.
    static func expectNoLink(at file: URL) throws(Failure) {
        var facts = stat()
        guard lstat(file.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK else { return }
        throw Failure(
            .cannotCreate,
            "\(file.path) is a symbolic link, which dotchi does not write through. Rename it, or write to another folder."
        )
    }
}

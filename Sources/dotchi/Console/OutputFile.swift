import Files
import Foundation
import Workflows

/// A file that the command line names to be written.
struct OutputFile {
    private let path: String

    /// The file at `path`.
    init(_ path: String) {
        self.path = path
    }

    /// Writes it, whole or not at all, over one that is there.
    ///
    /// - Throws: ``Failure`` where it cannot be written.
    func write(_ bytes: Data) throws {
        do {
            try WholeFile.write(bytes, to: URL(filePath: path))
        } catch {
            throw Failure(.cannotCreate, "\(path) cannot be written: \(error).")
        }
    }
}

import Files
import Foundation

/// A file that the command line names to be read: its path, or `-` for standard input.
struct InputFile {
    /// Its name without folders, for reports and lists.
    let name: String
    private let path: String?

    /// The file that `argument` names.
    init(_ argument: String) {
        path = argument == "-" ? nil : argument
        name = path.map { URL(filePath: $0).lastPathComponent } ?? "standard input"
    }

    /// All that is in it.
    ///
    /// - Throws: ``Failure`` where it cannot be read.
    func bytes() throws -> Data {
        do {
            guard let path else { return try FileHandle.standardInput.readToEnd() ?? Data() }
            return try Data(contentsOf: URL(filePath: path))
        } catch {
            throw Failure(.noInput, "\(path ?? name) cannot be read: \(FileFault(error)).")
        }
    }
}

import Foundation
import Testing

/// The files of a folder and of all below it, by their paths from it.
func contents(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        var isFolder: ObjCBool = false
        let file = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
            continue
        }
        files[name] = try Data(contentsOf: file)
    }
    return files
}

/// Expects that a file is a PNG, by its first bytes and its length.
func expectPNG(_ file: URL, location: SourceLocation = #_sourceLocation) throws {
    let bytes = try Data(contentsOf: file)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 100, sourceLocation: location)
}

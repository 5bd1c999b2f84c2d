import Files
import Foundation
import Pictures

/// A folder of photographs with the folders in it. Links to files are followed, links to folders are not.
struct PhotographFolder {
    private let root: URL

    init(_ root: URL) {
        self.root = root
    }

    /// Paths from the folder of all files that may be photographs, in no particular order.
    func names() throws(DatasetError) -> [String] {
        var names: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let path = root.appending(path: folder).path(percentEncoded: false)
            do {
                for found in try FileName.all(in: FileName(path.utf8)) where found.bytes.first != UInt8(ascii: ".") {
                    guard let entry = found.text else {
                        throw DatasetError.unreadableSource(
                            path, reason: "the name “\(found)” in it is not UTF-8; rename it")
                    }
                    let name = folder.isEmpty ? entry : "\(folder)/\(entry)"
                    switch try kind(of: name) {
                    case .folder where entry != "__MACOSX": folders.append(name)
                    case .file: if let name = PhotographName.candidate(name) { names.append(name) }
                    default: break
                    }
                }
            } catch let error as DatasetError {
                throw error
            } catch {
                throw .unreadableSource(path, reason: "\(FileFault(error))")
            }
        }
        return names
    }

    /// The bytes of a file, by its path from the folder.
    func read(_ name: String) -> Result<[UInt8], PhotographSource.Unreadable> {
        let file = root.appending(path: name)
        do {
            let length = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard length <= PixelBuffer.maximumFileSize else {
                return .failure(.init(reason: PictureError.Problem.tooLong(length).description))
            }
            return .success([UInt8](try RegularFile.bytes(of: file)))
        } catch {
            return .failure(.init(reason: "cannot be read (\(FileFault(error)))"))
        }
    }

    private enum Kind { case folder, file, other }

    private func kind(of name: String) throws -> Kind {
        let path = root.appending(path: name).path(percentEncoded: false)
        let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        switch type {
        case .typeDirectory?: return .folder
        case .typeRegular?: return .file
        case .typeSymbolicLink?:
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue ? .file : .other
        default: return .other
        }
    }
}

import Files
import Foundation

/// What lies beside a store of no bytes and shows that something was recorded in it: then the store was lost, and to begin another one
/// would hide that.
///
/// The folders of the usual names come from commands that record something, and runs/ from a template with generators. What was written elsewhere in the study folder is
/// known by its content: pages, answer files, reports, and copies of a store.
struct StudyRemains {
    /// Names, those of folders with a slash.
    let names: [String]

    /// Folders that only a study in which something was recorded has: by a template with generators, too.
    private static let usual = ["runs", "cache", "page", "answers", "figures", "report"]
    /// So deep folders are looked into, and so many files and folders at most: a study may lie beside all of a disk.
    private static let (depth, most) = (3, 5_000)

    /// What lies in the folder of the store `file`.
    init(beside file: URL) {
        let folder = file.deletingLastPathComponent()
        let found = Self.usual.filter { !Self.entries(of: folder.appending(path: $0)).isEmpty }
        guard found.isEmpty else {
            names = found.map { $0 + "/" }
            return
        }
        var left = Self.most
        names = Self.entries(of: folder).filter { $0 != file.lastPathComponent }.compactMap { name in
            let place = folder.appending(path: name)
            return switch Self.sign(at: place, depth: 0, &left) {
            case true: FileKind(at: place) == .folder ? name + "/" : name
            case false: nil
            }
        }
    }

    private static func entries(of folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    /// Whether something, or what lies in it, is of a study in which something was recorded.
    private static func sign(at place: URL, depth: Int, _ left: inout Int) -> Bool {
        guard left > 0 else { return false }
        left -= 1
        switch FileKind(at: place) {
        case .folder:
            let name = place.lastPathComponent
            guard depth < Self.depth, !name.hasPrefix(".") else { return false }
            for entry in entries(of: place) where sign(at: place.appending(path: entry), depth: depth + 1, &left) {
                return true
            }
            return false
        case nil: return isMade(place)
        default: return false
        }
    }

    /// Whether dotchi made a file, or a page of dotchi did.
    private static func isMade(_ file: URL) -> Bool {
        // Lists of what a command wrote.
        if file.lastPathComponent.hasPrefix(".dotchi-") { return true }
        guard let bytes = beginning(of: file) else { return false }
        if StoreHeader.isMarked(bytes), bytes.count >= StoreHeader.length {
            return Array(bytes).word(at: StoreHeader.placeOfApplication) == UInt32(Schema.applicationID)
        }
        switch file.pathExtension {
        case "html": return bytes.range(of: Data("content=\"dotchi survey page\"".utf8)) != nil
        case "jsonl": return bytes.range(of: Data("\"dotchi-answers-".utf8)) != nil
        default: return false
        }
    }

    /// The first bytes of a file; nil where there are none.
    private static func beginning(of file: URL) -> Data? {
        guard let handle = try? RegularFile.open(file) else { return nil }
        defer { try? handle.close() }
        return try? handle.read(upToCount: 4_096)
    }
}

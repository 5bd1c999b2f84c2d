import Files
import Foundation

/// What lies beside a store of no bytes and shows that something was recorded in it: then the store was lost, and to begin
/// another one would hide that.
///
/// It is known by its content, whatever it is called and wherever in the study folder it lies, packed by gzip, tar or zip
/// too: checkpoints in runs/ (from a template with generators, too), prepared photographs in cache/, pages, answer files,
/// reports, figures, lists of what a command wrote, and copies of a store. What a researcher has of their own in folders of
/// these names shows nothing.
struct StudyRemains {
    /// Names, those of folders with a slash.
    let names: [String]

    /// So deep folders are looked into, so many files and folders, and so many bytes of packed files: a study may lie beside
    /// all of a disk.
    private static let (depth, most, mostPacked) = (3, 5_000, 1 << 30)
    /// So many bytes of a file are looked at.
    private static let beginning = 65_536

    /// What lies in the folder of the store `file`.
    init(beside file: URL) {
        let folder = file.deletingLastPathComponent()
        let found = [
            ("runs", Self.holds(folder.appending(path: "runs"), depth: 2) { $0.hasSuffix(".safetensors") }),
            ("cache", Self.holds(folder.appending(path: "cache"), depth: 3) { !$0.hasPrefix(".") }),
        ].filter { $0.1 }
        guard found.isEmpty else {
            names = found.map { $0.0 + "/" }
            return
        }
        var left = Left()
        names = Self.entries(of: folder).filter { $0 != file.lastPathComponent }.compactMap { name in
            let place = folder.appending(path: name)
            return switch Self.sign(at: place, depth: 0, &left) {
            case true: FileKind(at: place) == .folder ? name + "/" : name
            case false: nil
            }
        }
    }

    /// What may still be looked at.
    private struct Left {
        var places = StudyRemains.most
        var packed = StudyRemains.mostPacked
    }

    private static func entries(of folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    /// Whether a folder has a file of such a name, in itself or in folders of it.
    private static func holds(_ folder: URL, depth: Int, _ isMeant: (String) -> Bool) -> Bool {
        entries(of: folder).contains { name in
            let place = folder.appending(path: name)
            guard FileKind(at: place) == .folder else { return isMeant(name) }
            return depth > 1 && holds(place, depth: depth - 1, isMeant)
        }
    }

    /// Whether something, or what lies in it, is of a study in which something was recorded.
    private static func sign(at place: URL, depth: Int, _ left: inout Left) -> Bool {
        guard left.places > 0 else { return false }
        left.places -= 1
        switch FileKind(at: place) {
        case .folder:
            let name = place.lastPathComponent
            guard depth < Self.depth, !name.hasPrefix(".") else { return false }
            let entries = entries(of: place)
            if isOfFigures(entries) { return true }
            for entry in entries where sign(at: place.appending(path: entry), depth: depth + 1, &left) {
                return true
            }
            return false
        case nil: return isMade(place, &left)
        default: return false
        }
    }

    /// Whether a folder has the figures of a method, whose list may be gone.
    private static func isOfFigures(_ names: [String]) -> Bool {
        ["samples-", "interpolation-"].allSatisfy { kind in
            names.contains { $0.hasPrefix(kind) && $0.hasSuffix(".png") }
        }
    }

    /// Whether dotchi made a file, or a page of dotchi did, or it is a packed one with such a file in it.
    private static func isMade(_ file: URL, _ left: inout Left) -> Bool {
        // Lists of what a command wrote.
        if file.lastPathComponent.hasPrefix(".dotchi-") { return true }
        guard let bytes = try? RegularFile.bytes(of: file, options: .mappedIfSafe) else { return false }
        if isMade(Data(bytes.prefix(beginning))) { return true }
        guard left.packed > 0 else { return false }
        let packed = PackedFile.beginnings(in: bytes)
        if !packed.isEmpty { left.packed -= min(bytes.count, 1 << 24) }
        return packed.contains { isMade($0) }
    }

    /// Whether what begins like this is of dotchi's making.
    private static func isMade(_ bytes: Data) -> Bool {
        if StoreHeader.isMarked(bytes), bytes.count >= StoreHeader.length {
            return Array(bytes.prefix(StoreHeader.length)).word(at: StoreHeader.placeOfApplication)
                == UInt32(Schema.applicationID)
        }
        func has(_ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }
        // Pictures and other files of no text have none of them.
        guard !bytes.prefix(1_024).contains(0) else { return false }
        let isJSON = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
        return isJSON && has("\"dotchi-answers-") || has("content=\"dotchi survey page\"") || ReportSign.isIn(bytes)
    }
}

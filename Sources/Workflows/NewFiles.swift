import Files
import Foundation

/// What a command makes in a folder that may have files of others: where it fails, what was not there before is taken away.
struct NewFiles {
    /// The folder and those above it that are not there yet, the innermost first.
    private let folders: [URL]
    private let places: [URL]
    private let before: Set<String>

    /// What will be made in `folder`.
    ///
    /// - Parameter names: the files and folders in it that may be made; of a folder all in it.
    init(in folder: URL, _ names: [String]) {
        let folder = folder.standardizedFileURL
        places = names.map { folder.appending(path: $0) }
        before = Set(places.flatMap(Self.all).map(\.path))
        var (missing, place) = ([URL](), folder)
        while !Self.isThere(place), place.path != "/" {
            missing.append(place)
            place = place.deletingLastPathComponent().standardizedFileURL
        }
        folders = missing
    }

    /// Takes away what was made since; of files in folders those that `isOwn` holds for.
    func remove(_ isOwn: (URL) -> Bool = { _ in true }) {
        // What lies in a folder comes after it.
        for place in places.flatMap(Self.all).reversed() where !before.contains(place.path) {
            if Self.isFolder(place) {
                rmdir(place.path)
            } else if isOwn(place) {
                unlink(place.path)
            }
        }
        removeFolders()
    }

    /// Takes away the folder, and those above it, where they are new and empty.
    func removeFolders() { for folder in folders where rmdir(folder.path) != 0 && errno != ENOENT { return } }

    /// Whether anything has that name, a link that leads nowhere too.
    static func isThere(_ place: URL) -> Bool {
        var facts = stat()
        return lstat(place.path, &facts) == 0
    }

    private static func isFolder(_ place: URL) -> Bool {
        var facts = stat()
        return lstat(place.path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// A file, or a folder with all that is in it; links are not followed.
    private static func all(_ place: URL) -> [URL] {
        guard isThere(place) else { return [] }
        guard isFolder(place) else { return [place] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        return [place] + names.sorted().flatMap { all(place.appending(path: $0)) }
    }
}

/// Files as lines of a message; of very many the first, and how many more lie in which folders, where they can be looked for.
struct FolderListing: CustomStringConvertible {
    private let paths: [String]
    private static let most = 50

    /// A listing of the files at `paths`.
    init(_ paths: [String]) {
        self.paths = paths
    }

    var description: String {
        guard paths.count > Self.most else { return paths.lines }
        var counts: [String: Int] = [:]
        for path in paths.dropFirst(Self.most) {
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
            counts[folder, default: 0] += 1
        }
        let folders = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value))" }
        return Array(paths.prefix(Self.most)).lines + "\n  and \(paths.count - Self.most) more: \(folders.list)"
    }
}

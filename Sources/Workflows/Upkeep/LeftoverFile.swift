import Files
import Foundation
import StudyFiles

/// A file or folder of a study that a command which was killed left, or that one at work has not finished.
struct LeftoverFile {
    /// Where it is.
    let place: URL
    /// Its path from the study folder.
    let path: String
    /// Its bytes, those of a folder's files together.
    let bytes: Int
    /// Whether a command is at work on it.
    let isInUse: Bool

    /// All that are in `folder`, by path; none of a study inside of it, and none of other programs.
    ///
    /// - Parameter isTraining: whether a training is at work in a folder of runs/.
    static func all(in folder: StudyFolder, isTraining: (URL) -> Bool) -> [LeftoverFile] {
        let keys: [URLResourceKey] = [.isDirectoryKey, .isSymbolicLinkKey]
        guard let walk = FileManager.default.enumerator(at: folder.root, includingPropertiesForKeys: keys) else {
            return []
        }
        var found: [LeftoverFile] = []
        for case let place as URL in walk {
            let facts = try? place.resourceValues(forKeys: Set(keys))
            let isFolder = facts?.isDirectory == true && facts?.isSymbolicLink != true
            let parent = relativePath(place.deletingLastPathComponent(), from: folder)
            if isLeftover(place.lastPathComponent, in: parent, isFolder: isFolder) {
                if isFolder { walk.skipDescendants() }
                let isInUse =
                    FileLock.isTaken(place)
                    || parent.hasPrefix("runs/") && isTraining(place.deletingLastPathComponent())
                found.append(
                    LeftoverFile(
                        place: place, path: relativePath(place, from: folder), bytes: bytes(of: place, isFolder),
                        isInUse: isInUse))
            } else if isFolder,
                place.lastPathComponent == ".git"
                    || FileManager.default.fileExists(atPath: place.appending(path: "study.yaml").path)
            {
                walk.skipDescendants()
            }
        }
        return found.sorted { $0.path < $1.path }
    }

    /// Whether a file or folder of this name is one of ours that was not finished. Names are matched narrowly: what another
    /// program could have made is none.
    static func isLeftover(_ name: String, in parent: String, isFolder: Bool) -> Bool {
        if WholeFile.isUnfinished(name) { return true }
        let isOfRun = parent.hasPrefix("runs/")
        if isFolder {
            // A page as it was written before it was exchanged in one step.
            return name.wholeMatch(of: /\..+-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}-(new|old)/) != nil
        }
        return isOfRun
            && (name == "position.json.new" || name.wholeMatch(of: /\..+\.(safetensors|png)\.partial/) != nil)
            || ["figures", ""].contains(parent) && name.wholeMatch(of: /\..+\.png\.partial/) != nil
            || parent == "cache" && name.wholeMatch(of: /\.photographs-[0-9A-F-]{36}-[0-9]+\.part/) != nil
            // Foundation's own, by which reports and checkpoints were once written.
            || (isOfRun || ["report", "figures", ""].contains(parent))
                && name.wholeMatch(of: /\.dat\.nosync[0-9a-f]{4,8}\.[A-Za-z0-9]{6}/) != nil
    }

    private static func relativePath(_ place: URL, from folder: StudyFolder) -> String {
        let (root, path) = (folder.root.path, place.path)
        return path == root ? "" : path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    private static func bytes(of place: URL, _ isFolder: Bool) -> Int {
        let inside = isFolder ? FileManager.default.subpaths(atPath: place.path) ?? [] : [""]
        return inside.reduce(0) { sum, path in
            let file = path.isEmpty ? place : place.appending(path: path)
            let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
            return sum
                + (attributes?[.type] as? FileAttributeType == .typeRegular ? attributes?[.size] as? Int ?? 0 : 0)
        }
    }
}

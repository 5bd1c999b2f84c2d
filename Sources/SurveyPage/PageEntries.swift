import Foundation

/// What the files of a page are called, those of earlier versions of dotchi too.
enum PageEntries {
    /// The page itself, which is the only file whose content changes under its name.
    static let index = "index.html"

    /// Whether a file belongs to a page, by its path in the page's folder.
    static func areOfPage(_ path: String) -> Bool {
        let names =
            /(index(-[0-9a-f]{16})?\.html|(survey(-[0-9a-f]{16})?|data-[0-9a-f]{16}|plan)\.js|survey(-[0-9a-f]{16})?\.css)/
        let seats = /plan-[0-9a-f]{16}\/[0-9]+\.js/
        let images = /images(-[0-9a-f]{16})?\/[0-9a-f]{16}\.png/
        return path.wholeMatch(of: names) != nil || path.wholeMatch(of: seats) != nil
            || path.wholeMatch(of: images) != nil
    }

    /// Whether a folder within the page's folder belongs to a page.
    static func areOfPage(folder path: String) -> Bool {
        path.wholeMatch(of: /(images|(images|plan)-[0-9a-f]{16})/) != nil
    }

    /// Whether a file is the page of an earlier build.
    static func areEarlierPage(_ path: String) -> Bool { path.wholeMatch(of: /index-[0-9a-f]{16}\.html/) != nil }

    /// The paths of all files in `folder`, and of folders without any; sorted.
    static func files(in folder: URL) throws -> [String] {
        var files: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
            var isFolder: ObjCBool = false
            let place = folder.appending(path: path).path
            // What is neither, such as a link to nowhere, is somebody's too.
            let isThere = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
            if !(isThere && isFolder.boolValue && areOfPage(folder: path)) { files.append(path) }
        }
        return files
    }
}

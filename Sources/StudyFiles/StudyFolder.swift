package import Foundation
package import Study

/// The folder of one study, and where things lie in it.
package struct StudyFolder: Sendable, Hashable {
    /// The folder itself.
    package let root: URL

    /// The study in `root`, which need not exist yet.
    package init(root: URL) {
        self.root = root.standardizedFileURL
    }

    /// What is planned.
    package var studyFile: URL { root.appending(path: StudyFile.name) }

    /// What happened.
    package var store: URL { root.appending(path: "study.sqlite") }

    /// Checkpoints, one folder a network.
    package var runs: URL { root.appending(path: "runs", directoryHint: .isDirectory) }

    /// Prepared photographs; can be made again.
    package var cache: URL { root.appending(path: "cache", directoryHint: .isDirectory) }

    /// Texts for participants in further languages, or in place of dotchi's: `de.json`.
    package var languages: URL { root.appending(path: "languages", directoryHint: .isDirectory) }

    /// The file or folder at `path`, as study.sqlite names it from the study folder: never one outside of it.
    ///
    /// - Throws: ``StudyFolderError/outside(path:)`` where the path is absolute, leads upwards or holds what no name can.
    package func place(of path: String) throws(StudyFolderError) -> URL {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = path.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isPlain, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 }) else {
            throw .outside(path: path)
        }
        return root.appending(path: path)
    }

    /// The study of the nearest folder with a study.yaml: `folder` itself or a parent, as git finds a repository.
    ///
    /// - Throws: ``StudyFolderError/notFound(from:)``; ``StudyFolderError/notAFile(path:)`` where a folder of that name is
    ///   all there is.
    package static func find(from folder: URL) throws -> StudyFolder {
        var candidate = StudyFolder(root: folder)
        var inTheWay: URL?
        while !candidate.hasStudyFile {
            if inTheWay == nil, candidate.exists { inTheWay = candidate.studyFile }
            let parent = candidate.root.deletingLastPathComponent().standardizedFileURL
            guard parent.path != candidate.root.path, candidate.root.path != "/" else {
                if let inTheWay { throw StudyFolderError.notAFile(path: inTheWay.path) }
                throw StudyFolderError.notFound(from: folder.path)
            }
            candidate = StudyFolder(root: parent)
        }
        return candidate
    }

    /// The study in `folder` itself, as `--study` names it.
    ///
    /// - Throws: ``StudyFolderError/noStudy(path:)``, ``StudyFolderError/notAFile(path:)``.
    package static func at(_ folder: URL) throws -> StudyFolder {
        let found = StudyFolder(root: folder)
        if found.hasStudyFile { return found }
        if found.exists { throw StudyFolderError.notAFile(path: found.studyFile.path) }
        throw StudyFolderError.noStudy(path: folder.path)
    }

    /// The study that study.yaml plans.
    ///
    /// - Throws: ``StudyFileError`` with every finding; ``StudyFolderError`` where the file cannot be read.
    package func study() throws -> Study {
        try StudyFile.read(studyFile)
    }

    /// Whether there is anything of the name study.yaml.
    private var exists: Bool { FileManager.default.fileExists(atPath: studyFile.path) }

    private var hasStudyFile: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: studyFile.path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}

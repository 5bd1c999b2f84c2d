import Foundation
import Study
import StudyFiles
import TestKit
import Testing

@Suite("the study folder")
struct StudyFolderTests {
    @Test("the nearest folder with a study.yaml is found from any depth, as git finds a repository")
    func nearest() throws {
        try withTemporaryFolder { folder in
            let outer = folder.appending(path: "outer")
            let inner = outer.appending(path: "a/inner")
            let deep = inner.appending(path: "b/c")
            try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
            // A folder of that name is no study.
            try FileManager.default.createDirectory(
                at: deep.appending(path: "study.yaml"), withIntermediateDirectories: true)
            for study in [outer, inner] {
                try Data("study: {id: \(study.lastPathComponent)}".utf8).write(to: study.appending(path: "study.yaml"))
            }
            #expect(try StudyFolder.find(from: deep).study().identity.id == "inner")
            #expect(try StudyFolder.find(from: inner).root.path == inner.path)
            #expect(try StudyFolder.find(from: inner.deletingLastPathComponent()).study().identity.id == "outer")
            #expect(try StudyFolder.find(from: deep.appending(path: "../../..")).study().identity.id == "outer")
            #expect(try StudyFolder.at(outer).study().identity.id == "outer")
        }
    }

    @Test("no study anywhere is an error that says where it was looked for and what to do")
    func missing() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: StudyFolderError.self) { try StudyFolder.find(from: folder) }
            #expect(error?.description.contains(folder.path) == true)
            #expect(error?.description.contains("dotchi init") == true)
            #expect(throws: StudyFolderError.noStudy(path: folder.path)) { try StudyFolder.at(folder) }
        }
    }

    @Test("a folder of the name study.yaml is told where there is no study beside it")
    func folderOfThatName() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.yaml")
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
            let error = StudyFolderError.notAFile(path: file.path)
            #expect(throws: error) { try StudyFolder.find(from: folder) }
            #expect(throws: error) { try StudyFolder.at(folder) }
            #expect(error.description.hasPrefix("\(file.path) is a folder, and should be the file"))
        }
    }

    @Test("a path that study.sqlite names is inside of the study, or an error")
    func places() throws {
        let folder = StudyFolder(root: URL(filePath: "/s"))
        #expect(try folder.place(of: "runs/a/checkpoint-1.safetensors").path == "/s/runs/a/checkpoint-1.safetensors")
        for path in [
            "", "/etc/passwd", "../x", "runs/../../x", "runs/..", ".", "runs//x", "runs/a\0b", "runs/a\nb", "runs/",
            "runs/" + String(repeating: "x", count: 256),
        ] {
            let error = #expect(throws: StudyFolderError.outside(path: path)) { try folder.place(of: path) }
            #expect(error?.description.contains("\n") == false && error?.description.contains("\0") == false)
        }
    }

    @Test("a study's files lie where users are told")
    func paths() {
        let folder = StudyFolder(root: URL(filePath: "/s"))
        #expect(folder.studyFile.path == "/s/study.yaml")
        #expect(folder.store.path == "/s/study.sqlite")
        #expect(folder.runs.path == "/s/runs")
        #expect(folder.cache.path == "/s/cache")
    }
}

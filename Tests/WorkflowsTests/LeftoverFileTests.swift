import Foundation
import StudyFiles
import TestKit
import Testing

@testable import Workflows

@Suite("Unfinished files")
struct LeftoverFileTests {
    private static let id = "01234567-89AB-CDEF-0123-456789ABCDEF"

    private static let ours = [
        ".report.md-\(id).dotchi-part", "report/.report.html-\(id).dotchi-part", "deep/er/.a-\(id).dotchi-part",
        "runs/faces/.checkpoint-000001.safetensors.partial", "runs/faces/.samples-000001.png.partial",
        "runs/faces/position.json.new", "runs/faces/.dat.nosync0a1b.Xy12Zz", "report/.dat.nosync0a1b.Xy12Zz",
        "cache/.photographs-\(id)-64.part", "figures/.samples-A.png.partial", ".grid.png.partial",
    ]

    private static let folders = [".page-\(id)-new", ".page-\(id)-old", ".page-\(id).dotchi-part"]

    private static let others = [
        "notes.partial", ".notes.txt.partial", "position.json.new", "runs/faces/checkpoint-000001.safetensors",
        "runs/faces/.mine.partial", "photographs/.dat.nosync0a1b.Xy12Zz", ".dat.nosyncxyz",
        "cache/.photographs-1-64.part",
        ".report.md-\(id)", "report.md-\(id).dotchi-part", ".a-0123.dotchi-part", ".page-\(id)-old2",
        "runs/faces/resume.safetensors", ".hidden", "inner/study.yaml", "inner/.report.md-\(id).dotchi-part",
        ".git/.report.md-\(id).dotchi-part", ".file-\(id)-old",
    ]

    @Test("are known by narrow names, in this study alone, with their bytes; what is being written is told apart")
    func found() throws {
        try withTemporaryFolder { folder in
            func make(_ path: String) throws -> URL {
                let place = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data("12345".utf8).write(to: place)
                return place
            }
            for path in Self.ours + Self.others + Self.folders.map({ "\($0)/images/1.png" }) { _ = try make(path) }
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "loop"), withDestinationURL: folder)
            let found = LeftoverFile.all(in: StudyFolder(root: folder)) { $0.lastPathComponent == "faces" }
            #expect(found.map(\.path) == (Self.ours + Self.folders).sorted())
            #expect(found.allSatisfy { $0.bytes == 5 })
            #expect(found.allSatisfy { $0.isInUse == $0.path.hasPrefix("runs/faces/") })
        }
    }
}

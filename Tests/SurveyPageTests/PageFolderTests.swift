import Foundation
import Pairing
import Study
import SurveyPage
import TestKit
import Testing

/// A page is written whole or not at all, and only over another page.
struct PageFolderTests {
    private struct Stop: Error {}

    @Test("an earlier page is replaced as a whole where that is asked for")
    func replaced() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            try SamplePage().write(to: place)
            try SamplePage(singleFile: true).write(to: place, discardEarlier: true)
            let inside = try entries(place)
            #expect(inside == ["index.html"])
            let left = try entries(folder)
            #expect(left == ["page"])
        }
    }

    @Test("a page that fails half-way leaves the earlier one as it was, and nothing beside it")
    func unchanged() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            try SamplePage().write(to: place)
            let before = try contents(place)
            #expect(throws: Stop.self) {
                try SamplePage(seats: 2).write(to: place) { entry in
                    guard entry.index < 5 else { throw Stop() }
                    return PageImage(sha256: "\(entry.index)", png: try SamplePage.face(entry.index, side: 8))
                }
            }
            #expect(try contents(place) == before)
            let left = try entries(folder)
            #expect(left == ["page"])
        }
    }

    @Test("a page that fails half-way in a new place leaves nothing")
    func nothing() throws {
        try withTemporaryFolder { folder in
            #expect(throws: Stop.self) {
                try SamplePage().write(to: folder.appending(path: "page")) { _ in throw Stop() }
            }
            let left = try entries(folder)
            #expect(left == [])
        }
    }

    @Test(
        "the page of another study is left alone, also one that names its study in its data only, unless earlier builds go",
        arguments: [false, true], [false, true])
    func otherStudy(isNamed: Bool, singleFile: Bool) throws {
        try withTemporaryFolder { folder in
            let index = try SamplePage(singleFile: singleFile).write(to: folder)
            if !isNamed {
                let page = try String(contentsOf: index, encoding: .utf8)
                let before = page.replacing(#"<meta name="dotchi-study" content="faces-1">"#, with: "")
                #expect(before != page)
                try Data(before.utf8).write(to: index)
            }
            let before = try contents(folder)
            let other = SamplePage(study: "other", singleFile: singleFile)
            let error = #expect(throws: SurveyPageError.self) { try other.write(to: folder) }
            #expect(error == .otherStudy(path: folder.standardizedFileURL.path, there: "faces-1"))
            #expect(try contents(folder) == before)
            try SamplePage(seats: 2, singleFile: singleFile).write(to: folder)
            try other.write(to: folder, discardEarlier: true)
            #expect(try String(contentsOf: index, encoding: .utf8).contains(#"content="other""#))
        }
    }

    @Test("a folder with anything else in it is left alone")
    func occupied() throws {
        try withTemporaryFolder { folder in
            let notes = folder.appending(path: "notes.txt")
            try Data("mine".utf8).write(to: notes)
            #expect(throws: SurveyPageError.occupied(path: folder.standardizedFileURL.path, by: "notes.txt")) {
                try SamplePage().write(to: folder)
            }
            let left = try entries(folder)
            #expect(left == ["notes.txt"])
        }
    }

    @Test("an index.html of somebody else's is left alone")
    func foreignIndex() throws {
        try withTemporaryFolder { folder in
            try Data("<title>home</title>".utf8).write(to: folder.appending(path: "index.html"))
            #expect(throws: SurveyPageError.self) { try SamplePage().write(to: folder) }
            let left = try entries(folder)
            #expect(left == ["index.html"])
        }
    }

    @Test(
        "a page to which somebody added a file is left alone",
        arguments: ["logo.svg", "plan-0123456789abcdef/notes.txt", ".htaccess", "survey-of-mine.js"])
    func addedFile(path: String) throws {
        try withTemporaryFolder { folder in
            try SamplePage().write(to: folder.appending(path: "page"))
            let added = folder.appending(path: "page/\(path)")
            try FileManager.default.createDirectory(
                at: added.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: added)
            #expect(throws: SurveyPageError.self) { try SamplePage().write(to: folder.appending(path: "page")) }
            #expect(FileManager.default.fileExists(atPath: added.path))
        }
    }

    @Test("a file in the folder's place is left alone")
    func fileInPlace() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            try Data("mine".utf8).write(to: place)
            #expect(throws: SurveyPageError.self) { try SamplePage().write(to: place) }
            #expect(try Data(contentsOf: place) == Data("mine".utf8))
        }
    }

    @Test("folders on the way are made")
    func parents() throws {
        try withTemporaryFolder { folder in
            let index = try SamplePage().write(to: folder.appending(path: "a/b/page/"))
            #expect(FileManager.default.fileExists(atPath: index.path))
        }
    }

    @Test("bytes that are no PNG are an error that names the pool entry", arguments: [0, 8, 20, 60])
    func notPNG(length: Int) throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: SurveyPageError.self) {
                try SamplePage().write(to: folder) { _ in
                    PageImage(sha256: "1", png: Array(try SamplePage.face(1, side: 16).prefix(length)))
                }
            }
            let found = try #require(error)
            #expect(found.description.contains("ZebraMethod/TapirCondition@7#1"))
        }
    }

    @Test("templates that are not there are an error that names the file")
    func noTemplates() throws {
        try withTemporaryFolder { folder in
            let page = try SurveyPage(plan: FrozenPlan(SamplePage().plan), texts: SurveyTexts.all(SamplePage().survey))
            let error = #expect(throws: SurveyPageError.self) {
                try page.write(to: folder.appending(path: "page"), templates: folder.appending(path: "none")) { _ in
                    throw Stop()
                }
            }
            let found = try #require(error)
            #expect(found.description.contains("none/page/index.mustache"))
            let left = try entries(folder)
            #expect(left == [])
        }
    }

    /// The bytes of each file.
    private func contents(_ folder: URL) throws -> [String: Data] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Dictionary(
            uniqueKeysWithValues: paths.map { ($0, (try? Data(contentsOf: folder.appending(path: $0))) ?? Data()) })
    }

    private func entries(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}

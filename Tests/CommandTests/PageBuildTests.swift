import Foundation
import TestKit
import Testing

@Suite("Building the page", .endsHangs)
struct PageBuildTests {
    @Test(
        "killed before or after the pages change places leaves one of them whole, and the next build clears up",
        arguments: ["page: before it is put in place", "page: exchanged"])
    func killed(at point: String) async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("survey", "build", "page")
            let place = dotchi.folder.appending(path: "page")
            let first = try Self.index(place)
            try await dotchi.well("survey", "plan", "--seed", "6")
            let building = try await dotchi.held(at: point, "survey", "build", "page")
            #expect(try await building.kill() == .signal(SIGKILL))
            try Self.expectWhole(place)
            #expect(try (Self.index(place) == first) == (point == "page: before it is put in place"))
            #expect(try Self.leftovers(dotchi.folder).count == 1)
            try await dotchi.well("survey", "build", "page")
            try Self.expectWhole(place)
            #expect(try Self.index(place) != first && Self.leftovers(dotchi.folder) == [])
        }
    }

    @Test("two builds of one page do not mix: the second says that one is at work")
    func twice() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("survey", "build", "page")
            let first = try await dotchi.whileHeld(
                at: "page: before it is put in place", ["survey", "build", "page"]
            ) { _ in
                let second = try await dotchi.fails(75, "survey", "build", "page")
                #expect(second.contains("page is being written by `dotchi survey build page` (process"))
            }
            #expect(first.status == 0, "\(first)")
            try Self.expectWhole(dotchi.folder.appending(path: "page"))
        }
    }

    @Test("the page of another study is not built over without --discard-earlier, and is left as it is")
    func otherStudy() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("survey", "build", "page")
            let place = dotchi.folder.appending(path: "page")
            let before = try Self.index(place)
            try TinyStudy.write(TinyStudy.yaml.replacing("id: tiny", with: "id: other"), to: dotchi.folder)
            try await dotchi.well("survey", "plan")
            let refusal = try await dotchi.fails(73, "survey", "build", "page")
            #expect(refusal.contains("has the page of the study tiny") && refusal.contains("--discard-earlier"))
            #expect(try Self.index(place) == before)
            try await dotchi.well("survey", "build", "page", "--discard-earlier")
            try Self.expectWhole(place)
            #expect(try Self.index(place) != before)
        }
    }

    @Test("says what it writes of many seats, and what of one")
    func seats() async throws {
        try await withTinyStudy { dotchi in
            let all = try await dotchi("survey", "build", "all", "--single-file")
            #expect(all.status == 0 && all.talk.contains("all 12 seats") && all.talk.contains("--seat N"))
            let one = try await dotchi("survey", "build", "one", "--single-file", "--seat", "3")
            #expect(one.status == 0 && !one.talk.contains("all 12 seats"))
            let unlinked = try await dotchi("survey", "build", "unlinked", "--unlinked")
            #expect(unlinked.status == 0 && unlinked.talk.contains(" images, "), "\(unlinked.talk)")
            // What was linked before stays in the folder until it is discarded.
            #expect(!unlinked.talk.contains("--discard-earlier"))
            try await dotchi.well("survey", "build", "both")
            #expect(try await dotchi("survey", "build", "both", "--unlinked").talk.contains("--discard-earlier"))
            let alone = try await dotchi("survey", "build", "both", "--unlinked", "--discard-earlier")
            #expect(alone.status == 0 && !alone.talk.contains("--discard-earlier"))
            #expect(
                try await dotchi.fails(64, "survey", "build", "x", "--single-file", "--seat", "13").contains("1 to 12"))
            #expect(try await dotchi.fails(64, "survey", "build", "x", "--seat", "3").contains("--single-file"))
        }
    }

    private static func index(_ page: URL) throws -> String {
        try String(contentsOf: page.appending(path: "index.html"), encoding: .utf8)
    }

    /// Expects everything that index.html leads to: style, data, script, seats and their images.
    private static func expectWhole(_ page: URL) throws {
        let named = try index(page).matches(of: /(?:src|href)="([a-z]+-[0-9a-f]{16}\.[a-z]+)"/).map {
            String($0.output.1)
        }
        #expect(named.count == 3)
        for name in named {
            #expect(FileManager.default.fileExists(atPath: page.appending(path: name).path), "\(name)")
        }
        let data = try String(
            contentsOf: page.appending(path: named.first { $0.hasPrefix("data-") } ?? ""), encoding: .utf8)
        let folders = try #require(data.firstMatch(of: /"folders":{"images":"([^"]+)","seats":"([^"]+)"}/)).output
        let seats = try FileManager.default.contentsOfDirectory(atPath: page.appending(path: String(folders.2)).path)
        #expect(seats.count == 12)
        for seat in seats {
            let script = try String(contentsOf: page.appending(path: "\(folders.2)/\(seat)"), encoding: .utf8)
            for name in script.matches(of: /"([0-9a-f]{16})"/).map(\.output.1) {
                let image = page.appending(path: "\(folders.1)/\(name).png")
                #expect(FileManager.default.fileExists(atPath: image.path), "\(name)")
            }
        }
    }

    private static func leftovers(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".page-") }
    }
}

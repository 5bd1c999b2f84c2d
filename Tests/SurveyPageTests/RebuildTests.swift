import Answers
import Files
import Foundation
import Pairing
import Study
import TestKit
import Testing

/// A page that is built again while people have it open.
@MainActor
struct RebuildTests {
    /// The page before, and the page of another plan after.
    private static let before = SamplePage()
    private static let after = SamplePage(seats: 5)

    @Test("an index.html that a browser or proxy kept goes on working after the page was built again")
    func keptIndex() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            let index = try Self.before.write(to: place)
            let old = try Data(contentsOf: index)
            try Self.after.write(to: place)
            #expect(try Data(contentsOf: index) != old)
            let kept = place.appending(path: "kept-by-proxy.html")
            try old.write(to: kept)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, kept)
            try person.begin()
            try person.answer(["f", "j", "f", "j"])
            let file = try person.answers()
            #expect(file.votes.count == 4 && file.kinds.contains(.imageFailed) == false)
            #expect(file.header.planHash == Self.before.plan.hash)
        }
    }

    @Test("a session under way loses no image and ends under its plan; the next person gets the new one")
    func underWay() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            let index = try Self.before.write(to: place)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index, "seat=2&lang=en&participant=P-1")
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            try Self.after.write(to: place)
            try person.answer(["j"], from: 2)
            try person.await(trial: 3)
            // The browser meets the new index.html, and goes on where the session began.
            try person.page.go(to: Participant.address(index, "seat=2&lang=en&participant=P-1"))
            try person.await(trial: 3)
            try person.answer(["f", "j"], from: 3)
            let file = try person.answers()
            #expect(file.choices == [.left, .right, .left, .right])
            #expect(file.kinds.contains(.imageFailed) == false && file.kinds.last == .finish)
            #expect(file.header.planHash == Self.before.plan.hash && file.header.participant == "P-1")
            #expect(person.page.scriptErrors == [])

            try person.page.click("#new-person")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            let next = try person.answers()
            #expect(next.header.planHash == Self.after.plan.hash && next.header.participant == nil)
            #expect(next.kinds.contains(.imageFailed) == false)
        }
    }

    @Test("who has ended a session under an earlier plan, and comes again, begins one under the new plan")
    func ended() throws {
        try withTemporaryFolder { folder in
            let index = try Self.before.write(to: folder)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            _ = try person.answers()
            try Self.after.write(to: folder)
            try person.page.go(to: Participant.address(index, "seat=1&lang=en"))
            try person.begin()
            try person.answer(["j", "j", "j", "j"])
            #expect(try person.answers().header.planHash == Self.after.plan.hash)
        }
    }

    @Test("the next person in a window that was open gets the new plan, and no session that another link began")
    func next() throws {
        try withTemporaryFolder { folder in
            let index = try Self.before.write(to: folder.appending(path: "page"))
            let browser = try Browser(downloads: folder)
            // Somebody came without a seat and left in the middle.
            let left = try Participant(browser, index, "lang=en")
            try left.begin()
            try left.answer(["f"])
            try left.await(trial: 2)
            let person = try Participant(browser, index)
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            let first = try person.answers()
            try Self.after.write(to: folder.appending(path: "page"))
            for _ in 1...2 {
                let last = try person.answers()
                try person.page.click("#new-person")
                try person.begin()
                try person.answer(["j"])
                try person.await(trial: 2)
                try person.page.reload()
                try person.answer(["j", "j", "j"], from: 2)
                let next = try person.answers()
                #expect(next.header.planHash == Self.after.plan.hash && next.header.participant == nil)
                #expect(next.header.seat != last.header.seat && next.header.session != last.header.session)
                #expect(next.choices == [.right, .right, .right, .right])
            }
            #expect(first.header.planHash == Self.before.plan.hash && person.page.scriptErrors == [])
        }
    }

    @Test("answers that nobody has yet are offered again after the page was built again, until they are saved")
    func owed() throws {
        try withTemporaryFolder { folder in
            let index = try Self.before.write(to: folder.appending(path: "page"))
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.begin()
            try person.answer(["f", "j", "f", "j"])
            try person.page.wait(for: "#download")
            try Self.after.write(to: folder.appending(path: "page"))
            // To leave the last page ends the session; nobody has its answers yet.
            try person.page.reload()
            try person.page.wait(for: "#download")
            try person.page.click("#download")
            let file = try person.answers()
            #expect(file.header.planHash == Self.before.plan.hash && file.choices == [.left, .right, .left, .right])
            try person.page.go(to: Participant.address(index, "seat=1&lang=en"))
            try person.begin()
            try person.answer(["j", "j", "j", "j"])
            #expect(try person.answers().header.planHash == Self.after.plan.hash)
        }
    }

    @Test("the page of an earlier dotchi is built over, and a session that began there ends there")
    func earlierFormat() throws {
        try withTemporaryFolder { folder in
            let index = folder.appending(path: "index.html")
            let plan = String(repeating: "ab", count: 32)
            let page = """
                <!doctype html><meta name="generator" content="dotchi survey page"><title>old</title>
                <h1 id="old">old</h1><script src="plan.js"></script>
                """
            try Data(page.utf8).write(to: index)
            try Data("const dotchi = {\"plan\":{\"hash\":\"\(plan)\"}}\n".utf8).write(
                to: folder.appending(path: "plan.js"))
            for name in ["survey.js", "survey.css"] { try Data().write(to: folder.appending(path: name)) }
            try FileManager.default.createDirectory(
                at: folder.appending(path: "images"), withIntermediateDirectories: false)
            try Data("1".utf8).write(to: folder.appending(path: "images/0123456789abcdef.png"))
            try Self.after.write(to: folder)
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "images/0123456789abcdef.png").path))
            let session = "11111111-1111-4111-8111-111111111111"
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index, "lang=en")
            try person.page.wait(for: "#agree")
            try person.page.run(
                """
                localStorage.setItem("dotchi:\(plan):open:||", "\(session)")
                localStorage.setItem("dotchi:\(plan):\(session):header", "{}")
                localStorage.setItem("dotchi:\(plan):\(session):0", '{"kind":"consent"}')
                """)
            try person.page.reload()
            try person.page.wait(until: "document.getElementById('old') !== null")
        }
    }

    @Test("the same page built again is the same; the files of an earlier build stay until they are discarded")
    func steady() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            try Self.before.write(to: place)
            let first = try names(place)
            try Self.before.write(to: place)
            #expect(try names(place) == first)
            try Self.after.write(to: place)
            let kept = Set(first).subtracting(["index.html"])
            #expect(try kept.isSubset(of: names(place)))
            #expect(try names(place).filter { $0.hasPrefix("index-") }.count == 1)
            try Self.after.write(to: place, discardEarlier: true)
            let fresh = folder.appending(path: "fresh")
            try Self.after.write(to: fresh)
            #expect(try names(place) == names(fresh))
        }
    }

    @Test("an image that is missing or damaged is there again after the page was built again")
    func repaired() throws {
        try withTemporaryFolder { folder in
            try Self.before.write(to: folder)
            let files = try PageFiles(folder)
            let (missing, damaged) = (try files.image(files.pairs(1)[0][0]), try files.image(files.pairs(1)[0][1]))
            let whole = try Data(contentsOf: damaged)
            try FileManager.default.removeItem(at: missing)
            try Data("damaged".utf8).write(to: damaged)
            try Self.before.write(to: folder)
            #expect(FileManager.default.fileExists(atPath: missing.path))
            #expect(try Data(contentsOf: damaged) == whole)
        }
    }

    @Test(
        "where folders cannot change places the new files go in one by one, index.html last", arguments: [false, true])
    func withoutExchange(discards: Bool) throws {
        try withTemporaryFolder { folder in
            let (one, other) = (folder.appending(path: "one"), folder.appending(path: "other"))
            for place in [one, other] { try Self.before.write(to: place) }
            try Self.after.write(to: one, discardEarlier: discards)
            var asked = 0
            try Self.after.write(
                to: other, discardEarlier: discards,
                exchange: { _, _ in
                    asked += 1
                    throw FileFault(number: EINVAL)
                })
            #expect(asked == 1)
            #expect(FileManager.default.contentsEqual(atPath: one.path, andPath: other.path))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["one", "other"])
        }
    }

    @Test("another fault of the exchange leaves the page as it was")
    func failingExchange() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            try Self.before.write(to: place)
            let before = try names(place)
            #expect(throws: (any Error).self) {
                try Self.after.write(to: place, exchange: { _, _ in throw FileFault(number: EACCES) })
            }
            #expect(try names(place) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["page"])
        }
    }

    @Test("what somebody puts into the page while it is built again is not lost")
    func meanwhile() throws {
        try withTemporaryFolder { folder in
            try Self.before.write(to: folder)
            try Self.after.write(
                to: folder,
                exchange: { one, other in
                    try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
                    try WholeFile.exchange(one, other)
                })
            #expect(try Data(contentsOf: folder.appending(path: "notes.txt")) == Data("mine".utf8))
        }
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }
}

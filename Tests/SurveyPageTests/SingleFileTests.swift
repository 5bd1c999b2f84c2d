import Answers
import Foundation
import Pairing
import Study
import TestKit
import Testing

/// A page that is one file, opened from a disk and built again.
@MainActor
struct SingleFileTests {
    private static func sample(seat: Int?, seats: Int = 3) -> SamplePage {
        SamplePage(seats: seats, singleFile: true, seat: seat)
    }

    @Test("a single file that is built again under the same plan goes on where the person was", arguments: [nil, 2])
    func samePlan(seat: Int?) throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            let index = try Self.sample(seat: seat).write(to: place)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index, "lang=en")
            try person.begin()
            try person.answer(["f", "j"])
            try person.await(trial: 3)
            var again = Self.sample(seat: seat)
            again.languages = [.english]
            try again.write(to: place)
            try person.page.go(to: Participant.address(index, "lang=en"))
            try person.answer(["f", "j"], from: 3)
            #expect(try person.answers().choices == [.left, .right, .left, .right])
        }
    }

    @Test("under another plan it says that answers are kept, saves them, and begins only when asked to")
    func otherPlan() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            let index = try Self.sample(seat: 2).write(to: place)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index, "lang=en")
            try person.begin()
            try person.answer(["f", "j"])
            try person.await(trial: 3)
            try Self.sample(seat: 2, seats: 5).write(to: place)
            for _ in 1...2 {
                try person.page.go(to: Participant.address(index, "lang=en"))
                try person.page.wait(for: "#save-earlier")
                #expect(try person.screen() == "other-plan")
                #expect(try person.page.evaluate("document.body.innerText.includes('Answers that you gave there: 2.')"))
            }
            try person.page.click("#languages [lang=ja]")
            #expect(try person.page.evaluate("document.body.innerText.includes('そのときの回答（2件）')"))
            try person.page.click("#save-earlier")
            let file = try AnswerFile.saved(in: folder, "dotchi-faces-1-2-")
            #expect(file.choices == [.left, .right] && file.header.planHash == Self.sample(seat: 2).plan.hash)
            try person.page.click("#languages [lang=en]")
            try person.page.click("#begin-this")
            try person.begin()
            try person.answer(["j"])
            try person.await(trial: 2)
            try person.page.reload()
            try person.answer(["j", "j", "j"], from: 2)
            let next = try person.answers()
            #expect(next.choices == [.right, .right, .right, .right])
            #expect(next.header.planHash == Self.sample(seat: 2, seats: 5).plan.hash)
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test(
        "so does a page of files whose earlier builds were discarded; who has handed their answers over is asked nothing"
    )
    func discarded() throws {
        try withTemporaryFolder { folder in
            let (before, after) = (SamplePage(), SamplePage(seats: 5))
            let index = try before.write(to: folder.appending(path: "page"))
            let browser = try Browser(downloads: folder)
            let left = try Participant(browser, index, "seat=2&lang=en")
            try left.begin()
            try left.answer(["f"])
            try left.await(trial: 2)
            let done = try Participant(browser, index, "seat=1&lang=en")
            try done.begin()
            try done.answer(["f", "f", "f", "f"])
            _ = try done.answers()
            try after.write(to: folder.appending(path: "page"), discardEarlier: true)
            try left.page.go(to: Participant.address(index, "seat=2&lang=en"))
            try left.page.wait(for: "#other-plan")
            try done.page.go(to: Participant.address(index, "seat=1&lang=en"))
            try done.page.wait(for: "#consent")
        }
    }

    @Test("the files of two seats on one disk are two sessions")
    func twoSeats() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            for (seat, key) in [(2, "f"), (3, "j")] {
                let index = try Self.sample(seat: seat).write(to: folder.appending(path: "seat-\(seat)"))
                let person = try Participant(browser, index, "lang=en")
                try person.begin()
                try person.answer([key, key, key, key])
                let file = try person.answers()
                #expect(file.header.seat == seat && file.votes.count == 4)
                #expect(person.page.scriptErrors == [])
            }
            // Each is found again, also when the first has handed the computer over.
            for (seat, other) in [(3, 2), (2, 3)] {
                let index = folder.appending(path: "seat-\(seat)/index.html")
                let person = try Participant(browser, index, "lang=en")
                #expect(try person.answers().header.seat == seat)
                try person.page.click("#new-person")
                try person.begin()
                try person.answer(["f"])
                try person.await(trial: 2)
                let again = try Participant(browser, folder.appending(path: "seat-\(other)/index.html"), "lang=en")
                try again.page.wait(until: "document.getElementById('arriving').hidden && document.body.dataset.screen")
                #expect(again.page.scriptErrors == [])
            }
        }
    }
}

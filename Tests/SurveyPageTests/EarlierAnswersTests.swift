import Answers
import Foundation
import Pairing
import Study
import TestKit
import Testing

/// Answers that a link began where it now leads to nothing of theirs.
@MainActor
struct EarlierAnswersTests {
    @Test("who answered in a seat that the new plan has not is offered those answers as a file, and cannot begin")
    func fewerSeats() throws {
        try withTemporaryFolder { folder in
            let (before, after) = (SamplePage(seats: 3), SamplePage(seats: 2))
            let index = try before.write(to: folder.appending(path: "page"))
            let browser = try Browser(downloads: folder)
            let link = "seat=3&lang=en&participant=P-1"
            let person = try Participant(browser, index, link)
            try person.begin()
            try person.answer(["f", "j"])
            try person.await(trial: 3)
            try after.write(to: folder.appending(path: "page"), discardEarlier: true)
            try person.page.go(to: Participant.address(index, link))
            try expectOffer(person, "this survey has seats 1 to 2", begins: false)
            try person.page.click("#languages [lang=ja]")
            #expect(try text(person).contains("そのときの回答（2件）") && text(person).contains("1番から2番まで"))
            let file = try saved(person, "dotchi-faces-1-3-", in: folder)
            #expect(file.choices == [.left, .right] && file.header.planHash == before.plan.hash)
            #expect(person.page.scriptErrors == [])
            // Who gave no answer reads what is wrong with the link alone.
            let other = try Participant(browser, index, "seat=3&lang=en&participant=P-2")
            try other.page.wait(for: "#refused")
        }
    }

    @Test("so is who answered another study that was at this address, with the seat or without it", arguments: [1, 3])
    func otherStudy(seat: Int) throws {
        try withTemporaryFolder { folder in
            let server = try PageServer(folder)
            let (before, after) = (SamplePage(seats: 3), SamplePage(study: "other", seats: 2))
            let place = folder.appending(path: "page")
            try before.write(to: place)
            let index = server.index.deletingLastPathComponent().appending(path: "page/index.html")
            let browser = try Browser(downloads: folder)
            let link = "seat=\(seat)&lang=en&participant=P-1"
            let person = try Participant(browser, index, link)
            try person.begin()
            try person.answer(["f", "j"])
            try person.await(trial: 3)
            try after.write(to: place, discardEarlier: true)
            // A study beside it is another one of the same server, and says nothing of answers to this one.
            try after.write(to: folder.appending(path: "beside"))
            let beside = server.index.deletingLastPathComponent().appending(path: "beside/index.html")
            try person.page.go(to: Participant.address(beside, link))
            try person.page.wait(for: seat == 1 ? "#consent" : "#refused")
            try person.page.go(to: Participant.address(index, link))
            try expectOffer(person, "no longer here", begins: seat == 1)
            let file = try saved(person, "dotchi-faces-1-\(seat)-", in: folder)
            #expect(file.choices == [.left, .right] && file.header.planHash == before.plan.hash)
            if seat == 1 {
                try person.page.click("#begin-this")
                try person.begin()
                try person.answer(["j", "j", "j", "j"])
                #expect(try person.answers().header.study == "other")
            }
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("answers to questions that the new plan does not have are offered too")
    func otherQuestions() throws {
        try withTemporaryFolder { folder in
            var before = SamplePage(seats: 3)
            before.survey.questions = ["a", "b"].map { SurveyQuestion(id: $0, text: [.english: "Which, \($0)?"]) }
            let index = try before.write(to: folder.appending(path: "page"))
            let browser = try Browser(downloads: folder)
            let link = "seat=3&lang=en&participant=P-1"
            let person = try Participant(browser, index, link)
            try person.begin()
            try person.answer(["f"])
            try person.page.wait(until: "document.getElementById('question').textContent === 'Which, b?'")
            try person.page.wait(for: "#left")
            try person.page.press("j")
            try person.await(trial: 2)
            try SamplePage(seats: 2).write(to: folder.appending(path: "page"), discardEarlier: true)
            try person.page.go(to: Participant.address(index, link))
            try expectOffer(person, "this survey has seats 1 to 2", begins: false)
            let file = try saved(person, "dotchi-faces-1-3-", in: folder)
            #expect(file.votes.map(\.question) == ["a", "b"] && file.header.format == "dotchi-answers-2")
        }
    }

    private func expectOffer(_ person: Participant, _ words: String, begins: Bool) throws {
        try person.page.wait(for: "#save-earlier")
        #expect(try person.screen() == "other-plan")
        let text = try text(person)
        #expect(text.contains("Answers that you gave there: 2.") && text.contains(words), "\(text)")
        #expect(!text.contains("begins from the start"))
        #expect(try person.page.evaluate("document.getElementById('begin-this').hidden") == !begins)
    }

    private func text(_ person: Participant) throws -> String { try person.page.evaluate("document.body.innerText") }

    /// The file that the page saves under a name with that beginning.
    private func saved(_ person: Participant, _ beginning: String, in folder: URL) throws -> AnswerFile {
        try person.page.click("#save-earlier")
        return try .saved(in: folder, beginning)
    }
}

import Answers
import Foundation
import Pairing
import SessionLists
import Study
import TestKit
import Testing

/// The page takes events together as the golden lists say, in each browser.
@MainActor
struct SessionListTests {
    /// What the page's script says of events; all but what only the store needs.
    private struct PageState: Decodable, Equatable {
        var votes: [String: String]
        var leftOut: [Int]
        var next: Int?
        var question: String?
        var undoable: Int?
        var undoableQuestion: String?
        var end: Int?
        var practice: Int?
        var isAfterPractice: Bool
        var isBreak: Bool

        init(_ state: SessionList.State) {
            (votes, leftOut, next, undoable, end) = (state.votes, state.leftOut, state.next, state.undoable, state.end)
            (practice, isAfterPractice, isBreak) = (state.practice, state.isAfterPractice, state.isBreak)
            (question, undoableQuestion) = (state.question, state.undoableQuestion)
        }
    }

    /// A survey that asks for no consent, since most lists have none.
    private static func sample(_ rules: SessionRules) -> SamplePage {
        var sample = SamplePage()
        sample.survey.consent = false
        sample.survey.completeShare = rules.completeShare
        sample.survey.questions = rules.questions.isEmpty ? nil : SessionList.all.lazy.compactMap(\.named).first
        return sample
    }

    private static let allRules = [SessionRules.earlier, SessionRules(SurveySettings())]
    private static let placedRules =
        allRules + SessionList.all.filter { $0.questions != nil }.prefix(1).flatMap(\.rules)

    /// What the page's own script makes of several lists of lines, each of a seat of four trials.
    private func fold(
        _ lists: [[String]], _ rules: SessionRules, breaks: Int, in page: any ScriptedPage
    ) throws -> [PageState] {
        let (tries, practice) = (rules.imageTries, rules.practice)
        let asked =
            rules.questions.isEmpty
            ? "undefined" : String(decoding: try JSONEncoder().encode(rules.questions), as: UTF8.self)
        let lists = lists.map { "[\($0.joined(separator: ","))]" }.joined(separator: ",")
        return try page.evaluate(
            """
            [\(lists)].map(events => sessionState(events, 4, \(tries), \(practice), \(asked))).map(state =>
              ({ ...state, practice: state.training[0] ?? null, isBreak: isBreakDue(state, \(breaks)),
                isAfterPractice: isAfterPractice(state, \(practice)), votes: Object.fromEntries([...state.votes].map(([trial, vote]) => [trial, vote.id])) }))
            """, as: [PageState].self)
    }

    private func expectSameStates(in page: any ScriptedPage) throws {
        var draw = Draw()
        for list in SessionList.all {
            let orders = [list.lines, list.lines.reversed(), list.lines.shuffled(using: &draw)]
            let expected = PageState(list.state)
            for rules in list.rules {
                let states = try fold(orders, rules, breaks: list.breaks, in: page)
                #expect(states == [expected, expected, expected], "\(list); \(draw.again)")
            }
        }
        // And as Swift does, where no list says what is right.
        let twice = SessionRules(imageTries: 2, completeShare: 0.9, questions: ["a", "b"])
        let odd = (0..<500).map { _ in RandomSessions.events(using: &draw, questions: ["a", "b", "c", nil]) }
        let ofTwo = odd.map {
            PageState(SessionList.State(SessionState($0, trials: [1, 2, 3, 4], rules: twice), breaks: 2))
        }
        #expect(try fold(odd.map { $0.map(\.line) }, twice, breaks: 2, in: page) == ofTwo, "\(draw.again)")
        for rules in Self.allRules + [SessionRules(imageTries: 2, completeShare: 0.9, practice: 1)] {
            let events = (0..<500).map { _ in RandomSessions.events(using: &draw) }
            let states = events.map {
                PageState(SessionList.State(SessionState($0, trials: [1, 2, 3, 4], rules: rules), breaks: 2))
            }
            let folded = try fold(events.map { $0.map(\.line) }, rules, breaks: 2, in: page)
            #expect(folded == states, "\(draw.again)")
        }
    }

    /// Opens the page again on each list, kept as the page keeps a session, and sees where it stands.
    private func expectToGoOn(in page: any ScriptedPage, at address: URL, _ sample: SamplePage) throws {
        let plan = sample.plan
        for list in SessionList.all where list.rules.contains(SessionRules(sample.survey)) {
            let session = UUID().uuidString.lowercased()
            let header = AnswerHeader(
                study: plan.study, planHash: plan.hash, seat: 1, session: session, source: "link", language: "en",
                startedAt: Date.now.formatted(.iso8601), front: "page")
            var kept = ["open:||1": session, "\(session):header": header.line]
            for (index, line) in list.lines.enumerated() { kept["\(session):\(index)"] = line }
            let entries = try JSONEncoder().encode(kept)
            let count = try page.evaluate(
                """
                sessionStorage.setItem("dotchi:own", "\(session)") ??
                Object.entries(\(String(decoding: entries, as: UTF8.self))).map(([key, text]) =>
                  localStorage.setItem("dotchi:\(plan.hash):" + key, text)).length
                """, as: Int.self)
            #expect(count == kept.count)
            try page.go(to: address)
            let hasBegun = try list.events.contains { $0.kind == .shown || $0.kind == .imageFailed }
            if !hasBegun, list.state.end == nil {
                try page.wait(until: "document.body.dataset.screen === 'instructions'")
                _ = try page.evaluate("document.getElementById('start').click() ?? 0", as: Int.self)
            }
            let undo: String
            if let next = list.state.next {
                try page.wait(until: "document.getElementById('count').textContent === '\(next) of 4'")
                try page.wait(until: "!document.getElementById('left').disabled")
                if list.questions != nil {
                    let asked = try page.evaluate("document.getElementById('question').textContent", as: String.self)
                    #expect(asked == list.state.question.map { "Which, \($0)?" }, "\(list)")
                }
                undo = "!document.getElementById('undo').disabled"
            } else {
                try page.wait(until: "document.body.dataset.screen === 'finished'")
                undo = "!document.getElementById('undo-last').hidden"
            }
            let canUndo = try page.evaluate(undo, as: Bool.self)
            #expect(canUndo == (list.state.undoable != nil), "\(list)")
        }
    }

    @Test("Chromium's page folds the golden lists, and any others, as the rules say")
    func chromium() throws {
        try withTemporaryFolder { folder in
            let address = try Participant.address(SamplePage().write(to: folder), "seat=1&lang=en")
            let browser = try Browser(downloads: folder)
            try expectSameStates(in: browser.open(address))
            withExtendedLifetime(browser) {}
        }
    }

    @Test(
        "Firefox's page folds the golden lists, and any others, as the rules say",
        .enabled(if: Firefox.lack == nil, "\(Firefox.lack ?? "")"))
    func firefox() throws {
        try withTemporaryFolder { folder in
            let firefox = try Firefox()
            try firefox.go(to: Participant.address(SamplePage().write(to: folder), "seat=1&lang=en"))
            try expectSameStates(in: firefox)
        }
    }

    @Test("a page that is opened again in Chromium stands where each golden list says")
    func goingOn() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            for (place, rules) in Self.placedRules.enumerated() {
                let sample = Self.sample(rules)
                let address = try Participant.address(
                    sample.write(to: folder.appending(path: "\(place)")), "seat=1&lang=en")
                try expectToGoOn(in: browser.open(address), at: address, sample)
            }
            withExtendedLifetime(browser) {}
        }
    }

    @Test(
        "a page that is opened again in Firefox stands where each golden list says",
        .enabled(if: Firefox.lack == nil, "\(Firefox.lack ?? "")"))
    func goingOnInFirefox() throws {
        try withTemporaryFolder { folder in
            let firefox = try Firefox()
            for (place, rules) in Self.placedRules.enumerated() {
                let sample = Self.sample(rules)
                let address = try Participant.address(
                    sample.write(to: folder.appending(path: "\(place)")), "seat=1&lang=en")
                try firefox.go(to: address)
                try expectToGoOn(in: firefox, at: address, sample)
            }
        }
    }

    @Test("where the clock was set back, what is answered later still counts later")
    func clock() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            // As if the answers so far had been given in a far future.
            try person.page.run(
                """
                for (const [index, event] of session.events.entries()) {
                  event.t_ms += 1e9
                  storage.set(Session.key(session.header.session, index), JSON.stringify(event))
                }
                """)
            try person.page.reload()
            try person.answer(["f"], from: 2)
            try person.await(trial: 3)
            try person.page.press("Backspace")
            try person.answer(["j", "f", "f"], from: 2)
            let file = try person.answers()
            let times = file.events.map(\.milliseconds)
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
            let state = SessionState(file.events.reversed(), trials: [1, 2, 3, 4], rules: .earlier)
            #expect(state.votes.mapValues(\.choice) == [1: .left, 2: .right, 3: .left, 4: .left] && state.isFinished)
        }
    }
}

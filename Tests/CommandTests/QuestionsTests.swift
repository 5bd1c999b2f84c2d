import Foundation
import GRDB
import TestKit
import Testing

@Suite("Several questions with grades", .endsHangs)
struct QuestionsTests {
    private static let yaml = """
        study: {id: asked}
        methods: {A: {label: method A}, B: {label: method B}}
        conditions: {one: {methods: [A, B]}}
        survey:
          languages: [en]
          trials: 2
          repeats: 1
          catch: 1
          min_response_ms: 0
          pairing: random
          answers: graded
          questions:
            - {id: real, text: {en: Which looks more real?}}
            - {id: sharp, text: {en: Which is sharper?}, primary: true}
        """

    /// What the fronts are answered with, two questions a pair; the third answer is taken back in the next pair.
    private static let grades = [-3, 1, 0, 2, -1, 3, -2, 2]

    /// Runs `body` in a study of imported images whose plan is frozen, with the plan's hash.
    ///
    /// - Parameter besides: further keys of `survey`.
    private func withAskedStudy(besides: [String] = [], _ body: (Dotchi, String) async throws -> Void) async throws {
        try await withTinyStudy { dotchi in
            let own = Dotchi(folder: dotchi.folder.appending(path: "own"))
            try FileManager.default.createDirectory(at: own.folder, withIntermediateDirectories: false)
            for method in ["A", "B"] {
                try await dotchi.well("pool", "export", "\(method)/equal-iterations", "images-\(method)")
            }
            let yaml = Self.yaml + besides.map { "\n  \($0)" }.joined()
            try TinyStudy.write(yaml, to: own.folder)
            for method in ["A", "B"] { try await own.well("pool", "import", method, "../images-\(method)") }
            let plan = try await own.well("survey", "plan", "--seats", "3", "--seed", "3")
            try await body(own, plan.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    @Test("a terminal, the page and simulated people record the same rows for the same answers")
    func fronts() async throws {
        try await withAskedStudy { dotchi, _ in
            try await takeInTerminal(dotchi)
            try await dotchi.well("survey", "build", "page")
            var importing = dotchi
            importing.input = try await takeOnPage(dotchi.folder.appending(path: "page"))
            try await importing.well("votes", "import", "-")
            try await dotchi.well("simulate", "--participants", "1", "--beside-people", "--seed", "3")

            try await dotchi.well("votes", "answers", "answers")
            try writeSimulated(dotchi.folder)
            var rows: [String: [String]] = [:]
            let answers = dotchi.folder.appending(path: "answers")
            for file in try FileManager.default.contentsOfDirectory(at: answers, includingPropertiesForKeys: nil)
            where file.pathExtension == "jsonl" {
                let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
                let front = try #require(lines[0].firstMatch(of: #/"front":"([a-z]+)"/#)).1
                #expect(lines[0].hasPrefix(#"{"format":"dotchi-answers-2""#))
                rows[String(front)] = try lines.dropFirst().compactMap(row)
            }
            #expect(rows["page"] == rows["terminal"])
            let expected = try #require(rows["terminal"])
            #expect(expected.count { $0.hasPrefix("vote") } == 9 && expected.count { $0.hasPrefix("undo") } == 1)
            #expect(expected.contains("undo 2 real") && expected.contains("vote 2 real tie 0"))
            // Nobody simulated takes an answer back; all else is in the same order, under the same names.
            func places(_ rows: [String]?) -> [String] {
                let once = (rows ?? []).enumerated().filter { place, row in
                    rows?[..<place].contains { other in
                        other.split(separator: " ").prefix(3) == row.split(separator: " ").prefix(3)
                    } == false && !row.hasPrefix("undo")
                }
                return once.map { $0.element.split(separator: " ").prefix(3).joined(separator: " ") }
            }
            #expect(places(rows["simulation"]) == places(expected))
            for row in rows["simulation"] ?? [] where row.hasPrefix("vote") {
                let words = row.split(separator: " ").map(String.init)
                let grade = try #require(Int(words[4]))
                #expect((grade < 0 ? "left" : grade > 0 ? "right" : "tie") == words[3] && abs(grade) <= 3)
            }
        }
    }

    @Test("practice, breaks and a check among graded questions are recorded alike by a terminal and the page")
    func meeting() async throws {
        try await withAskedStudy(besides: ["practice: 1", "breaks: 2", "checks: 1"]) { dotchi, _ in
            try await meetInTerminal(dotchi)
            try await dotchi.well("survey", "build", "page")
            var importing = dotchi
            importing.input = try await meetOnPage(dotchi.folder.appending(path: "page"))
            try await importing.well("votes", "import", "-")
            try await dotchi.well("votes", "answers", "answers")
            let answers = dotchi.folder.appending(path: "answers")
            let rows = try FileManager.default.contentsOfDirectory(at: answers, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "jsonl" }.map { file in
                    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
                        .compactMap { try row(String($0)) }
                }
            #expect(rows.count == 2 && rows[0] == rows[1], "\(rows)")
            #expect(
                rows[0].prefix(2) == ["shown 6", "practice 6 real right 2"]
                    && rows[0].count { $0.hasPrefix("vote") } == 10)
            let votes = try await Table(dotchi.well("votes", "export")).rows
            #expect(votes.count == 20 && votes.count { $0["kind"] == "check" } == 4)
        }
    }

    private func meetInTerminal(_ dotchi: Dotchi) async throws {
        let terminal = try PseudoTerminal(columns: 140, rows: 50)
        try dotchi.sit(
            at: terminal, "survey", "take", "--seat", "1", "--participant", "p1", "--pixels", "blocks", "--language",
            "en")
        try await terminal.wait(for: "I agree and take part")
        try terminal.type("y")
        try await terminal.wait(for: "Press Enter to start.")
        try terminal.type("\r")
        try await terminal.wait(for: "Practice 1 of 1")
        try await terminal.wait(for: "stop for now")
        try terminal.type("6")
        for pair in 1...5 {
            // A page stands before the first pair, and a break after each second one.
            if pair % 2 == 1 {
                try await terminal.wait(for: "Press Enter to go on.")
                try terminal.type("\r")
            }
            for question in 1...2 {
                try await terminal.wait(for: "\(pair) of 5  ·  Question \(question) of 2")
                try await terminal.wait(for: "stop for now")
                try terminal.type("\(question + 2)")
            }
        }
        try await terminal.wait(for: "Thank you!")
        try await terminal.wait(for: "Press any key")
        try terminal.type("x")
        #expect(try await terminal.exit() == .status(0))
    }

    @MainActor private func meetOnPage(_ folder: URL) throws -> String {
        let browser = try Browser(downloads: folder)
        let index = folder.appending(path: "index.html").absoluteString
        let page = try browser.open(URL(string: "\(index)?seat=1&participant=p2&lang=en"))
        try page.click("#agree")
        try page.click("#start")
        try page.wait(until: "document.getElementById('count').textContent === 'Practice 1 of 1'")
        // Practice asks the first question alone.
        #expect(try page.evaluate("document.getElementById('part').hidden"))
        try page.wait(for: "#grades button")
        try page.press("6")
        for pair in 1...5 {
            if pair % 2 == 1 { try page.click(pair == 1 ? "#practice-over-go" : "#break-go") }
            for question in 1...2 {
                try page.wait(until: "document.getElementById('count').textContent === '\(pair) of 5'")
                try page.wait(until: "document.getElementById('part').textContent === 'Question \(question) of 2'")
                try page.wait(for: "#grades button")
                try page.press("\(question + 2)")
            }
        }
        try page.wait(for: "#download")
        try page.click("summary")
        try page.wait(until: "document.getElementById('answer-text').value.includes('\"finish\"')")
        let text = try page.evaluate("document.getElementById('answer-text').value", as: String.self)
        withExtendedLifetime(browser) {}
        return text
    }

    /// Writes what the store has of the simulated person as a file beside the others; `votes answers` writes people's alone.
    private func writeSimulated(_ folder: URL) throws {
        let queue = try DatabaseQueue(path: folder.appending(path: "study.sqlite").path)
        let lines = try queue.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT json_object('kind', kind, 'trial', trial, 'question', question, 'choice', choice, 'grade', grade)
                    FROM event JOIN session ON session.id = event.sessionId WHERE simulated
                    ORDER BY milliseconds, kind = 'finish'
                    """)
        }
        let header = #"{"format":"dotchi-answers-2","front":"simulation"}"#
        try Data(([header] + lines).joined(separator: "\n").utf8).write(
            to: folder.appending(path: "answers/simulated.jsonl"))
    }

    /// What a line says without ids, times and what differs from screen to screen; nil for what only one front records.
    private func row(_ line: String) throws -> String? {
        struct Line: Decodable {
            var kind: String
            var trial: Int?
            var question: String?
            var choice: String?
            var grade: Int?
        }
        let event = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
        guard ["shown", "practice", "vote", "undo", "image_failed", "finish"].contains(event.kind) else { return nil }
        return [event.kind, event.trial.map(String.init), event.question, event.choice, event.grade.map(String.init)]
            .compactMap(\.self).joined(separator: " ")
    }

    private func takeInTerminal(_ dotchi: Dotchi) async throws {
        let terminal = try PseudoTerminal(columns: 140, rows: 50)
        try dotchi.sit(
            at: terminal, "survey", "take", "--seat", "1", "--participant", "p1", "--pixels", "blocks", "--language",
            "en")
        try await terminal.wait(for: "I agree and take part")
        try terminal.type("y")
        try await terminal.wait(for: "You answer 2 questions about each pair")
        try await terminal.wait(for: "Press Enter to start.")
        try terminal.type("\r")
        func seen(_ pair: Int, _ question: Int) async throws {
            try await terminal.wait(for: "\(pair) of 4  ·  Question \(question) of 2")
            try await terminal.wait(for: "7  Right much better")
            try await terminal.wait(for: "stop for now")
        }
        for (place, grade) in Self.grades.enumerated() {
            try await seen(place / 2 + 1, place % 2 + 1)
            // What answers other surveys answers nothing here.
            for key in ["f", "\u{1B}[C", "0", "8"] { try terminal.type(key) }
            try terminal.type("\(grade + 4)")
            if place == 2 {
                // Taken back while the pair is in view, and given again.
                try await seen(2, 2)
                try terminal.type("\u{7F}")
                try await seen(2, 1)
                try terminal.type("\(grade + 4)")
            }
        }
        try await terminal.wait(for: "Thank you!")
        try await terminal.wait(for: "Press any key")
        try terminal.type("x")
        #expect(try await terminal.exit() == .status(0))
    }

    /// Answers in Chromium in the same way.
    ///
    /// - Returns: the answer file.
    @MainActor private func takeOnPage(_ folder: URL) throws -> String {
        let browser = try Browser(downloads: folder)
        let index = folder.appending(path: "index.html").absoluteString
        let page = try browser.open(URL(string: "\(index)?seat=1&participant=p2&lang=en"))
        try page.wait(for: "#agree")
        try page.click("#agree")
        try page.wait(for: "#start")
        try page.click("#start")
        func seen(_ pair: Int, _ question: Int) throws {
            try page.wait(until: "document.getElementById('count').textContent === '\(pair) of 4'")
            try page.wait(until: "document.getElementById('part').textContent === 'Question \(question) of 2'")
            try page.wait(for: "#grades button")
        }
        for (place, grade) in Self.grades.enumerated() {
            try seen(place / 2 + 1, place % 2 + 1)
            for key in ["f", "ArrowRight", "0", "8"] { try page.press(key) }
            try page.press("\(grade + 4)")
            if place == 2 {
                try seen(2, 2)
                try page.press("Backspace")
                try seen(2, 1)
                try page.press("\(grade + 4)")
            }
        }
        try page.wait(for: "#download")
        try page.click("summary")
        try page.wait(until: "document.getElementById('answer-text').value.includes('\"finish\"')")
        let text = try page.evaluate("document.getElementById('answer-text').value", as: String.self)
        withExtendedLifetime(browser) {}
        return text
    }

    @Test("analyses go by the primary question alone and say so; exports have all of them")
    func primary() async throws {
        try await withAskedStudy { dotchi, _ in
            try await dotchi.well("simulate", "--participants", "6", "--careless", "0", "--seed", "3")
            let exported = try await dotchi.well("votes", "export")
            let rows = try Table(exported).rows
            #expect(rows.count == 6 * 4 * 2)
            for (place, row) in rows.enumerated() {
                #expect(row["question"] == (place % 2 == 0 ? "real" : "sharp"))
                #expect(row["primary"] == (place % 2 == 0 ? "FALSE" : "TRUE") && row["asked"] == "4")
                let grade = try #require(row["grade"].flatMap { Int($0) })
                #expect(row["choice"] == (grade < 0 ? "left" : grade > 0 ? "right" : "tie"))
                if row["kind"] == "catch" { #expect(row["choice"] == row["correct"] && abs(grade) == 3) }
            }
            let analysis = try await dotchi("analyze", "--json")
            #expect(analysis.status == 0)
            let note = "is of the primary question \"sharp\" alone; 24 votes on question \"real\" are in the exports"
            #expect(analysis.talk.contains(note), "\(analysis.talk)")
            #expect(analysis.talk.firstRanges(of: note) == 1)
            let facts = try decoded(AnalysisFacts.self, from: analysis.output)
            #expect(facts.votes == .init(total: 12, counted: 12, participants: 6, simulated: 12))

            // A table says the same by itself, whatever order its rows have.
            let reversed = exported.split(separator: "\n")
            let table = ([reversed[0]] + reversed.dropFirst().reversed()).joined(separator: "\n") + "\n"
            try Data(table.utf8).write(to: dotchi.folder.appending(path: "votes.csv"))
            let other = try await dotchi("analyze", "votes.csv", "--json")
            #expect(other.talk.contains(note), "\(other.talk)")
            #expect(try decoded(AnalysisFacts.self, from: other.output).votes == facts.votes)

            let report = try await dotchi("report", "--format", "html")
            #expect(report.talk.contains(note), "\(report.talk)")
            let page = try String(contentsOf: dotchi.folder.appending(path: "report/report.html"), encoding: .utf8)
            for sentence in ["“Which is sharper?” (en) [sharp]", "The primary question is sharp", "ITU-R BT.500"] {
                #expect(page.contains(sentence), "\(sentence)")
            }

            for format in ["pwcmp", "arena"] {
                let ending = try await dotchi("votes", "export", "--format", format)
                #expect(ending.talk.contains("24 votes on other questions"), "\(ending.talk)")
                #expect(ending.output.split(separator: "\n").count <= 13)
            }
            let presses = try await dotchi.well("votes", "export", "--format", "jspsych")
            #expect(presses.firstRanges(of: #""trial_type":"html-button-response""#) == 48)
            #expect(presses.contains(#""response":6"#) && presses.contains(#""question":"real","primary":false"#))
        }
    }

    @Test("what no front can have recorded is refused line by line, and the rest is taken")
    func refusals() async throws {
        try await withAskedStudy { dotchi, plan in
            var importing = dotchi
            let session = "00000000-0000-4000-8000-00000000ffff"
            func event(_ number: Int, _ rest: String) -> String {
                let id = "00000000-0000-4000-8000-" + String(repeating: "0", count: 10) + "\(10 + number)"
                return #"{"id":"\#(id)","t_ms":\#(number),"kind":"vote","trial":1,\#(rest)}"#
            }
            importing.input =
                ([
                    """
                    {"format":"dotchi-answers-2","study":"asked","plan_hash":"\(plan)","seat":2,"session":"\(session)",\
                    "source":"link","language":"en","started_at":"2099-01-05T10:00:00Z","front":"page"}
                    """,
                    event(1, #""question":"real","choice":"left","grade":-3"#),
                    event(2, #""question":"real","choice":"left","grade":-4"#),
                    event(3, #""question":"real","choice":"right","grade":-1"#),
                    event(4, #""question":"real","choice":"left""#),
                    event(5, #""question":"nice","choice":"left","grade":-1"#),
                    event(6, #""choice":"left","grade":-1"#),
                    event(7, #""question":"sharp","choice":"tie","grade":0"#),
                ].joined(separator: "\n") + "\n")
            let ending = try await importing("votes", "import", "-")
            for (line, why) in [
                (3, "\"grade\" is -4, expected -3 to 3"),
                (4, "\"choice\" is right, but \"grade\" is -1, which says left"),
                (5, "a vote without a grade, which this survey asks for"),
                (6, "a vote on a question that this survey does not ask; it asks real, sharp"),
                (7, "a vote without its question; this survey asks real, sharp"),
            ] {
                #expect(ending.talk.contains("line \(line)") && ending.talk.contains(why), "\(ending.talk)")
            }
            let rows = try await Table(dotchi.well("votes", "export")).rows
            #expect(rows.map { "\($0["question"] ?? "") \($0["grade"] ?? "")" } == ["real -3", "sharp 0"])
            #expect(try await dotchi.well("survey", "list").contains(plan.prefix(12)))
        }
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func firstRanges(of text: String) -> Int { ranges(of: text).count }
}

import Foundation
import TestKit
import Testing

@Suite("The board of a study under way", .endsHangs)
@MainActor
struct BoardTests {
    private static let token = "0123456789abcdef"

    /// A study whose answers are sent, its plan, and the collector at work; it ends by this rule.
    private func withCollector(
        stopping rule: String?, body: (Dotchi, String, ServedStudy) async throws -> Void
    ) async throws {
        try await withTinyStudy { dotchi in
            let rule = rule.map { "\nanalysis:\n  stopping: {\($0)}\n" } ?? ""
            try TinyStudy.write(
                TinyStudy.yaml.replacing("trials: 3,", with: ServedStudy.survey) + rule, to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "4").trimmingCharacters(in: .newlines)
            try await body(dotchi, plan, ServedStudy(dotchi, "--board-token", Self.token))
        }
    }

    /// Somebody begins and answers so many pairs.
    private func answer(
        _ person: String, _ plan: String, _ served: ServedStudy, pairs: Int = TinyStudy.trials
    ) async throws {
        let begun = try await served.begin(plan: plan)
        var file = AnswerLines(plan: plan, choices: Array(repeating: "left", count: pairs))
        (file.session, file.seat, file.participant) = (begun.session, begun.seat, person)
        let lines = pairs < TinyStudy.trials ? file.lines.filter { !$0.contains(#""finish""#) } : file.lines
        let text = lines.map { $0 + "\n" }.joined()
        let taken = try await served.request("POST", "/v1/answers", secret: begun.secret, text)
        #expect(taken.status == 200 && taken.text.contains(#""refused":[]"#), "\(taken.text)")
    }

    /// What the board says, as data.
    private struct Seen: Decodable {
        var shows: String
        var people: [String: Int]
        var votes: Votes
        var stopping: Stopping?
        var evidence: [Evidence]?
        var rates: [Rate]?
        var why: String?

        struct Votes: Decodable { var total: Int }
        struct Stopping: Decodable { var reached: Int }
        struct Evidence: Decodable {
            var enough: Bool
            var stop: Bool
        }
        struct Rate: Decodable { var method: String }
    }

    private func look(_ dotchi: Dotchi, _ arguments: String...) async throws -> Seen {
        let text = try await dotchi(["survey", "watch", "--once", "--json"] + arguments)
        #expect(text.status == 0, "\(text.talk)")
        return try JSONDecoder().decode(Seen.self, from: Data(text.output.utf8))
    }

    @Test("people and votes are seen while the study runs, and its rates when the planned people are there")
    func fixed() async throws {
        try await withCollector(stopping: "rule: fixed, people: 2") { dotchi, plan, served in
            try await answer("p1", plan, served)
            try await answer("p2", plan, served, pairs: 1)
            var seen = try await look(dotchi)
            #expect(seen.shows == "counts" && seen.rates == nil && seen.evidence == nil && seen.why != nil)
            #expect(seen.people["finished"] == 1 && seen.people["under_way"] == 1 && seen.people["left"] == 0)
            #expect(seen.stopping?.reached == 1)
            let words = try await dotchi.well("survey", "watch", "--once")
            #expect(
                words.contains("Rates are hidden until as many people finished and count as planned (2)"), "\(words)")
            #expect(!words.contains("[%]"), "\(words)")
            // What study.yaml says since hides nothing less.
            let yaml = try String(contentsOf: dotchi.folder.appending(path: "study.yaml"), encoding: .utf8)
            try TinyStudy.write(yaml.replacing("people: 2", with: "people: 1"), to: dotchi.folder)
            #expect(try await look(dotchi).shows == "counts")
            try TinyStudy.write(yaml, to: dotchi.folder)
            seen = try await look(dotchi, "--rates")
            #expect(seen.shows == "rates" && seen.rates?.isEmpty == false)
            try await answer("p3", plan, served)
            seen = try await look(dotchi)
            #expect(seen.shows == "final" && seen.rates?.isEmpty == false)
            #expect(seen.people["finished"] == 2 && seen.stopping?.reached == 2)
            // Five openings, one of them with rates too early, which the report counts.
            try await dotchi.well("report", "--format", "md,html", "--out", "report")
            for ending in ["md", "html"] {
                let report = try String(
                    contentsOf: dotchi.folder.appending(path: "report/report.\(ending)"), encoding: .utf8)
                #expect(report.contains("was opened 5 times; with rates before its end: 1."), "\(ending)")
            }
        }
    }

    @Test("a rule by e-values shows these before the end, and no rates; without a rule no look is the last one")
    func others() async throws {
        try await withCollector(stopping: "rule: e-value, alpha: 0.05") { dotchi, plan, served in
            for number in 1...3 { try await answer("p\(number)", plan, served) }
            let seen = try await look(dotchi)
            #expect(seen.shows == "evidence" && seen.rates == nil)
            #expect(seen.evidence?.isEmpty == false && seen.evidence?.allSatisfy { !$0.enough && !$0.stop } == true)
        }
        // Whose only person planned has finished has ended.
        try await withCollector(stopping: "rule: e-value, people: 1") { dotchi, plan, served in
            try await answer("p1", plan, served)
            #expect(try await look(dotchi).shows == "final")
        }
        try await withCollector(stopping: nil) { dotchi, plan, served in
            var seen = try await look(dotchi)
            #expect(seen.votes.total == 0 && seen.people["finished"] == 0)
            try await answer("p1", plan, served)
            seen = try await look(dotchi)
            #expect(seen.shows == "counts" && seen.rates == nil && seen.evidence == nil)
        }
    }

    @Test("the board in a browser keeps up with what comes in; nobody sees it without its token")
    func browser() async throws {
        try await withCollector(stopping: "rule: fixed, people: 40") { dotchi, plan, served in
            for path in ["/board", "/board?token=", "/board?token=\(Self.token)0", "/board/events?opening=x"] {
                #expect(try await served.request("GET", path).status == 401, "\(path)")
            }
            let page = try await served.request("GET", "/board?token=\(Self.token)")
            #expect(page.status == 200 && page.headers["cache-control"] == "no-store")
            let folder = dotchi.folder.appending(path: "downloads")
            let browser = try Browser(downloads: folder)
            let tab = try browser.open(URL(string: "http://127.0.0.1:\(served.port)/board?token=\(Self.token)"))
            #expect(try tab.evaluate("document.querySelector('main').innerText.includes('There are no votes yet.')"))
            try await answer("p1", plan, served)
            try tab.wait(until: "document.querySelector('main').innerText.includes('Votes that count: ')")
            #expect(try tab.evaluate("document.querySelector('#lost').hidden"))
            #expect(tab.scriptErrors == [])
            // A collector that ends says goodbye to who watches, and is not held by them.
            #expect(try await served.end() == 0)
            withExtendedLifetime(browser) {}
        }
    }

    @Test("written as files, it is a page that loads nothing, and data")
    func export() async throws {
        try await withCollector(stopping: "rule: fixed, people: 40") { dotchi, plan, served in
            try await answer("p1", plan, served)
            try await dotchi.well("board", "export", "board")
            let page = try String(contentsOf: dotchi.folder.appending(path: "board/index.html"), encoding: .utf8)
            #expect(
                page.contains("default-src 'none'") && !page.contains("<script") && page.contains("<b>1</b> finished"))
            let data = try Data(contentsOf: dotchi.folder.appending(path: "board/board.json"))
            #expect(try JSONDecoder().decode(Seen.self, from: data).people["finished"] == 1)
            try await dotchi.well("board", "export", "board")
            let file = dotchi.folder.appending(path: "file")
            try Data().write(to: file)
            #expect(try await dotchi("board", "export", "file").status == 73)
        }
    }

    @Test("a token that is easily guessed is refused")
    func tokens() async throws {
        try await withTinyStudy { dotchi in
            for token in ["", "short", "0123456789abcde", "0123456789abcde/"] {
                let refused = try await dotchi("survey", "serve", "--port", "0", "--board-token", token)
                #expect(refused.status == 64 && refused.talk.contains("--board-token"), "\(refused.talk)")
            }
        }
    }
}

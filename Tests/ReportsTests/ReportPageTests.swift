import Foundation
import Preference
import Study
import Testing
import VoteTestKit
import Votes

@testable import Analysis
@testable import Reports

@Suite("The page of a report")
struct ReportPageTests {
    private static let sections = [
        "tables", "rates", "hypotheses", "scale", "comparisons", "cost", "images", "samples", "exclusions", "people",
        "evidence", "fronts", "reading", "methods",
    ]

    @Test("is well-formed, in its language, with all its parts and links to them", arguments: Language.standard)
    func whole(language: Language) throws {
        let html = try SamplePages.page(language: language).html
        #expect(Markup.fault(in: html) == nil)
        #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(html.matches(of: /<section id="([a-z]+)">/).map { String($0.output.1) } == Self.sections)
        #expect(html.matches(of: /<a href="#([a-z]+)">/).map { String($0.output.1) } == Self.sections)
        #expect(!html.contains("nan") && !html.contains("inf ") && !html.contains("Optional("))
    }

    @Test("the paper's tables come before every figure")
    func order() throws {
        let html = try SamplePages.page().html
        let table = try #require(html.range(of: "<caption>Results at equal iterations"))
        let figure = try #require(html.range(of: "<svg"))
        #expect(table.lowerBound < figure.lowerBound)
    }

    @Test("holds its pictures, and loads and runs nothing", arguments: [2, 9])
    func selfContained(methods: Int) throws {
        let page = try SamplePages.page(methods: methods)
        let html = page.html
        let sources = html.matches(of: /src="([^"]*)"/).map(\.output.1)
        #expect(!sources.isEmpty && sources.allSatisfy { $0.hasPrefix("data:image/png;base64,") })
        #expect(sources.count == ReportPage.imageNames(of: page.summary).count + page.report.contents.samples.count)
        for sign in ["<script", "<link", "url(", "@import", "http:", "https:"] {
            #expect(!html.replacing("http://www.w3.org/2000/svg", with: "").contains(sign), "\(sign)")
        }
        #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
    }

    @Test("the confidence sequence is drawn under the e-values, as it narrowed from look to look")
    func confidenceSequence() throws {
        let page = try SamplePages.page(people: 200)
        // For each of two conditions a wide drawing and a narrow one.
        #expect(page.html.ranges(of: "95 % confidence sequence of the rate [%]<").count == 4)
        let sequential = try page.summary.rates[0].sequential.get()
        let looks = sequential.looks(most: 60, level: 0.95)
        #expect(looks.count == 60 && looks[0].people == 1 && looks[59].people == sequential.logEValues.count)
        #expect(try looks[59].interval == sequential.confidenceSequence.get() && looks[59].interval.low > 0)
        for (earlier, later) in zip(looks, looks.dropFirst()) {
            #expect(earlier.people < later.people)
            #expect(earlier.interval.low <= later.interval.low && earlier.interval.high >= later.interval.high)
        }
        #expect(sequential.looks(most: 500, level: 0.95).map(\.people) == Array(1...sequential.logEValues.count))
        let both = try SamplePages.page(methods: 3).html
        #expect(both.ranges(of: "95 % confidence sequence of the rate [%]: ").count == 4)
    }

    @Test("simulated votes are marked over the page, in every chart and at every table", arguments: Language.standard)
    func simulated(language: Language) throws {
        #expect(!(try SamplePages.page(language: language).html).contains("class=\"watermark\""))
        let html = try SamplePages.page(language: language, simulated: true).html
        let mark = ReportTexts.of(language)[.allSimulated]
        #expect(html.contains("<p class=\"watermark\">\(mark)</p>"))
        let charts = html.components(separatedBy: "<svg ").dropFirst()
        #expect(
            charts.count > 10
                && charts.allSatisfy { $0.contains("class=\"across middle\"") && $0.contains("<desc>\(mark)") })
        #expect(html.matches(of: /<p class="marked">/).count == 2)
    }

    @Test("the mark of simulated votes lies behind all that a chart says, and text keeps clear of it")
    func behind() throws {
        for chart in try SamplePages.page(simulated: true).html.components(separatedBy: "<svg ").dropFirst() {
            #expect(try #require(chart.firstMatch(of: /<text[^>]*>/)).output.contains("across"))
        }
        #expect(ChartStyle.css.contains("fill: var(--strong); paint-order: stroke; stroke: var(--paper);"))
    }

    @Test("a table wider than the page shows a shadow there, and long texts do not break word by word")
    func wide() throws {
        let html = try SamplePages.page().html
        let style = try #require(html.firstMatch(of: /\.table \{[^}]*\}/)).output
        #expect(style.contains("overflow-x: auto") && style.matches(of: /no-repeat (local|scroll)/).count == 4)
        #expect(html.contains(/<td class="words">[^<]*method B \/ method A \(equal-time\) &gt; 50 %<\/td>/))
        #expect(html.contains("td.words { min-width: 14rem; }"))
        #expect(html.contains("<th class=\"number long\">95 % interval by person [%]</th>"))
    }

    @Test("shows names as they are, whatever they hold")
    func hostile() throws {
        let names = [
            "<script>alert('x')</script>", "a \"b\" & <b>c</b>\n\u{202E}d", "方法" + String(repeating: "長", count: 300),
        ]
        var page = try SamplePages.page(methods: 3, names: names)
        page.report.title = "<img src=x onerror=alert(1)>"
        page.report.provenance.study = "\"><script>"
        page.report.contents.notices = ["<b>changed</b>"]
        let html = page.html
        #expect(Markup.fault(in: html) == nil)
        #expect(!html.contains("<script") && !html.contains("<b>c") && !html.contains("<img src=x"))
        #expect(html.contains("<title>&lt;img src=x onerror=alert(1)&gt;</title>"))
    }

    @Test("without votes, people or pictures it says so in words", arguments: Language.standard)
    func nothing(language: Language) throws {
        func html(_ votes: [VoteRow], conditions: [Condition] = []) throws -> String {
            let summary = try Analysis.summarise(votes, conditions: conditions)
            return ReportPage(
                Report(
                    title: "votes.csv", provenance: Provenance(votesFile: "votes.csv"), summary: summary,
                    tables: ConditionTable.tables(of: summary, runs: []), words: .of(language))
            ).html
        }
        let words = ReportTexts.of(language)
        let pages = [
            try html([]), try html([], conditions: [Condition(name: "c", methods: ["A", "B"])]),
            try html(Ballots.paper), try html([Ballots.vote("p", "A", "B", .left)]),
            try html([Ballots.vote("p", "A", "A", .tie), Ballots.vote("p", "A", "B", .tie)]),
        ]
        for page in pages {
            #expect(Markup.fault(in: page) == nil)
            #expect(!page.contains("nan") && !page.contains("Optional("))
        }
        #expect(pages[0].contains(words[.noRates]) && !pages[0].contains("<svg"))
        #expect(pages[0].contains(words[.nothingLeftOut]))
        #expect(pages[2].contains(words[.nothingLeftOut]) && !pages[2].contains(words[.withRules]))
        #expect(
            pages[1].contains(words.why(.undefined(.noVotes))) && pages[2].contains(words.why(.undefined(.noPeople))))
        #expect(pages[3].contains(words.why(.undefined(.onePerson))) && pages[4].contains(words.why(.onlyTies)))
    }

    @Test("tests each hypothesis on its own side, and adjusts several for each other")
    func hypotheses() throws {
        let page = try SamplePages.page()
        let row = try #require(page.summary.rates.first { $0.condition == "equal-time" && $0.method == "B" })
        let estimate = try row.clustered.get()
        let oneSided = estimate.rate > 0.5 ? estimate.p / 2 : 1 - estimate.p / 2
        let html = page.html
        let cells = html.matches(of: /<tr><td class="name">(H\d)<\/td>.*<\/tr>/).map { String($0.output.0) }
        #expect(cells.count == 3)
        #expect(
            cells[1].contains(">\(NumberText.p(oneSided))<")
                && cells[1].contains("method B / method A (equal-time) &gt; 50 %"))
        #expect(cells[2].contains("in words only, not tested"))
        // As in the terminal and in JSON.
        let tests = page.summary.hypotheses
        #expect(try tests[1].p.get() == oneSided && tests[1].holmP ?? 0 >= oneSided && tests[2].holmP == nil)
        #expect(
            tests.map { $0.isSupported(level: 0.95) } == [tests[0].holmP ?? 1 < 0.05, tests[1].holmP ?? 1 < 0.05, nil])
        let text = page.summary.terminalText.split(separator: "\n").map(String.init)
        let heading = try #require(text.firstIndex(of: "What was expected"))
        #expect(text[heading + 1].hasPrefix("H1: A / B (equal-iterations) ≠ 50 %: "))
        #expect(text[heading + 2].hasPrefix("H2: B is worth its time. – B / A (equal-time) > 50 %: "))
        #expect(page.summary.json.document.contains("\"direction\": \"two-sided\""))
    }

    @Test("says of each rule what it left out, and shows the rates with and without it")
    func exclusions() throws {
        let html = try SamplePages.page().html
        #expect(html.contains("With the rules, and without them"))
        #expect(html.contains("left out far more people than planned"))
        #expect(html.contains("planned share of people"))
    }

    @Test("where nothing was left out, a sentence tells votes, people and rules instead of a table of zeros")
    func nothingLeftOut() throws {
        var options = AnalysisOptions()
        (options.rules, options.planned) = (["repeated_session", "too_fast"], ["too_fast": 0.05])
        let summary = try Analysis.summarise(VoteTable(rows: Ballots.people(forA: [1, 2], of: 5)), options: options)
        let report = Report(
            title: "", provenance: Provenance(), summary: summary,
            tables: ConditionTable.tables(of: summary, runs: []), words: .english)
        let sentence =
            "No vote was left out. 10 of 10 votes count; people: 2. Rules applied: another session of the same person, "
            + "answered too fast (planned: 5.0"
        #expect(report.markdown.contains(sentence + " %)."))
        #expect(ReportPage(report).html.contains(sentence + "\u{A0}%)."))
        for text in [report.markdown, ReportPage(report).html] {
            #expect(!text.contains("With the rules, and without them"))
        }
    }

    @Test("images without any picture stand in tables, and ties are told")
    func images() throws {
        func report(_ votes: [VoteRow]) throws -> Report {
            let summary = try Analysis.summarise(votes)
            return Report(
                title: "", provenance: Provenance(), summary: summary,
                tables: ConditionTable.tables(of: summary, runs: []), words: .english)
        }
        func vote(_ left: Int, _ right: Int) -> VoteRow {
            var vote = Ballots.vote("p", "A", "B", .left)
            (vote.leftImage, vote.rightImage) = ("a/\(left)", "b/\(right)")
            return vote
        }
        // Ten images that won once, ten that lost once.
        let ties = try report((0..<10).map { vote($0, $0) })
        let html = ReportPage(ties).html
        #expect(!html.contains("no picture") && html.contains("<caption>Most surely chosen</caption>"))
        #expect(html.contains("<td class=\"name\">a/5</td>") && !html.contains("<td class=\"name\">a/6</td>"))
        for text in [html, ties.markdown] {
            let told = text.matches(of: /Images tied with the last of these and not shown: (\d+)\./)
            #expect(told.map(\.output.1) == ["4", "4"])
        }
        // Every image won once and lost once.
        var back = Ballots.vote("p", "B", "A", .left)
        (back.leftImage, back.rightImage) = ("b/0", "a/0")
        let same = try report([vote(0, 0), back])
        for text in [ReportPage(same).html, same.markdown] {
            #expect(text.matches(of: /All 2 images are tied\./).count == 2 && !text.contains("a/0"))
        }
        #expect(Markup.fault(in: ReportPage(same).html) == nil)
    }

    @Test("the method that the others are relative to is called so, in place of an interval from 0 to 0")
    func reference() throws {
        var options = AnalysisOptions()
        options.reference = "B"
        let votes =
            Ballots.people(forA: [4, 5, 3, 1], of: 5)
            + ["p1", "p2", "p3"].flatMap { person in
                [("B", "C"), ("C", "B"), ("C", "A"), ("A", "C")].map {
                    Ballots.vote(person, $0.0, $0.1, person == "p1" ? .left : .right, condition: "equal-time")
                }
            }
        let summary = try Analysis.summarise(VoteTable(rows: votes), options: options)
        let report = Report(
            title: "", provenance: Provenance(), summary: summary,
            tables: ConditionTable.tables(of: summary, runs: []), words: .english)
        #expect(report.markdown.contains("| B | 0.000 | reference | – | – | 0.00 |"))
        #expect(ReportPage(report).html.contains("<td class=\"number\">reference</td>"))
        #expect(summary.terminalText.contains(/B +0\.000 +reference +0\.00/))
        #expect(!report.markdown.contains("0.000 … 0.000") && !summary.terminalText.contains("0.000 … 0.000"))
        #expect(try summary.bradleyTerry[0].estimate.get().strengths[1].intervalByPerson.get().low == 0)
    }

    @Test("methods without a common scale are named with the reason, and have no figure of one")
    func separated() throws {
        func html(_ votes: [VoteRow]) throws -> String {
            let summary = try Analysis.summarise(votes)
            return ReportPage(
                Report(
                    title: "", provenance: Provenance(), summary: summary,
                    tables: ConditionTable.tables(of: summary, runs: []), words: .english)
            ).html
        }
        let unbeaten = try html([
            Ballots.vote("p", "A", "B", .left), Ballots.vote("q", "B", "C", .left), Ballots.vote("q", "B", "C", .right),
        ])
        #expect(unbeaten.contains("Methods on one scale: – (methods that none of the others beat: A)"))
        #expect(!unbeaten.contains("JOD"))
        let apart = try html([
            Ballots.vote("p", "A", "B", .left), Ballots.vote("p", "A", "B", .right), Ballots.vote("q", "C", "D", .left),
            Ballots.vote("q", "C", "D", .right),
        ])
        #expect(apart.contains("(methods never compared: A, B | C, D)"))
    }

    @Test("response times are counted by front, with all votes of main trials that have one")
    func times() {
        func vote(_ front: String?, _ milliseconds: Int?, excluded: String? = nil) -> VoteRow {
            Ballots.cast(
                left: "A", right: "B", choice: .left, excluded: excluded, front: front, milliseconds: milliseconds)
        }
        var again = vote("page", 7)
        again.kind = .repeat
        let table = VoteTable(rows: [
            vote("terminal", 5), vote("page", 9), vote("page", 2, excluded: "too_fast"), vote("page", 9),
            vote(nil, nil),
            again,
        ])
        #expect(
            ResponseTimes.all(of: table) == [
                ResponseTimes(
                    front: "page", times: [.init(milliseconds: 2, votes: 1), .init(milliseconds: 9, votes: 2)]),
                ResponseTimes(front: "terminal", times: [.init(milliseconds: 5, votes: 1)]),
            ])
    }

    @Test("many methods keep pairs closed, hundreds of pairs are in report.json alone, and charts stay drawings")
    func many() throws {
        let html = try SamplePages.page(methods: 40, people: 60).html
        #expect(Markup.fault(in: html) == nil)
        #expect(html.contains("<p>3120 rates of one method against another: report.json</p>"))
        #expect(
            try SamplePages.page(methods: 8, people: 20).html.contains(
                "<details><summary>112 rates of one method against another"))
    }

    @Test("what the methods paragraph lacks is marked to be filled in")
    func gaps() throws {
        let html = try SamplePages.page().html
        #expect(html.contains("<span class=\"gap\">[Not recorded: distance of viewing"))
        #expect(try SamplePages.page(language: .kansai).html.contains("<div class=\"methods\" lang=\"ja\">"))
    }
}

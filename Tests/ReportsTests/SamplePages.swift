import Foundation
import Pictures
import Preference
import Study
import VoteTestKit
import Votes

@testable import Analysis
@testable import Reports

/// Made-up reports for the tests of their pages.
enum SamplePages {
    /// A report of so many people on so many methods under two conditions, with all that a page can show.
    static func page(
        methods count: Int = 2, people: Int = 24, language: Language = .english, simulated: Bool = false,
        names: [String] = ["A", "B"]
    ) throws -> ReportPage {
        let methods = (0..<count).map { $0 < names.count ? names[$0] : "method \($0 + 1)" }
        var votes: [VoteRow] = []
        for person in 0..<people {
            for (number, condition) in ["equal-iterations", "equal-time"].enumerated() {
                for trial in 0..<10 {
                    let vote = vote(
                        person, trial, condition, methods, bias: number == 0 ? 0 : 0.25, simulated: simulated)
                    votes.append(vote)
                    if trial == 0 { votes.append(again(vote, person)) }
                }
            }
        }
        let options = AnalysisOptions(
            conditions: ["equal-iterations", "equal-time"].map { Condition(name: $0, methods: methods) },
            hypotheses: hypotheses(methods), rules: ["repeated_session", "too_fast"], planned: ["too_fast": 0.05],
            resamples: 100)
        let summary = try Analysis.summarise(VoteTable(rows: votes), options: options)
        let runs = methods.enumerated().flatMap { index, method in
            ["equal-iterations", "equal-time"].map { condition in
                RunFacts(
                    condition: condition, method: method, epochs: [6000, 2000],
                    seconds: (75.2 + 13 * Double(index % 9)) * 3600)
            }
        }
        let labels = Dictionary(uniqueKeysWithValues: methods.map { ($0, $0.count == 1 ? "method \($0)" : $0) })
        let report = Report(
            title: "Huge images, and which of them people like",
            provenance: Provenance(
                study: "faces", planHash: String(repeating: "ab", count: 32), firstAnswer: "2026-01-02T03:04:05Z",
                lastAnswer: "2026-01-05T06:07:08Z"),
            summary: summary, tables: ConditionTable.tables(of: summary, runs: runs, labels: labels),
            words: .of(language), contents: try contents(summary, methods, labels, votes, people: people))
        return ReportPage(report)
    }

    private static func hypotheses(_ methods: [String]) -> [Hypothesis] {
        [
            Hypothesis(
                name: "H1", claim: .init(condition: "equal-iterations", method: methods[0], against: methods[1])),
            Hypothesis(
                name: "H2", statement: "B is worth its time.",
                claim: .init(condition: "equal-time", method: methods[1], against: methods[0], direction: .greater)),
            Hypothesis(name: "H3", statement: "People smile."),
        ]
    }

    private static func contents(
        _ summary: AnalysisSummary, _ methods: [String], _ labels: [String: String], _ votes: [VoteRow], people: Int
    ) throws -> PageContents {
        let picture = PagePicture(
            png: try PixelBuffer(width: 8, height: 8, colour: RGB(90, 120, 160)).pngBytes(),
            width: 8, height: 8)
        var facts = MethodsParagraphTests.facts
        facts.people.simulation = summary.simulation
        return PageContents(
            labels: labels, people: people,
            notices: ["The analysis plan was changed after the first vote (frozen 12ab…, now 34cd…)."],
            times: ResponseTimes.all(of: VoteTable(rows: votes), tooFastMilliseconds: 300),
            pictures: Dictionary(
                uniqueKeysWithValues: Set(ReportPage.imageNames(of: summary)).map { ($0, picture) }),
            samples: methods.prefix(2).map { SampleSheet(method: $0, condition: "equal-time", picture: picture) },
            methods: facts)
    }

    /// One vote: earlier methods are better, people differ in how much, and the left is favoured a little.
    private static func vote(
        _ person: Int, _ trial: Int, _ condition: String, _ methods: [String], bias: Double, simulated: Bool
    ) -> VoteRow {
        let draw = { (salt: Int) in uniform(person, trial, salt + condition.utf8.count) }
        let first = Int(draw(1) * Double(methods.count))
        let second = (first + 1 + Int(draw(2) * Double(methods.count - 1))) % methods.count
        let taste = 0.2 + uniform(person, 0, 99) * (1 - 2 * bias)
        let chance = 0.52 + 0.35 * taste * Double(second - first) / Double(methods.count - 1)
        return Ballots.cast(
            participant: "p\(person)", condition: condition, left: methods[first], right: methods[second],
            choice: draw(3) < chance ? .left : .right, simulated: simulated,
            excluded: person % 4 == 3 ? "too_fast" : nil,
            leftImage: "\(methods[first])/\(condition)/\(Int(draw(4) * 12))",
            rightImage: "\(methods[second])/\(condition)/\(Int(draw(5) * 12))",
            front: person % 5 == 0 ? "terminal" : "page",
            milliseconds: 120 + Int(2500 * draw(6) / (1.1 - draw(7))), shownAt: person * 1000 + trial,
            session: "s\(person)", trial: trial + 1 + 10 * condition.utf8.count)
    }

    /// The same trial again with the sides exchanged, mostly answered alike.
    private static func again(_ vote: VoteRow, _ person: Int) -> VoteRow {
        let isAlike = uniform(person, 0, 7) < 0.8
        var vote = vote
        (vote.left, vote.right) = (vote.right, vote.left)
        (vote.leftImage, vote.rightImage) = (vote.rightImage, vote.leftImage)
        vote.choice = (vote.choice == .left) == isAlike ? .right : .left
        vote.kind = .repeat
        vote.repeatOf = vote.trial
        vote.trial = 900 + (vote.trial ?? 0)
        return vote
    }

    /// A number in 0 ..< 1 that looks random (SplitMix64's mixing).
    private static func uniform(_ one: Int, _ two: Int, _ three: Int) -> Double {
        var word = UInt64(one * 1_000_003 + two * 1009 + three) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((word ^ (word >> 31)) >> 11) / 0x1p53
    }
}

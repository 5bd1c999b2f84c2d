import Foundation
import Pictures
import Preference
import Study

@testable import Reports

/// Made-up reports for the tests of their pages.
enum SamplePages {
    /// A report of so many people on so many methods under two conditions, with all that a page can show.
    static func page(
        methods count: Int = 2, people: Int = 24, language: Language = .english, simulated: Bool = false,
        names: [String] = ["A", "B"]
    ) throws -> ReportPage {
        let methods = (0..<count).map { $0 < names.count ? names[$0] : "method \($0 + 1)" }
        var votes: [Judgement] = []
        for person in 0..<people {
            for (number, condition) in ["equal-iterations", "equal-time"].enumerated() {
                for trial in 0..<10 {
                    votes.append(
                        vote(person, trial, condition, methods, bias: number == 0 ? 0 : 0.25, simulated: simulated))
                }
            }
        }
        let options = AnalysisOptions(
            conditions: ["equal-iterations", "equal-time"].map { Condition(name: $0, methods: methods) },
            rules: ["repeated_session", "too_fast"], planned: ["too_fast": 0.05])
        let summary = try Analysis.summarise(JudgementTable(votes), options: options)
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
            language: language)
        return ReportPage(report, try contents(summary, methods, labels, votes, people: people))
    }

    private static func contents(
        _ summary: AnalysisSummary, _ methods: [String], _ labels: [String: String], _ votes: [Judgement], people: Int
    ) throws -> PageContents {
        let picture = PagePicture(
            png: try PixelBuffer(width: 8, height: 8, colour: RGB(90, 120, 160)).pngBytes(),
            width: 8, height: 8)
        var facts = MethodsParagraphTests.facts
        facts.people.simulation = summary.simulation
        return PageContents(
            labels: labels, people: people,
            hypotheses: [
                Hypothesis(
                    name: "H1", claim: .init(condition: "equal-iterations", method: methods[0], against: methods[1])),
                Hypothesis(
                    name: "H2", statement: "B is worth its time.",
                    claim: .init(
                        condition: "equal-time", method: methods[1], against: methods[0], direction: .greater)),
                Hypothesis(name: "H3", statement: "People smile."),
            ],
            notices: ["The analysis plan was changed after the first vote (frozen 12ab…, now 34cd…)."],
            withoutExclusions: try Analysis.summarise(
                votes.map { vote in
                    var vote = vote
                    vote.excluded = nil
                    return vote
                }
            ).rates,
            scales: summary.conditions.map { condition in
                MethodScale(
                    condition: condition.name,
                    items: .success(
                        methods.enumerated().map { index, method in
                            let place = 1 - 2 * Double(index) / Double(methods.count)
                            return .init(
                                method: method, place: place,
                                interval: Interval(low: place - 0.3, high: place + 0.3))
                        }), groups: methods.indices.dropLast(2).map { [$0, $0 + 1, $0 + 2] })
            },
            times: ["page", "terminal"].map { front in
                ResponseTimes(
                    front: front,
                    times: votes.filter { $0.front == front }.compactMap(\.milliseconds).map {
                        .init(milliseconds: $0, votes: 1)
                    }, tooFastMilliseconds: 300)
            },
            pictures: Dictionary(
                uniqueKeysWithValues: Set(ReportPage.imageNames(of: summary)).map { ($0, picture) }),
            samples: methods.prefix(2).map { SampleSheet(method: $0, condition: "equal-time", picture: picture) },
            consistency: [.init("repeats answered alike", "61 of 72"), .init("Krippendorff’s alpha", "0.21")],
            methods: facts)
    }

    private static func vote(
        _ person: Int, _ trial: Int, _ condition: String, _ methods: [String], bias: Double, simulated: Bool
    ) -> Judgement {
        let draw = { (salt: Int) in Double((person * 7919 + trial * 104_729 + salt * 1_299_709) % 1009) / 1009 }
        let first = Int(draw(1) * Double(methods.count)) % methods.count
        let second = (first + 1 + Int(draw(2) * Double(methods.count - 1)) % (methods.count - 1)) % methods.count
        // Methods lose more the later they stand; people differ.
        let chance = 0.5 + 0.3 * Double(second - first) / Double(methods.count) + bias * (draw(7) - 0.3)
        return Judgement(
            participant: "p\(person)", condition: condition, left: methods[first], right: methods[second],
            choice: draw(3) < chance ? .left : .right, simulated: simulated,
            excluded: person % 4 == 3 ? "too_fast" : nil,
            leftImage: "\(methods[first])/\(condition)/\(Int(draw(4) * 12))",
            rightImage: "\(methods[second])/\(condition)/\(Int(draw(5) * 12))",
            front: person.isMultiple(of: 4) ? "terminal" : "page", milliseconds: 150 + Int(draw(6) * draw(6) * 9000),
            shownAt: person * 1000 + trial)
    }
}

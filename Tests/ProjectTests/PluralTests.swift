import Foundation
import TestKit
import Testing

@Suite("Numbers with their nouns")
struct PluralTests {
    @Test("no message says “1 people” or “1 sessions”: where a number may be 1, `counted` writes it with its noun")
    func plurals() throws {
        let sources = Project.root.appending(path: "Sources")
        var faults: [String] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            faults += Self.faults(in: text).map { "\(name):\($0.line): \($0.words)" }
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test("a plural behind any number would be found")
    func theSearchFinds() {
        #expect(Self.faults(in: #"x"# + "\n" + #""note: \(answered) sessions answered""#).first?.line == 2)
        #expect(
            Self.faults(in: #""\(a.b(c)) held-out photographs""#).first?.words == #"\(a.b(c)) held-out photographs"#)
        #expect(Self.faults(in: #"/// `\(count) votes`"#).isEmpty)
        #expect(Self.faults(in: #""\(2.counted("vote")) of \(people) are left""#).isEmpty)
    }

    /// Numbers that are never 1, and names that stand before a plural.
    private static let others: Set<String> = [
        #"\(SurveyPlan.mostTrials) trials"#, #"\(images) images"#, #"\(Analysis.mostVotes) votes"#,
        #"\(count) images"#, #"\(epochs) epochs"#, #"\($0) pairs"#, #"\($0.count) resamples"#,
        #"\(name) enlarges images"#, #"\(rows) plans"#, #"\(AnswerLimits.lines) lines"#,
        #"\(AnswerLimits.events) events"#, #"\(needed.bytes) for checkpoints"#,
        #"\(imagesPerSecond.decimals(1)) images"#, #"\(network.name) makes images"#, #"\(pairs) pairs"#,
        #"\(MethodFigures.images) images"#, #"\(MethodFigures.columns) images"#,
        #"\(epochs.joined(separator: "; ")) epochs"#, #"\(figure.name) shows photographs"#,
        #"\(erasure.subjects) people"#, #"\(plan.seats.count) seats"#, #"\(summary.conditions.count) conditions"#,
        #"\(path) has rows"#, #"\(hash) shows images"#, #"\(hash.prefix(12)) shows images"#, #"\(seats.count) seats"#,
        #"\(Self.mostFields) fields"#,
        #"\(machine.threads) threads"#, #"\(sessions.count) sessions"#,
    ]

    /// Parts of messages that are a number and a plural, by line.
    private static func faults(in text: String) -> [(line: Int, words: String)] {
        let plural =
            /\\\((?:[^()]|\([^()]*\))*\) (?:[a-z-]+ )?(?:people|persons|votes|sessions|seats|trials|images|photographs|rows|files|epochs|groups|methods|plans|answers|events|lines|fields|checkpoints|networks|conditions|repeats|participants|pairs|pictures|faces|threads|resamples)\b/
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            line.drop { $0 == " " }.hasPrefix("//")
                ? []
                : line.matches(of: plural).map { (index + 1, String($0.output)) }.filter { _, words in
                    !others.contains(words) && !words.contains(".counted(") && !words.contains(".word(")
                }
        }
    }
}

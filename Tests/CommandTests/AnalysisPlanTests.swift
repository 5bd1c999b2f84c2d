import Foundation
import TestKit
import Testing

@Suite("The frozen analysis plan", .endsHangs)
struct AnalysisPlanTests {
    @Test("a change of the analysis alone is frozen beside the same plan, with what changed and how many had voted")
    func change() async throws {
        try await withTinyStudy { dotchi in
            func plan(_ analysis: String) async throws -> String {
                try TinyStudy.write(TinyStudy.yaml + "\nanalysis: {\(analysis)}", to: dotchi.folder)
                // The seats and the seed stay those of the plan in use.
                let planning = try await dotchi("survey", "plan")
                #expect(planning.status == 0)
                #expect(try await planning.output == TinyStudy.made().plan.output)
                return planning.talk
            }
            #expect(try await !plan("level: 0.95").contains("analysis"))
            let early = try await plan("level: 0.9, exclusions: {too_fast: {ms: 200}}")
            for words in [
                "the survey's plan stays", "nobody had voted", "level: 0.95 -> 0.9", "too_fast.ms: not there",
            ] {
                #expect(early.contains(words), "\(early)")
            }
            let hand = AnswerLines(
                plan: try await TinyStudy.made().planHash, choices: Array(repeating: "left", count: TinyStudy.trials))
            try Data(hand.text.utf8).write(to: dotchi.folder.appending(path: "hand.jsonl"))
            try await dotchi.well("votes", "import", "hand.jsonl")
            #expect(try await !plan("level: 0.9, exclusions: {too_fast: {ms: 200}}").contains("analysis plan"))
            let late = try await plan("level: 0.9, exclusions: {too_fast: {ms: 400}}")
            for words in ["7 votes had been given", "exclusions.too_fast.ms: 200 -> 400."] {
                #expect(late.contains(words), "\(late)")
            }
        }
    }
}

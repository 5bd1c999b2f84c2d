import Foundation
import TestKit
import Testing

@Suite("Planning beside people who answer", .endsHangs)
struct PlanFreezingTests {
    private static let point = "survey plan: between transactions"
    private static let plan = ["survey", "plan", "--seats", "40", "--seed", "9"]

    @Test("votes get in while a plan is frozen, and belong to the plan in use")
    func votesMeanwhile() async throws {
        try await withTinyStudy { dotchi in
            let before = try await TinyStudy.made().planHash
            let planning = try await dotchi.held(at: Self.point, turn: 2, Self.plan)
            let answers = AnswerLines(plan: before, choices: Array(repeating: "left", count: TinyStudy.trials))
            var asking = dotchi
            asking.input = answers.text
            let imported = try await asking.well("votes", "import", "-")
            #expect(imported.contains("refused 0"))
            #expect(try await dotchi.well("survey", "list").split(separator: "\n").count == 2)
            #expect(try await planning.goOn() == .status(0))
            let list = try await dotchi.well("survey", "list").split(separator: "\n")
            #expect(list.count == 3 && list[2].hasSuffix("in use") && list[2].contains(" 40 "))
            #expect(try await Table(dotchi.well("votes", "export")).rows.count == TinyStudy.trials)
        }
    }

    @Test("a planning that is killed leaves the plan in use as it was, and the same command does it again")
    func killed() async throws {
        try await withTinyStudy { dotchi in
            for turn in 1...2 {
                let list = try await dotchi.well("survey", "list")
                let planning = try await dotchi.held(at: Self.point, turn: turn, Self.plan)
                #expect(try await planning.kill() == .signal(SIGKILL))
                #expect(try await dotchi.well("survey", "list") == list)
                try await dotchi.well("simulate", "--participants", "1")
                #expect(try await dotchi("doctor").output.contains("study: “A tiny study”"))
            }
            let hash = try await dotchi.well("survey", "plan", "--seats", "40", "--seed", "9")
            #expect(try await dotchi.well("survey", "list").split(separator: "\n").last?.hasSuffix("in use") == true)
            #expect(try await dotchi.well("survey", "plan") == hash)
        }
    }
}

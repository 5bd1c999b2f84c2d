import Foundation
import GRDB
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

    @Test("doctor names an analysis section that is not the frozen one, before the first vote and after it")
    func doctor() async throws {
        try await withTinyStudy { dotchi in
            let mark = "note     analysis: "
            #expect(try await !dotchi("doctor").output.contains(mark))
            try TinyStudy.write(TinyStudy.yaml + "\nanalysis: {level: 0.9}", to: dotchi.folder)
            let early = try await dotchi("doctor").output
            #expect(early.contains(mark + "The analysis plan was changed before the first vote"), "\(early)")
            #expect(early.contains("level: 0.95 -> 0.9"), "\(early)")
            try await dotchi.well("survey", "plan")
            #expect(try await !dotchi("doctor").output.contains(mark))
            try await vote(dotchi)
            try TinyStudy.write(TinyStudy.yaml + "\nanalysis: {level: 0.8}", to: dotchi.folder)
            let late = try await dotchi("doctor").output
            #expect(
                late.contains(mark + "The analysis plan is not the one that was frozen before the first"), "\(late)")
        }
    }

    @Test("a plan that changes nothing is said to be in use already")
    func unchanged() async throws {
        try await withTinyStudy { dotchi in
            let hash = try await TinyStudy.made().planHash
            let says = "unchanged: plan \(hash.prefix(12)) is in use already"
            for again in [[], ["--again", String(hash.prefix(12))]] {
                let same = try await dotchi(["survey", "plan"] + again)
                #expect(same.status == 0 && same.talk.contains(says) && same.output == "\(hash)\n", "\(same)")
            }
            #expect(try await !dotchi("survey", "plan", "--seats", "3").talk.contains("unchanged"))
            #expect(try await !dotchi("survey", "plan", "--again", hash).talk.contains("unchanged"))
            try TinyStudy.write(TinyStudy.yaml + "\nanalysis: {level: 0.9}", to: dotchi.folder)
            #expect(try await !dotchi("survey", "plan", "--again", hash).talk.contains("unchanged"))
        }
    }

    /// Gives a person's votes to the plan in use.
    private func vote(_ dotchi: Dotchi) async throws {
        let hand = AnswerLines(
            plan: try await TinyStudy.made().planHash, choices: Array(repeating: "left", count: TinyStudy.trials))
        try Data(hand.text.utf8).write(to: dotchi.folder.appending(path: "hand.jsonl"))
        try await dotchi.well("votes", "import", "hand.jsonl")
    }

    @Test(
        "what analyze advises freezes a changed analysis and keeps the plan and its votes, also where pools are newer")
    func advice() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("pool", "refresh", "--seed", "2")
            try TinyStudy.write(TinyStudy.yaml + "\nanalysis: {level: 0.9}", to: dotchi.folder)
            let hash = try await TinyStudy.made().planHash
            let open = try await dotchi("analyze")
            let advised = "`dotchi survey plan --again \(hash.prefix(12))` freezes it"
            #expect(open.talk.contains(advised) && open.talk.contains("its votes stay in use"), "\(open.talk)")
            try await vote(dotchi)
            let planning = try await dotchi("survey", "plan", "--again", String(hash.prefix(12)))
            #expect(planning.status == 0 && planning.output == "\(hash)\n", "\(planning.talk)")
            #expect(planning.talk.contains("the survey's plan stays, and the analysis plan changes"))
            #expect(!planning.talk.contains("the plan changes;"), "\(planning.talk)")
            let analysis = try await dotchi("analyze")
            #expect(!analysis.talk.contains("under other plans"), "\(analysis.talk)")
        }
    }

    @Test("a plan that comes into use again, with a changed analysis, is not said to stay")
    func otherPlan() async throws {
        try await withTinyStudy { dotchi in
            try await vote(dotchi)
            try await dotchi.well("survey", "plan", "--seed", "6")
            try TinyStudy.write(TinyStudy.yaml + "\nanalysis: {level: 0.9}", to: dotchi.folder)
            let planning = try await dotchi("survey", "plan", "--seed", "5")
            #expect(try await planning.output == TinyStudy.made().plan.output)
            #expect(!planning.talk.contains("the survey's plan stays"), "\(planning.talk)")
            #expect(planning.talk.contains("the plan that comes into use was frozen before"), "\(planning.talk)")
            // Away from a plan that was answered, and to another that was frozen before: one sentence on each.
            let away = try await dotchi("survey", "plan", "--seed", "6")
            #expect(away.talk.contains("the plan changes; 1 session answered the earlier one"), "\(away.talk)")
            #expect(!away.talk.contains("the survey's plan stays"), "\(away.talk)")
            #expect(away.talk.contains("its analysis plan changes"), "\(away.talk)")
        }
    }

    /// Changes the level of the recorded analysis plan past the store's rules; the hash that it keeps.
    private func damage(_ dotchi: Dotchi) throws -> String {
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        let hash = try queue.writeWithoutTransaction { db in
            for trigger in try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'analysisPlan'")
            {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(sql: "UPDATE analysisPlan SET settings = replace(settings, '0.95', '0.5')")
            return try String.fetchOne(db, sql: "SELECT hash FROM analysisPlan WHERE settings LIKE '%0.5%'")
        }
        try queue.close()
        return try #require(hash)
    }

    @Test("a recorded analysis plan that another program changed is called damaged, and nothing is frozen beside it")
    func damaged() async throws {
        try await withTinyStudy { dotchi in
            try await vote(dotchi)
            let hash = try damage(dotchi)
            let analysis = try await dotchi("analyze")
            #expect(
                analysis.status == 0 && analysis.talk.contains("The record of the analysis plan \(hash.prefix(12)) "))
            #expect(analysis.talk.contains("is damaged"), "\(analysis.talk)")
            #expect(!analysis.talk.contains("Changed:") && !analysis.talk.contains("not frozen"), "\(analysis.talk)")
            let report = try await dotchi("report")
            #expect(report.status == 0, "\(report.talk)")
            let text = try String(contentsOf: dotchi.folder.appending(path: "report/report.md"), encoding: .utf8)
            #expect(text.contains("is damaged") && !text.contains("The analysis plan was"))
            let planning = try await dotchi.fails(65, "survey", "plan")
            #expect(planning.contains("is damaged") && planning.contains("Nothing was frozen"), "\(planning)")
            #expect(try await dotchi("doctor").output.contains("analysis plan of"))
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("Answer files and votes", .endsHangs)
struct VotesTests {
    @Test("an answer file given twice counts once")
    func twice() async throws {
        try await withTinyStudy { dotchi in
            let answers = try await answers(["left", "right", "left", "left", "right", "left", "right"])
            try write(answers.text, "hand.jsonl", dotchi)
            let events = answers.lines.count - 1
            #expect(
                try await dotchi.well("votes", "import", "hand.jsonl")
                    == "files 1, new events \(events), known 0, refused 0\n")
            let votes = try await dotchi.well("votes", "export")
            #expect(
                try await dotchi.well("votes", "import", "hand.jsonl", "hand.jsonl")
                    == "files 2, new events 0, known \(2 * events), refused 0\n")
            #expect(try await dotchi.well("votes", "export") == votes)

            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(rows.map { $0["choice"] } == answers.choices)
            #expect(rows.map { $0["trial"] } == (1...TinyStudy.trials).map(String.init))
            #expect(rows.allSatisfy { $0["participant"] == "hand-1" && $0["simulated"] == "FALSE" })
            #expect(rows.allSatisfy { $0["front"] == "page" && $0["shown_px"] == "256" && $0["response_ms"] == "900" })
            #expect(rows.allSatisfy { Set([$0["left"], $0["right"]]) == ["A", "B"] && $0["excluded"] == "" })
            let analysis = try await dotchi.well("analyze", "--json")
            #expect(
                try decoded(AnalysisFacts.self, from: analysis).votes
                    == .init(total: 6, counted: 6, participants: 1, simulated: 0))
            #expect(try await !dotchi.well("analyze").contains("SIMULATED"))
        }
    }

    @Test(
        "of a file cut off anywhere the whole lines count, and the whole file later adds the rest",
        arguments: [2, 9, 13])
    func cutOff(line: Int) async throws {
        try await withTinyStudy { dotchi in
            let answers = try await answers(Array(repeating: "left", count: TinyStudy.trials))
            let lines = answers.lines
            let cut = lines[..<line].map { $0 + "\n" }.joined() + lines[line].dropLast(20)
            try write(cut, "cut.jsonl", dotchi)
            let talk = try await dotchi("votes", "import", "cut.jsonl")
            #expect(talk.status == 65 && talk.talk.contains("cut.jsonl: line \(line + 1): the file is cut off"))
            #expect(talk.output.contains("new events \(line - 1),"))
            let votes = lines[..<line].count { $0.contains(#""kind":"vote""#) }
            #expect(try await Table(dotchi.well("votes", "export", "--identities")).rows.count == votes)

            try write(answers.text, "whole.jsonl", dotchi)
            let rest = try await dotchi.well("votes", "import", "whole.jsonl")
            #expect(rest.contains("new events \(lines.count - line), known \(line - 1), refused 0"))
            #expect(try await Table(dotchi.well("votes", "export", "--identities")).rows.count == TinyStudy.trials)
        }
    }

    @Test(
        "what is of another plan, another study or no answers at all is refused by name; the rest of the folder counts")
    func refusals() async throws {
        try await withTinyStudy { dotchi in
            let good = try await answers(Array(repeating: "right", count: TinyStudy.trials))
            var otherPlan = good
            otherPlan.plan = String(repeating: "0", count: 64)
            var otherStudy = otherPlan
            otherStudy.study = "huge"
            var otherTrial = good
            otherTrial.session = UUID().uuidString.lowercased()
            otherTrial.participant = "hand-2"
            otherTrial.choices.append("left")
            let files = [
                "a-plan.jsonl": otherPlan.text, "b-study.jsonl": otherStudy.text, "c-words.jsonl": "no answers\n",
                "d-trial.jsonl": otherTrial.text, "e-good.jsonl": good.text, "notes.txt": "not looked at",
            ]
            for (name, text) in files { try write(text, "answers/\(name)", dotchi) }
            let ending = try await dotchi("votes", "import", "answers")
            #expect(ending.status == 65)
            let reasons = [
                "a-plan.jsonl: the answers are to a plan that this study does not have",
                "b-study.jsonl: the answers are of the study \"huge\", this one is \"tiny\"",
                "c-words.jsonl: line 1: no header of an answer file",
            ]
            for reason in reasons { #expect(ending.talk.contains(reason), "\(ending.talk)") }
            let refused = try #require(otherTrial.lines.lastIndex { $0.contains(#""trial":8"#) }) + 1
            #expect(
                ending.talk.matches(of: /d-trial.jsonl: line (\d+): event [0-9a-f-]{13}: .*has no trial 8/)
                    .contains { Int($0.1) == refused }, "\(ending.talk)")
            #expect(!ending.talk.contains("refused: e-good.jsonl"))
            #expect(ending.talk.contains("left aside: answers/notes.txt") || ending.talk.contains("notes.txt: line 1"))
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(rows.count == 2 * TinyStudy.trials)
            #expect(Set(rows.map { $0["participant"] }) == ["hand-1", "hand-2"])
        }
    }

    @Test("a second session of one person is kept apart from the rates, and the funnel tells")
    func secondSession() async throws {
        try await withTinyStudy { dotchi in
            let first = try await answers(Array(repeating: "left", count: TinyStudy.trials))
            var second = first
            second.session = UUID().uuidString.lowercased()
            second.seat = 3
            try write(first.text, "1.jsonl", dotchi)
            try write(second.text, "2.jsonl", dotchi)
            try await dotchi.well("votes", "import", "1.jsonl", "2.jsonl")
            let analysis = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "--json"))
            #expect(analysis.votes == .init(total: 12, counted: 6, participants: 1, simulated: 0))
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(rows.count { $0["excluded"] == "repeated_session" } == TinyStudy.trials)
        }
    }

    @Test("a person is erased with all answers, and nobody else is")
    func erase() async throws {
        try await withTinyStudy { dotchi in
            let answers = try await answers(Array(repeating: "left", count: TinyStudy.trials))
            try write(answers.text, "hand.jsonl", dotchi)
            try await dotchi.well("votes", "import", "hand.jsonl")
            try await dotchi.well("simulate", "--participants", "2", "--beside-people")
            let erased = try await dotchi.well("votes", "erase", "hand-1")
            #expect(erased == "sessions 1, events \(answers.lines.count - 1), votes \(TinyStudy.trials)\n")
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(rows.count == 2 * TinyStudy.trials && rows.allSatisfy { $0["simulated"] == "TRUE" })
            #expect(try await dotchi.fails(66, "votes", "erase", "hand-1").contains("hand-1"))
            for file in try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.path)
            where file.hasPrefix("study.sqlite") {
                let bytes = try Data(contentsOf: dotchi.folder.appending(path: file))
                #expect(bytes.range(of: Data("hand-1".utf8)) == nil, "\(file) still holds the participant's id")
            }
        }
    }

    @Test("answers to an earlier plan stay with it: exported, and left out of the new plan's rates")
    func earlierPlan() async throws {
        try await withTinyStudy { dotchi in
            let answers = try await answers(Array(repeating: "left", count: TinyStudy.trials))
            try write(answers.text, "hand.jsonl", dotchi)
            try await dotchi.well("votes", "import", "hand.jsonl")
            let change = try await dotchi("survey", "plan", "--seats", "12", "--seed", "6")
            #expect(
                change.status == 0 && change.talk.contains("1 session answered the earlier one and stays with it"),
                "\(change.talk)")
            let before = try await TinyStudy.made().planHash
            #expect(change.talk.contains("`dotchi survey plan --again \(before.prefix(12))`"), "\(change.talk)")
            try await dotchi.well("simulate", "--participants", "1")
            let analysis = try await dotchi("analyze", "--json")
            #expect(analysis.talk.contains("\(TinyStudy.mainTrials) votes under other plans are left out"))
            #expect(try decoded(AnalysisFacts.self, from: analysis.output).votes.total == TinyStudy.mainTrials)
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(rows.count { $0["participant"] == "hand-1" } == TinyStudy.trials)
            let plans = Set(rows.filter { $0["participant"] == "hand-1" }.map { $0["plan"] })
            #expect(plans == [String(before.prefix(12))] && Set(rows.map { $0["plan"] }).count == 2)
            try write(try await dotchi.well("votes", "export"), "all.csv", dotchi)
            let together = try await dotchi("analyze", "all.csv")
            #expect(
                together.status == 0 && together.talk.contains("all.csv: the votes of 2 plans are taken together: "))
            #expect(together.talk.contains("\"\(before.prefix(12))\" (\(TinyStudy.trials) rows)"), "\(together.talk)")

            #expect(try await dotchi.well("survey", "plan", "--again", before) == "\(before)\n")
            let earlier = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "--json"))
            #expect(earlier.votes == .init(total: 6, counted: 6, participants: 1, simulated: 0))
            #expect(try await dotchi.fails(66, "survey", "plan", "--again", "0123").contains("0123"))

            let list = try await dotchi.well("survey", "list").split(separator: "\n").map(String.init)
            #expect(list.count == 3 && list[2].hasPrefix(before.prefix(12)) && list[2].hasSuffix("in use"), "\(list)")
            let cells = list.dropFirst().map { $0.split(separator: " ").map(String.init) }
            #expect(cells.map { $0[2..<6] } == [["12", "7", "0", "1"], ["12", "7", "1", "0"]], "\(list)")
            let other = cells[0][0]
            #expect(try await dotchi.well("survey", "plan", "--again", String(other.prefix(8))).hasPrefix(other))
            let several = try await dotchi.fails(64, "survey", "plan", "--again", "")
            #expect(several.contains("begin with “”: ") && several.contains(other), "\(several)")
        }
    }

    @Test("a person under two plans is judged under each by itself, in every form as `analyze` does")
    func twoPlans() async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(TinyStudy.yaml + "\nanalysis: {exclusions: {incomplete: {}}}", to: dotchi.folder)
            let whole = Array(repeating: "left", count: TinyStudy.trials)
            let earlier = try await TinyStudy.made().planHash
            let plan = String(try await dotchi.well("survey", "plan", "--seats", "12", "--seed", "6").dropLast())
            let unfinished = AnswerLines(plan: plan, participant: "hand-2", choices: ["right", "left"])
            let sessions = [
                AnswerLines(plan: plan, choices: whole), unfinished, AnswerLines(plan: earlier, choices: whole),
                AnswerLines(plan: earlier, participant: "hand-2", choices: whole),
            ]
            for (place, session) in sessions.enumerated() { try write(session.text, "\(place).jsonl", dotchi) }
            try await dotchi.well("votes", "import", "0.jsonl", "1.jsonl", "2.jsonl", "3.jsonl")
            let analysis = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "--json"))
            #expect(analysis.votes == .init(total: 8, counted: 6, participants: 1, simulated: 0))

            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(Set(rows.prefix(14).map { $0["session"] }) == Set(sessions.suffix(2).map(\.session)))
            let left = rows.filter { $0["excluded"] != "" }
            #expect(rows.count == 3 * TinyStudy.trials + 2 && left.count == 2)
            #expect(left.allSatisfy { $0["session"] == unfinished.session && $0["excluded"] == "incomplete" })
            for format in ["jsonl", "jspsych"] {
                let lines = try await dotchi.well("votes", "export", "--format", format).split(separator: "\n")
                #expect(lines.count { $0.contains(#""excluded":"incomplete""#) } == 2, "\(format)")
                #expect(!lines.contains { $0.contains("repeated_session") }, "\(format)")
            }
            let arena = try await dotchi.well("votes", "export", "--format", "arena").split(separator: "\n")
            #expect(arena.count == TinyStudy.mainTrials)
        }
    }

    @Test("a report without votes is refused, and an earlier one stays as it is")
    func noVotes() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("simulate", "--participants", "1")
            try await dotchi.well("report")
            let report = try contents(of: dotchi.folder.appending(path: "report"))
            try await dotchi.well("survey", "plan", "--seats", "12", "--seed", "6")
            let talk = try await dotchi.fails(66, "report")
            #expect(talk.contains("no report was written") && talk.contains("--again"), "\(talk)")
            #expect(try contents(of: dotchi.folder.appending(path: "report")) == report)
        }
    }

    @Test("a table of votes given to import is refused, and analyze is named")
    func tableOfVotes() async throws {
        try await withTinyStudy { dotchi in
            try write("participant,left,right,choice\nada,A,B,left\n", "votes.csv", dotchi)
            let ending = try await dotchi("votes", "import", "votes.csv")
            #expect(ending.status == 65 && ending.talk.contains("dotchi analyze FILE"), "\(ending.talk)")
        }
    }

    private func answers(_ choices: [String]) async throws -> AnswerLines {
        AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices)
    }

    private func write(_ text: String, _ name: String, _ dotchi: Dotchi) throws {
        let file = dotchi.folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}

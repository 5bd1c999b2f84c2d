import Foundation
import TestKit
import Testing

@Suite("A study with questionnaires", .endsHangs)
struct QuestionnaireStudyTests {
    private static let survey = """
        survey:
          languages: [en]
          trials: 3
          repeats: 1
          min_response_ms: 0
          before:
            - {id: age, kind: number, text: {en: How old are you?}, required: true, min: 0, max: 120}
            - id: display
              kind: choice
              text: {en: Which display do you use?}
              required: true
              choices: {laptop: {en: A laptop's}, monitor: {en: A monitor of its own}}
          after:
            - {id: saw, kind: choices, text: {en: What did you look at?}, choices: {eyes: {en: Eyes}, hair: {en: Hair}}}
            - {id: remarks, kind: text, text: {en: Anything else?}}
          admit: {answers: {age: {min: 18, max: 90}}}
        """

    private static func write(_ survey: String, to folder: URL) throws {
        let lines = TinyStudy.yaml.split(separator: "\n").filter { !$0.hasPrefix("survey:") }
        try TinyStudy.write(lines.joined(separator: "\n") + "\n" + survey, to: folder)
    }

    @Test("its answers go from the plan to the table of sessions, the subgroups and the report")
    func whole() async throws {
        try await withTinyStudy { dotchi in
            try Self.write(Self.survey, to: dotchi.folder)
            try await dotchi.well("survey", "plan", "--seats", "12", "--seed", "5")
            try await dotchi.well("simulate", "--participants", "16", "--prefer", "B=0.8")
            let sessions = try await Table(dotchi.well("votes", "sessions"))
            #expect(sessions.rows.count == 16)
            for row in sessions.rows {
                let age = try #require(row["before.age"].flatMap { Int($0) })
                #expect((18...90).contains(age), "nobody is there whom the study does not admit")
                #expect(["laptop", "monitor"].contains(row["before.display"]))
                #expect(row["complete"] == "TRUE" && row["simulated"] == "TRUE" && row["excluded"] == "")
            }
            #expect(sessions.rows.contains { $0["after.saw"] == "eyes; hair" })
            let votes = try await Table(dotchi.well("votes", "export"))
            #expect(Set(votes.rows.map { $0["session"] }) == Set(sessions.rows.map { $0["session"] }))

            let analysis = try await dotchi.well("analyze", "--json")
            struct Facts: Decodable { var subgroups: [Group] }
            struct Group: Decodable {
                var condition: String?
                var method: String
                var by: String
                var value: String?
                var people: Int
                var rate: Double?
            }
            let groups = try decoded(Facts.self, from: analysis).subgroups
            #expect(Set(groups.map(\.by)) == ["display"] && groups.count == 8)
            for condition in ["equal-iterations", "equal-time"] {
                let ofB = groups.filter { $0.condition == condition && $0.method == "B" }
                #expect(ofB.map(\.value) == ["laptop", "monitor"] && ofB.reduce(0) { $0 + $1.people } == 16)
                // The rate of a group is that of its own votes.
                for group in ofB {
                    let own = Set(sessions.rows.filter { $0["before.display"] == group.value }.map { $0["session"] })
                    let mine = votes.rows.filter {
                        own.contains($0["session"]) && $0["kind"] == "main" && $0["condition"] == condition
                    }
                    let wins = mine.count { $0[$0["choice"] ?? ""] == "B" }
                    #expect(try abs(#require(group.rate) - Double(wins) / Double(mine.count)) < 1e-12)
                }
            }
            #expect(try await dotchi.well("analyze").contains("The rates by answers about the person"))

            try await dotchi.well("report", "--out", "out")
            let report = try String(contentsOf: dotchi.folder.appending(path: "out/report.md"), encoding: .utf8)
            #expect(report.contains("## What people answered about themselves"))
            #expect(report.contains("| Which display do you use? | A laptop's |"), "\(report)")
            #expect(
                report.contains(
                    "Before the first pair participants answered questions about themselves: “How old are you?”"))
            #expect(report.contains("age: ≥ 18, ≤ 90"))

            try Self.write(Self.survey.replacing("How old are you?", with: "Your age?"), to: dotchi.folder)
            let doctor = try await dotchi("doctor")
            #expect(doctor.output.contains("survey.before.age.text.en"), "\(doctor.output)")
        }
    }

    @Test("people who were screened out are counted, and their answers are nowhere")
    func screened() async throws {
        try await withTinyStudy { dotchi in
            try Self.write(Self.survey, to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "12", "--seed", "5")
                .trimmingCharacters(in: .newlines)
            let file = AnswerLines(plan: plan, participant: "young", choices: [])
            let out = #"{"id":"00000000-0000-4000-8000-0000000000aa","t_ms":9,"kind":"screened_out","value":"age"}"#
            try Data((file.lines[0] + "\n" + out + "\n").utf8)
                .write(to: dotchi.folder.appending(path: "young.jsonl"))
            try await dotchi.well("votes", "import", "young.jsonl")
            try await dotchi.well("votes", "import", "young.jsonl")
            #expect(try await Table(dotchi.well("votes", "sessions")).rows.isEmpty)
            try await dotchi.well("simulate", "--participants", "4")
            try await dotchi.well("report", "--out", "out")
            let report = try String(contentsOf: dotchi.folder.appending(path: "out/report.md"), encoding: .utf8)
            #expect(report.contains("screened out by “age”: 1"), "\(report)")
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("Files of people who did not agree, or are not admitted", .endsHangs)
struct AgreementTests {
    private static let survey = """
        survey: {languages: [en], trials: 3, repeats: 1, min_response_ms: 0, before: [{id: age, kind: number, \
        text: {en: How old are you?}, required: true, min: 0, max: 120}], \
        admit: {devices: [desktop], answers: {age: {min: 18}}}}
        """

    /// A session that answered every trial of its seat, aged 30, with its `consent` line and header changed.
    private func answers(
        _ person: String, plan: String, age: String? = "30", consent: String? = "", _ device: String = "desktop"
    ) -> String {
        var file = AnswerLines(plan: plan, choices: ["left", "right", "left", "left"])
        (file.participant, file.source) = (person, "link")
        var lines = file.lines
        lines[0] = lines[0].replacing(#""desktop""#, with: "\"\(device)\"")
        let said = #"{"id":"\#(UUID().uuidString.lowercased())","t_ms":1500,"kind":"answer","question":"age","value":"#
        if let age { lines.insert(said + "\(age)}", at: 2) }
        if let consent, !consent.isEmpty {
            lines[1] = lines[1].replacing("}", with: #","value":"\#(consent)"}"#)
        } else if consent == nil {
            lines.remove(at: 1)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    @Test("are named at import and in analyses, counted by rule, and told apart in the table of sessions")
    func named() async throws {
        try await withTinyStudy { dotchi in
            let lines = TinyStudy.yaml.split(separator: "\n").filter { !$0.hasPrefix("survey:") }
            try TinyStudy.write(lines.joined(separator: "\n") + "\n" + Self.survey, to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "3", "--export", "plan.json")
                .trimmingCharacters(in: .newlines)
            struct Export: Decodable { var consents: [String: [String: Consent]] }
            struct Consent: Decodable { var sha256: String }
            let export = try Data(contentsOf: dotchi.folder.appending(path: "plan.json"))
            let agreed = try #require(
                try JSONDecoder().decode(Export.self, from: export).consents["en"]?["page"]?.sha256)
            let other = String(repeating: "0", count: 64)
            let files = [
                "good": answers("good", plan: plan, consent: agreed), "none": answers("none", plan: plan, consent: nil),
                "other": answers("other", plan: plan, consent: other), "young": answers("young", plan: plan, age: "12"),
                "phone": answers("phone", plan: plan, "phone"), "lost": answers("lost", plan: plan, age: nil),
                "odd": answers("odd", plan: plan, consent: agreed)
                    .replacing(#""language":"en""#, with: #""language":"fr""#)
                    .replacing(/"started_at":"[^"]*"/, with: #""started_at":"2099-01-05T10:00:00Z""#)
                    .split(separator: "\n").filter { !$0.contains(#""shown""#) }.joined(separator: "\n"),
            ]
            let folder = dotchi.folder.appending(path: "in")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: "\(name).jsonl")) }
            let words = [
                "1 session has votes, but no consent", "1 session has the consent to a text that is none of the plan's",
                "2 sessions have answers that the plan does not admit",
                "1 session has votes, but not every answer by which the plan admits people",
                "1 session has a language that the plan does not offer",
                "1 session has votes of which nothing says when their images came into view",
                "1 session says of itself that it was started more than a day after its answers arrived",
            ]
            let imported = try await dotchi("votes", "import", "in")
            #expect(imported.status == 0)
            let analysis = try await dotchi("analyze")
            for talk in [imported.talk, analysis.talk] {
                for words in words { #expect(talk.contains("note: \(words): "), "\(talk)") }
            }
            // What was in the study before says nothing at another's import.
            try Data(answers("late", plan: plan, consent: agreed).utf8)
                .write(to: dotchi.folder.appending(path: "late.jsonl"))
            #expect(try await !dotchi("votes", "import", "late.jsonl").talk.contains("note"))

            let rows = try await Table(dotchi.well("votes", "sessions", "--identities")).rows
            let sessions = Dictionary(uniqueKeysWithValues: rows.map { ($0["participant"] ?? "", $0) })
            #expect(sessions.filter { $0.value["excluded"] == "not_admitted" }.keys.sorted() == ["phone", "young"])
            #expect(sessions.filter { $0.value["consented"] == "FALSE" }.keys.sorted() == ["none"])
            #expect(sessions["good"]?["consent_sha256"] == agreed && sessions["young"]?["consent_sha256"] == "")
            #expect(sessions["other"]?["consent_sha256"] == other)
            let votes = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(Set(votes.filter { $0["excluded"] != "" }.map { $0["participant"] }) == ["phone", "young"])
            #expect(analysis.output.contains("a person whom the plan does not admit"), "\(analysis.output)")
        }
    }

    @Test("somebody who was not admitted and came again counts as who they said to be then")
    func again() async throws {
        try await withTinyStudy { dotchi in
            let lines = TinyStudy.yaml.split(separator: "\n").filter { !$0.hasPrefix("survey:") }
            try TinyStudy.write(lines.joined(separator: "\n") + "\n" + Self.survey, to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "3").trimmingCharacters(in: .newlines)
            for age in ["12", "21"] {
                try Data(answers("p", plan: plan, age: age).utf8).write(
                    to: dotchi.folder.appending(path: "\(age).jsonl"))
                try await dotchi.well("votes", "import", "\(age).jsonl")
            }
            let rows = try await Table(dotchi.well("votes", "sessions")).rows
            #expect(rows.map { $0["before.age"] } == ["12", "21"])
            #expect(rows.map { $0["excluded"] } == ["not_admitted", ""])
        }
    }
}

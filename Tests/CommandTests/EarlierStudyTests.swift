import Foundation
import GRDB
import TestKit
import Testing

/// A study whose plan an earlier dotchi froze, with a row for each trial and a hash of the whole: `Fixtures/earlier-study`
/// was made by that one.
@Suite("A study of before plans had heads", .endsHangs)
struct EarlierStudyTests {
    private static let fixture = Project.root.appending(path: "Tests/CommandTests/Fixtures/earlier-study")
    private static let hash = "7719ea246b3504afcc31a02abd92844f1e256ecc636b34f79c684197428501b3"

    /// Runs `body` in a copy of the study, in whose store `sql` was done.
    private func withStudy(_ sql: String = "", _ body: (Dotchi) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try write(to: folder, sql)
            try await body(Dotchi(folder: folder))
        }
    }

    private func write(to folder: URL, _ sql: String) throws {
        try Data(try text("study.yaml").utf8).write(to: folder.appending(path: "study.yaml"))
        let queue = try DatabaseQueue(path: folder.appending(path: "study.sqlite").path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: try text("study.sql"))
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.fixture.appending(path: name), encoding: .utf8)
    }

    @Test(
        "keeps its plan, its hash and its votes, also where it has no checksums yet",
        arguments: [
            "",
            """
            DROP TABLE seal; DROP TABLE generationSeal;
            DELETE FROM grdb_migrations WHERE identifier IN ('12 seals', '13 generation seals')
            """,
        ])
    func kept(sql: String) async throws {
        try await withStudy(sql) { dotchi in
            // The same study, pools and seed: it stays in use, and nothing is orphaned.
            let plan = try await dotchi("survey", "plan")
            #expect(plan.status == 0 && plan.output == Self.hash + "\n", "\(plan.talk)")
            #expect(!plan.talk.contains("the plan changes"), "\(plan.talk)")
            #expect(try await dotchi.well("votes", "export", "--identities") == text("votes.csv"))
            let doctor = try await dotchi("doctor")
            #expect(doctor.output.contains("\nok       plans: 1, all as they were frozen\n"), "\(doctor.output)")
        }
    }

    @Test("is brought up to date by the command that reading commands name")
    func upToDate() async throws {
        try await withStudy { dotchi in
            let store = dotchi.folder.appending(path: "study.sqlite")
            let bytes = try Data(contentsOf: store)
            for command in [["analyze"], ["survey", "build", "page"], ["votes", "export"]] {
                let talk = try await dotchi.fails(65, command)
                #expect(
                    talk.contains("was written by an older dotchi; `dotchi doctor --clean` brings it up to date"),
                    "\(talk)")
            }
            #expect(try await dotchi("doctor").output.contains("`dotchi doctor --clean` brings it up to date"))
            #expect(try Data(contentsOf: store) == bytes)
            let doctor = try await dotchi("doctor", "--clean").output
            #expect(
                doctor.contains("ok       study: study.sqlite was written by an older dotchi, and is up to date now"))
            #expect(doctor.contains("ok       plans: 1, all as they were frozen"), "\(doctor)")
            try await dotchi.well("survey", "build", "page")
            #expect(try await dotchi.well("votes", "export", "--identities") == text("votes.csv"))
        }
    }

    @Test("whose trials were changed builds no page and simulates nobody")
    func changed() async throws {
        let change = """
            DROP TRIGGER trialUpdate;
            UPDATE trial SET (leftGenerationId, leftIndex, rightGenerationId, rightIndex)
                = (rightGenerationId, rightIndex, leftGenerationId, leftIndex) WHERE seat = 1 AND number = 1
            """
        try await withStudy(change) { dotchi in
            for command in [["simulate", "--participants", "2", "--beside-people"], ["survey", "build", "page"]] {
                let talk = try await dotchi.fails(65, command)
                #expect(talk.contains("plan \(Self.hash.prefix(12)) in study.sqlite is damaged"), "\(talk)")
            }
        }
    }

    @Test("whose trials were changed asks nobody and takes no answers, to whatever seat, until they are as they were")
    func changedSeats() async throws {
        // Of a seat that nobody is asked here: of the whole alone something is known.
        let change = "UPDATE trial SET leftIndex = 0 WHERE seat = 3 AND number = 1"
        try await withStudy("DROP TRIGGER trialUpdate; \(change)") { dotchi in
            let damage = "plan \(Self.hash.prefix(12)) in study.sqlite is damaged"
            for seat in ["1", "2"] {
                let talk = try await dotchi.fails(65, "survey", "take", "--seat", seat)
                #expect(talk.contains(damage) && talk.contains("Put a copy of the file back"), "\(talk)")
            }
            var answers = AnswerLines(plan: Self.hash, participant: "x", choices: Array(repeating: "left", count: 8))
            answers.study = "earlier"
            var asking = dotchi
            asking.input = answers.text
            let votes = try await dotchi.well("votes", "export", "--identities")
            let ending = try await asking("votes", "import", "-")
            #expect(ending.status == 65 && ending.output.contains("new events 0"), "\(ending.output)")
            #expect(ending.talk.contains("plan \(Self.hash.prefix(12)) is damaged in study.sqlite"), "\(ending.talk)")
            #expect(try await dotchi.well("votes", "export", "--identities") == votes)
            try execute(change.replacing("leftIndex = 0", with: "leftIndex = 2"), dotchi)
            try await asking.well("votes", "import", "-")
        }
    }

    private func execute(_ sql: String, _ dotchi: Dotchi) throws {
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test("gives the page that it gave: the same pairs under the same names")
    func page() async throws {
        try await withStudy { dotchi in
            try await dotchi.well("survey", "plan", "--again", "7719ea")
            try await dotchi.well("survey", "build", "page")
            let page = dotchi.folder.appending(path: "page")
            let names = try FileManager.default.contentsOfDirectory(atPath: page.path)
            #expect(names.contains("images-8e245b8537f75d03"), "\(names)")
            let folder = page.appending(path: try #require(names.first { $0.hasPrefix("plan-") }))
            let seats = try (1...3).map {
                try String(contentsOf: folder.appending(path: "\($0).js"), encoding: .utf8)
            }
            #expect(try seats.joined() == text("seats.js"))
        }
    }

    /// Says what a new plan of it asks for: how images of equal names meet, and the question in each language.
    private func allowNewPlan(_ dotchi: Dotchi) throws {
        let file = dotchi.folder.appending(path: "study.yaml")
        let yaml = try String(contentsOf: file, encoding: .utf8).replacing(
            "survey: {question: {", with: "survey: {pairing: random, question: {en: Which?, ")
        try Data(yaml.utf8).write(to: file)
    }

    @Test("takes answers to its plan beside those to a new one, and goes back to it")
    func beside() async throws {
        try await withStudy { dotchi in
            try await dotchi.fails(65, "survey", "plan", "--seats", "4")
            try allowNewPlan(dotchi)
            let new = try await dotchi.well("survey", "plan", "--seats", "4").dropLast()
            #expect(new != Self.hash)
            for (person, plan) in [("x", Self.hash), ("y", String(new))] {
                var answers = AnswerLines(plan: plan, participant: person, choices: Array(repeating: "left", count: 8))
                answers.study = "earlier"
                var asking = dotchi
                asking.input = answers.text
                try await asking.well("votes", "import", "-")
            }
            let votes = try await dotchi.well("votes", "export", "--identities")
            #expect(votes.split(separator: "\n").count == 1 + 23 + 16, "\(votes)")
            #expect(votes.hasPrefix(try text("votes.csv")))
            try await dotchi.well("survey", "plan", "--again", Self.hash)
            let list = try await dotchi.well("survey", "list")
            #expect(list.contains(Self.hash.prefix(12)) && list.contains(new.prefix(12)), "\(list)")
            #expect(try await dotchi("doctor").output.contains("\nok       plans: 2, all as they were frozen\n"))
        }
    }

    @Test("leaves a pair out as soon as its images failed, as people were told then; a new plan misses its answer")
    func failedImage() async throws {
        try await withStudy { dotchi in
            try allowNewPlan(dotchi)
            let new = String(try await dotchi.well("survey", "plan", "--seats", "4").dropLast())
            for (plan, asked) in [(Self.hash, "7"), (new, "8")] {
                var answers = AnswerLines(
                    plan: plan, participant: "x", choices: Array(repeating: "left", count: 7))
                answers.study = "earlier"
                var lines = answers.lines
                let failed = "\(answers.session.dropLast(4))ffff"
                lines.insert(
                    #"{"id":"\#(failed)","t_ms":15500,"kind":"image_failed","trial":8,"choice":"left"}"#,
                    at: lines.count - 1)
                var asking = dotchi
                asking.input = lines.map { $0 + "\n" }.joined()
                try await asking.well("votes", "import", "-")
                try await dotchi.well("survey", "plan", "--again", plan)
                let votes = try Table(await dotchi.well("votes", "export", "--identities")).rows
                let rows = votes.filter { $0["participant"] == "x" && $0["plan"] == String(plan.prefix(12)) }
                #expect(rows.count == 7 && rows.allSatisfy { $0["asked"] == asked }, "\(rows)")
            }
        }
    }

    @Test("is compared with its hash by the rule of its time")
    func damaged() async throws {
        let change = """
            DROP TRIGGER trialUpdate; UPDATE trial SET leftIndex = 0 WHERE seat = 3 AND number = 1
            """
        try await withStudy(change) { dotchi in
            try await dotchi.well("survey", "plan", "--again", Self.hash)
            let doctor = try await dotchi("doctor")
            #expect(doctor.status == 65)
            #expect(doctor.output.contains("wrong    plans: plan \(Self.hash.prefix(12)) is not what was frozen"))
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("Practice, breaks, checks and reports of images", .endsHangs)
struct SidePairsTests {
    private static let yaml =
        TinyStudy.yaml.replacing(
            "trials: 3, repeats: 1",
            with: "trials: 3, repeats: 1, practice: 1, breaks: 3, checks: 2, report_images: true, catch: 1")
        + "\nanalysis: {exclusions: {failed_catch: {max_failed: 1, planned: 0.4}}}"

    /// Plans so; the plan's hash.
    private func plan(_ dotchi: Dotchi, _ yaml: String = yaml) async throws -> String {
        try TinyStudy.write(yaml, to: dotchi.folder)
        return try await dotchi.well("survey", "plan").trimmingCharacters(in: .newlines)
    }

    @Test("checks are planned, exported with their right side, failed by the careless, and told by the funnel")
    func checks() async throws {
        try await withTinyStudy { dotchi in
            _ = try await plan(dotchi)
            try await dotchi.well("simulate", "--participants", "40", "--careless", "0.4", "--seed", "3")
            let rows = try await Table(dotchi.well("votes", "export")).rows
            // Six main trials, a repeat, a catch trial, two checks.
            #expect(rows.count == 40 * 10 && rows.allSatisfy { $0["asked"] == "10" })
            let checks = rows.filter { $0["kind"] == "check" }
            #expect(checks.count == 80 && Set(checks.map { $0["correct"] }) == ["left", "right"])
            #expect(checks.allSatisfy { $0["left"] != $0["right"] && (Int($0["trial"] ?? "") ?? 0) > 2 })
            #expect(rows.allSatisfy { ["check", "catch"].contains($0["kind"]) == ($0["correct"] != "") })
            func failures(_ kind: String) -> [String: Int] {
                rows.filter { $0["kind"] == kind && $0["choice"] != $0["correct"] }
                    .reduce(into: [:]) { $0[$1["participant"] ?? "", default: 0] += 1 }
            }
            let (failedChecks, failedCatches) = (failures("check"), failures("catch"))
            let people = Set(rows.compactMap { $0["participant"] })
            let out = people.filter { failedChecks[$0, default: 0] + failedCatches[$0, default: 0] > 1 }
            #expect((3...20).contains(out.count))
            for row in rows {
                #expect((row["excluded"] == "failed_catch") == out.contains(row["participant"] ?? ""))
            }
            let analysis = try await dotchi.well("analyze", "--json")
            let facts = try decoded(Facts.self, from: analysis)
            let funnel = try #require(facts.funnel.first { $0.rule == "failed_catch" })
            #expect(funnel.people == out.count)
            #expect(funnel.failedCheck == out.count { failedChecks[$0] != nil })
            #expect(funnel.failedCatch == out.count { failedCatches[$0] != nil })
            #expect(facts.votes.total == 40 * 6 && facts.reported == [])
            let told = try await dotchi.well("analyze")
            #expect(
                told.replacing("\n  ", with: " ").contains(
                    "failed catch trials or instructed checks (people who failed a catch trial: \(funnel.failedCatch ?? -1);"
                ), "\(told)")
            let pwcmp = try await dotchi("votes", "export", "--format", "pwcmp")
            #expect(pwcmp.talk.contains("on repeats, catch trials and checks"), "\(pwcmp.talk)")
        }
    }

    @Test("the methods paragraph tells practice, breaks and checks, and that both kinds exclude together")
    func methods() async throws {
        try await withTinyStudy { dotchi in
            _ = try await plan(dotchi)
            try await dotchi.well("simulate", "--participants", "12", "--seed", "1")
            for (language, sentences) in [
                (
                    "en",
                    [
                        "Attention checks whose question said which image to choose: 2 a person.",
                        "people practised on 1 pair, whose answers are not used.",
                        "A break was offered after every 3 pairs.",
                        "people who failed more than 1 of the catch trials and attention checks, taken together",
                    ]
                ),
                ("ja", ["注意確認は1人につき2回である。", "1組の練習を行い", "3組ごとに休憩を勧めた。"]),
            ] {
                try await dotchi.well("report", "--language", language, "--out", "report-\(language)")
                let report = try String(
                    contentsOf: dotchi.folder.appending(path: "report-\(language)/report.md"), encoding: .utf8)
                for sentence in sentences { #expect(report.contains(sentence), "\(sentence)") }
            }
        }
    }

    @Test("a study that says nothing of them has the plan that it had")
    func defaults() async throws {
        try await withTinyStudy { dotchi in
            let before = try await TinyStudy.made().planHash
            let said = TinyStudy.yaml.replacing(
                "repeats: 1", with: "repeats: 1, practice: 0, breaks: 0, checks: 0, report_images: false")
            #expect(try await plan(dotchi, said) == before)
            #expect(try await plan(dotchi) != before)
            let drift = try await dotchi.drift(after: Self.yaml.replacing("practice: 1", with: "practice: 2"))
            #expect(drift.contains("survey.practice"), "\(drift)")
        }
    }

    @Test("too few images for practice and checks of their own, and breaks that never come, are named when planning")
    func remarks() async throws {
        try await withTinyStudy { dotchi in
            let many = TinyStudy.yaml.replacing(
                "trials: 3, repeats: 1", with: "trials: 5, practice: 3, checks: 1, breaks: 11")
            try TinyStudy.write(many, to: dotchi.folder)
            let plan = try await dotchi("survey", "plan")
            #expect(plan.status == 0)
            #expect(
                plan.talk.contains("there are too few images for practice and checks of their own: in 12 of 12 seats"),
                "\(plan.talk)")
            #expect(
                plan.talk.contains("a break after 11 pairs each, but a person has 11: no break comes"), "\(plan.talk)")
            let none = TinyStudy.yaml.replacing("trials: 3, repeats: 1", with: "trials: 1, checks: 2")
            try TinyStudy.write(none, to: dotchi.folder)
            #expect(try await dotchi.fails(65, "survey", "plan").contains("plans 2 checks among 1 trial"))
        }
    }

    @Test("a terminal asks practice, checks and breaks, and takes reports, which every command after it names")
    func terminal() async throws {
        try await withTinyStudy { dotchi in
            _ = try await plan(dotchi)
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            try dotchi.sit(
                at: terminal, "survey", "take", "--seat", "1", "--participant", "p1", "--pixels", "blocks",
                "--language",
                "en")
            try await terminal.wait(for: "I agree and take part")
            try terminal.type("y")
            try await terminal.wait(for: "First come pairs to practise on: 1.")
            try await terminal.wait(for: "Press Enter to start.")
            try terminal.type("\r")
            try await terminal.wait(for: "Practice 1 of 1")
            try await terminal.wait(for: "stop for now")
            try terminal.type("f")
            try await terminal.wait(for: "Now it counts")
            try await terminal.wait(for: "Press Enter to go on.")
            try terminal.type("\r")
            var rests = 0
            for number in 1...10 {
                try await terminal.wait(for: "\(number) of 10")
                try await terminal.wait(for: "stop for now")
                if number == 1 {
                    try terminal.type("r")
                    try await terminal.wait(for: "Which image do you want to report?")
                    try terminal.type("j")
                    try await terminal.wait(for: "the image is reported")
                }
                try terminal.type("f")
                guard number.isMultiple(of: 3) else { continue }
                try await terminal.wait(for: "You have answered \(number) of 10 pairs")
                try await terminal.wait(for: "Press Enter to go on.")
                try terminal.type(" ")
                rests += 1
            }
            try await terminal.wait(for: "Press any key")
            try terminal.type("x")
            #expect(try await terminal.exit() == .status(0))
            #expect(rests == 3 && terminal.output.contains("This time, please choose the"))

            let rows = try await Table(dotchi.well("votes", "export")).rows
            #expect(rows.map { $0["trial"] } == (1...10).map { "\($0)" })
            let image = try #require(rows.first?["right_image"])
            let doctor = try await dotchi("doctor")
            #expect(
                (doctor.output + doctor.talk).contains("people reported 1 image: \(image): 1 person"),
                "\(doctor.output)")
            let facts = try decoded(Facts.self, from: await dotchi.well("analyze", "--json"))
            #expect(facts.reported == [.init(image: image, file: nil, people: 1)])
            #expect(try await dotchi.well("analyze").contains("Images that people reported"))
            try await dotchi.well("report")
            let report = try String(
                contentsOf: dotchi.folder.appending(path: "report/report.html"), encoding: .utf8)
            #expect(report.contains("Images that people reported"))
            // Who reads the votes sees the kinds alone, and nothing of who reported what.
            #expect(try await !dotchi.well("votes", "export").contains("report"))
        }
    }

    /// What `analyze --json` says of them.
    private struct Facts: Decodable {
        var votes: Votes
        var funnel: [Rule]
        var reported: [Reported]?

        struct Votes: Decodable {
            var total: Int
        }

        struct Rule: Decodable {
            var rule: String
            var people: Int
            var failedCatch: Int?
            var failedCheck: Int?
        }

        struct Reported: Decodable, Equatable {
            var image: String
            var file: String?
            var people: Int
        }
    }
}

extension Dotchi {
    /// What `doctor` says of the plan where study.yaml says this.
    fileprivate func drift(after yaml: String) async throws -> String {
        try TinyStudy.write(yaml, to: folder)
        let doctor = try await self("doctor")
        return doctor.output + doctor.talk
    }
}

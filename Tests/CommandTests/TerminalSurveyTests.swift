import Foundation
import TestKit
import Testing

@Suite("The survey in a terminal", .endsHangs)
struct TerminalSurveyTests {
    @Test("is consented to, answered by keys, stopped, gone on with and finished; the votes are exactly the answers")
    func wholeSurvey() async throws {
        try await withTinyStudy { dotchi in
            let first = try PseudoTerminal(columns: 120, rows: 50)
            try take(dotchi, first)
            try await first.wait(for: "I agree and take part")
            try first.type("y")
            try await first.wait(for: "Press Enter to start.")
            try first.type("\r")
            try await first.wait(for: "1 of \(TinyStudy.trials)")
            try await first.wait(for: "stop for now")
            try await answer("\u{1B}[D", first, next: 2)
            try await answer("j", first, next: 3)
            // A slip: answered, taken back, answered again.
            try await answer("f", first, next: 4)
            try await answer("\u{7F}", first, next: 3)
            try await answer("j", first, next: 4)
            try first.type("q")
            try await first.wait(for: "Your answers so far are kept")
            #expect(try await first.exit() == .status(0))
            #expect(
                first.output.contains(
                    "dotchi survey take --seat 1 --participant p1 --language en --pixels blocks\r\n"))
            #expect(try await votes(dotchi) == ["left", "right", "right"])

            let second = try PseudoTerminal(columns: 120, rows: 50)
            try take(dotchi, second)
            try await second.wait(for: "Press Enter to start.")
            try second.type("\r")
            try await second.wait(for: "4 of \(TinyStudy.trials)")
            try await second.wait(for: "stop for now")
            for next in 5...TinyStudy.trials { try await answer("f", second, next: next) }
            try second.type("\u{1B}[C")
            try await second.wait(for: "Thank you!")
            try await second.wait(for: "Press any key")
            try second.type("x")
            #expect(try await second.exit() == .status(0))
            #expect(!second.output.contains("method A") && !second.output.contains("equal-time"))

            #expect(try await votes(dotchi) == ["left", "right", "right", "left", "left", "left", "right"])
            let analysis = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "--json"))
            #expect(analysis.votes == .init(total: 6, counted: 6, participants: 1, simulated: 0))
        }
    }

    @Test("by somebody who has finished it is not asked again; another seat is refused")
    func finished() async throws {
        try await withTinyStudy { dotchi in
            let choices = Array(repeating: "left", count: TinyStudy.trials)
            var file = AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices)
            file.participant = "p1"
            file.seat = 1
            var asking = dotchi
            asking.input = file.text
            try await asking.well("votes", "import", "-")
            let before = try await dotchi.well("votes", "export")
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            try take(dotchi, terminal)
            try await terminal.wait(for: "Thank you!")
            try await terminal.wait(for: "Press any key")
            try terminal.type("x")
            #expect(try await terminal.exit() == .status(0))
            #expect(!terminal.output.contains("I agree and take part"))
            let talk = try await dotchi.fails(64, "survey", "take", "--seat", "2", "--participant", "p1")
            #expect(talk.contains("p1 has answered all of seat 1"), "\(talk)")
            #expect(try await dotchi.well("votes", "export") == before)
        }
    }

    @Test("asks a participant in one terminal at a time; a second one ends with 75, without the id in the lock")
    func oneTerminal() async throws {
        try await withTinyStudy { dotchi in
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            try take(dotchi, terminal)
            try await terminal.wait(for: "I agree and take part")
            let second = try await dotchi.fails(75, "survey", "take", "--seat", "1", "--participant", "p1")
            #expect(second.contains("participant p1 is being asked in another terminal by `dotchi survey take`"))
            let locks = dotchi.folder.appending(path: ".locks")
            for file in try FileManager.default.contentsOfDirectory(at: locks, includingPropertiesForKeys: nil) {
                #expect(try !String(contentsOf: file, encoding: .utf8).contains("p1") || !file.path.contains("asking"))
            }
            // Another person is asked meanwhile: what is missing is a terminal.
            #expect(try await dotchi.fails(64, "survey", "take", "--participant", "p2").contains("terminal"))
            try terminal.type("n")
            #expect(try await terminal.exit() == .status(0))
            #expect(try await dotchi.fails(64, "survey", "take", "--participant", "p1").contains("terminal"))
        }
    }

    @Test("declined, nothing of the person is stored")
    func declined() async throws {
        try await withTinyStudy { dotchi in
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            try take(dotchi, terminal)
            try await terminal.wait(for: "I would rather not")
            try terminal.type("n")
            #expect(try await terminal.exit() == .status(0))
            #expect(try await Table(dotchi.well("votes", "export", "--identities")).rows.isEmpty)
            #expect(try await dotchi.fails(66, "votes", "erase", "p1").contains("p1"))
        }
    }

    @Test("erased while it runs, it says that nothing is stored any more; the same command begins another session")
    func erased() async throws {
        try await withTinyStudy { dotchi in
            let first = try PseudoTerminal(columns: 120, rows: 50)
            try take(dotchi, first)
            try await first.wait(for: "I agree and take part")
            try first.type("y")
            try await first.wait(for: "Press Enter to start.")
            try first.type("\r")
            try await first.wait(for: "1 of \(TinyStudy.trials)")
            try await first.wait(for: "stop for now")
            try await answer("f", first, next: 2)
            #expect(try await dotchi.well("votes", "erase", "p1").hasPrefix("sessions 1, "))
            try first.type("f")
            try await first.wait(for: "this session was erased on request while it ran")
            #expect(try await first.exit() == .status(65))
            #expect(first.output.contains("this session takes no more answers"))
            #expect(!first.output.contains("all answers before it are stored"))
            #expect(!first.output.contains("All answers before it are kept"))
            #expect(try await Table(dotchi.well("votes", "export")).rows.isEmpty)
            let second = try PseudoTerminal(columns: 120, rows: 50)
            try take(dotchi, second)
            try await second.wait(for: "I agree and take part")
            try second.type("n")
            #expect(try await second.exit() == .status(0))
        }
    }

    @Test("needs a terminal, and a seat of the plan")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            let seat = try await dotchi.fails(64, "survey", "take", "--seat", "13")
            #expect(seat.contains("seats 1 to 12"))
            let terminal = try await dotchi.fails(64, "survey", "take", "--seat", "1")
            #expect(terminal.contains("terminal"))
        }
    }

    private func take(_ dotchi: Dotchi, _ terminal: PseudoTerminal) throws {
        try dotchi.sit(
            at: terminal, "survey", "take", "--seat", "1", "--participant", "p1", "--pixels", "blocks", "--language",
            "en")
    }

    /// Presses `key`, and waits until trial `next` is in view.
    private func answer(_ key: String, _ terminal: PseudoTerminal, next: Int) async throws {
        try terminal.type(key)
        try await terminal.wait(for: "\(next) of \(TinyStudy.trials)")
        try await terminal.wait(for: "stop for now")
    }

    /// The choices in the order of the trials, each checked to say how it was shown.
    private func votes(_ dotchi: Dotchi) async throws -> [String?] {
        let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
        #expect(rows.map { $0["trial"] } == rows.indices.map { String($0 + 1) })
        for row in rows {
            #expect(row["participant"] == "p1" && row["seat"] == "1" && row["front"] == "terminal")
            #expect(row["render"] == "blocks" && row["simulated"] == "FALSE")
            #expect(row["shown_px"].flatMap { Int($0) } ?? 0 > 0)
            #expect(row["response_ms"].flatMap { Int($0) } != nil)
        }
        return rows.map { $0["choice"] }
    }
}

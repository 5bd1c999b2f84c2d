import Foundation
import TestKit
import Testing

/// Who goes on with which session at a terminal, and several terminals at one study.
@Suite("Sessions at terminals", .endsHangs)
struct TerminalSessionTests {
    @Test(
        "somebody without an id is shown a command that goes on where they stopped; it is theirs, at one terminal at a time"
    )
    func goesOn() async throws {
        try await withTinyStudy { dotchi in
            let first = try await begin(dotchi, ["--language", "en"])
            for next in 2...3 { try await answer("f", first, next: next) }
            let command = try await stop(first)
            #expect(command.prefix(4) == ["dotchi", "survey", "take", "--session"] && command.count == 9)
            #expect(command.suffix(4) == ["--language", "en", "--pixels", "blocks"])
            let second = try PseudoTerminal(columns: 120, rows: 50)
            try dotchi.sit(at: second, Array(command.dropFirst()))
            try await second.wait(for: "Press Enter to start.")
            let busy = try await dotchi.fails(75, Array(command.dropFirst()))
            #expect(busy.contains("session \(command[4]) is being asked in another terminal by `dotchi survey take`"))
            let locks = dotchi.folder.appending(path: ".locks")
            for file in try FileManager.default.contentsOfDirectory(at: locks, includingPropertiesForKeys: nil) {
                #expect(try !String(contentsOf: file, encoding: .utf8).contains(command[4]))
                #expect(!file.lastPathComponent.contains(command[4]))
            }
            try second.type("\r")
            try await second.wait(for: "3 of \(TinyStudy.trials)")
            try await second.wait(for: "stop for now")
            for next in 4...TinyStudy.trials { try await answer("j", second, next: next) }
            try await finish(second, "j")
            let rows = try await rows(dotchi)
            #expect(rows.map { $0["choice"] } == ["left", "left"] + Array(repeating: "right", count: 5))
            #expect(Set(rows.map { $0["session"] }).count == 1)
            // It is over, and nobody can go on with it.
            let over = try await dotchi.fails(64, Array(command.dropFirst()))
            #expect(over.contains("session \(command[4]) is finished"), "\(over)")
        }
    }

    @Test("gone on with without --language, a session has the language that it had last")
    func language() async throws {
        try await withTinyStudy { dotchi in
            let first = try await begin(dotchi, ["--participant", "p1", "--language", "en"])
            try await answer("f", first, next: 2)
            _ = try await stop(first)
            func goOn(_ more: String..., begins: String, progress: String) async throws {
                let terminal = try PseudoTerminal(columns: 120, rows: 50)
                try dotchi.sit(at: terminal, ["survey", "take", "--participant", "p1", "--pixels", "blocks"] + more)
                try await terminal.wait(for: begins)
                try terminal.type("\r")
                try await terminal.wait(for: progress)
                try await terminal.wait(for: "q")
                try terminal.type("q")
                #expect(try await terminal.exit() == .status(0))
            }
            try await goOn("--language", "ja", begins: "Enter キー", progress: "7組中 2組目")
            try await goOn(begins: "Enter キー", progress: "7組中 2組目")
            try await goOn("--language", "en", begins: "Press Enter to start.", progress: "2 of 7")
            try await goOn(begins: "Press Enter to start.", progress: "2 of 7")
        }
    }

    @Test("two people at two terminals at once get different seats, and each their own answers")
    func twoSeats() async throws {
        try await withTinyStudy { dotchi in
            // Both read the consent before either has answered anything.
            let terminals = try [PseudoTerminal(columns: 120, rows: 50), PseudoTerminal(columns: 120, rows: 50)]
            try await both(dotchi, terminals, [])
            let sessions = Dictionary(grouping: try await rows(dotchi)) { $0["session"] }
            #expect(Set(sessions.values.map { $0[0]["seat"] }) == ["1", "2"])
            try expectOwnAnswers(Array(sessions.values))
        }
    }

    @Test("two people in one seat at once are two sessions, each with their own answers")
    func oneSeat() async throws {
        try await withTinyStudy { dotchi in
            let terminals = try [PseudoTerminal(columns: 120, rows: 50), PseudoTerminal(columns: 120, rows: 50)]
            try await both(dotchi, terminals, ["--seat", "3"])
            let sessions = Dictionary(grouping: try await rows(dotchi)) { $0["session"] }
            #expect(sessions.values.allSatisfy { $0.allSatisfy { $0["seat"] == "3" } })
            try expectOwnAnswers(Array(sessions.values))
        }
    }

    @Test("a session that cannot be gone on with is named, with what to do instead")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            let plan = try await TinyStudy.made().planHash
            func imports(_ session: String, _ answers: Int, seat: Int) async throws {
                var file = AnswerLines(plan: plan, choices: Array(repeating: "left", count: answers))
                (file.session, file.seat, file.participant) = (session, seat, session)
                var asking = dotchi
                asking.input = file.lines.dropLast().map { $0 + "\n" }.joined()
                try await asking.well("votes", "import", "-")
            }
            try await imports("11111111-1111-4111-8111-111111111111", 3, seat: 1)
            try await imports("11111111-1111-4111-9111-111111111112", 2, seat: 2)
            try await imports("22222222-1111-4111-8111-111111111111", 2, seat: 3)
            func take(_ session: String, _ more: String..., status: Int32 = 64) async throws -> String {
                try await dotchi.fails(status, ["survey", "take", "--session", session] + more)
            }
            #expect(try await take("1111").contains("too short"))
            let several = try await take("11111111")
            #expect(several.contains("fits 2 sessions") && several.contains("11111111-1111-4111-9111-111111111112"))
            #expect(try await take("22222222").contains("was begun on the page"))
            #expect(try await take("33333333", status: 66).contains("no session of this study begins with “33333333”"))
            #expect(try await take("22222222", "--seat", "3").contains("leave --seat and --participant out"))
            #expect(try await take("22222222", "--participant", "p").contains("leave --seat and --participant out"))
            #expect(try await take("", status: 64).contains("too short"))
            try await dotchi.well("simulate", "--participants", "1", "--beside-people")
            let simulated = try await Table(dotchi.well("votes", "sessions", "--identities")).rows
                .first { $0["simulated"] == "TRUE" }
            #expect(try await take(#require(simulated?["session"])).contains("simulated person"))
            // What was begun at a terminal, erased, and then another plan.
            let erased = try await stop(begin(dotchi, ["--language", "en"], answering: true))[4]
            let id = try await Table(dotchi.well("votes", "sessions", "--identities")).rows
                .compactMap { $0["session"] }.first { $0.hasPrefix(erased) }
            try await dotchi.well("votes", "erase", erased)
            #expect(try await take(#require(id), status: 66).contains("was erased on request, on "))
            #expect(try await take(erased, status: 66).contains("or it was erased on request"))
            let kept = try await stop(begin(dotchi, ["--language", "en"], answering: true))[4]
            try await dotchi.well("survey", "plan", "--seats", "12", "--seed", "6")
            let other = try await take(kept)
            #expect(other.contains("belongs to plan \(plan.prefix(12))"), "\(other)")
            #expect(other.contains("dotchi survey plan --again \(plan.prefix(12))"))
        }
    }

    @Test("stopped before anything was stored, the command shown begins another session")
    func nothingStored() async throws {
        try await withTinyStudy { dotchi in
            let yaml = TinyStudy.yaml.replacing("min_response_ms: 0", with: "min_response_ms: 0, consent: false")
            try TinyStudy.write(yaml, to: dotchi.folder)
            try await dotchi.well("survey", "plan", "--seats", "3", "--seed", "6")
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            try dotchi.sit(at: terminal, "survey", "take", "--language", "en", "--pixels", "blocks")
            try await terminal.wait(for: "Press Enter to start.")
            let command = try await stop(terminal)
            #expect(command.prefix(5) == ["dotchi", "survey", "take", "--seat", "1"])
            try dotchi.sit(at: PseudoTerminal(columns: 120, rows: 50), Array(command.dropFirst()))
        }
    }

    /// Both read the consent, agree and answer in turns: the first one left, the second one right, all the way.
    private func both(_ dotchi: Dotchi, _ terminals: [PseudoTerminal], _ more: [String]) async throws {
        for terminal in terminals {
            try dotchi.sit(
                at: terminal, ["survey", "take", "--pixels", "blocks", "--language", "en"] + more)
            try await terminal.wait(for: "I agree and take part")
        }
        for terminal in terminals { try await agree(terminal) }
        for next in 2...TinyStudy.trials {
            try await answer("f", terminals[0], next: next)
            try await answer("j", terminals[1], next: next)
        }
        try await finish(terminals[0], "f")
        try await finish(terminals[1], "j")
    }

    private func expectOwnAnswers(_ sessions: [[[String: String]]]) throws {
        #expect(sessions.count == 2 && sessions.allSatisfy { $0.count == TinyStudy.trials })
        let choices = Set(sessions.map { Set($0.map { $0["choice"] }) })
        #expect(choices == [["left"], ["right"]])
    }

    /// A session at its first pair.
    private func begin(_ dotchi: Dotchi, _ more: [String], answering: Bool = false) async throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(columns: 120, rows: 50)
        try dotchi.sit(at: terminal, ["survey", "take", "--pixels", "blocks"] + more)
        try await terminal.wait(for: "I agree and take part")
        try await agree(terminal)
        if answering { try await answer("f", terminal, next: 2) }
        return terminal
    }

    private func agree(_ terminal: PseudoTerminal) async throws {
        try terminal.type("y")
        try await terminal.wait(for: "Press Enter to start.")
        try terminal.type("\r")
        try await terminal.wait(for: "1 of \(TinyStudy.trials)")
        try await terminal.wait(for: "stop for now")
    }

    /// Presses `key`, and waits until trial `next` is in view.
    private func answer(_ key: String, _ terminal: PseudoTerminal, next: Int) async throws {
        try terminal.type(key)
        try await terminal.wait(for: "\(next) of \(TinyStudy.trials)")
        try await terminal.wait(for: "stop for now")
    }

    /// Answers the last trial and leaves the last page.
    private func finish(_ terminal: PseudoTerminal, _ key: String) async throws {
        try terminal.type(key)
        try await terminal.wait(for: "Press any key")
        try terminal.type("x")
        #expect(try await terminal.exit() == .status(0))
    }

    /// Stops; the words of the command that goes on.
    private func stop(_ terminal: PseudoTerminal) async throws -> [String] {
        try terminal.type("q")
        try await terminal.wait(for: "this command goes on from here:")
        #expect(try await terminal.exit() == .status(0))
        let line = terminal.output.split(whereSeparator: \.isNewline).last { $0.contains("dotchi survey take") }
        return try #require(line).split(separator: " ").map(String.init)
    }

    private func rows(_ dotchi: Dotchi) async throws -> [[String: String]] {
        try await Table(dotchi.well("votes", "export", "--identities")).rows
    }
}

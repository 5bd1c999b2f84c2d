import Answers
import Foundation
import Study
import SurveyTerminal
import TestKit
import Testing
import Text

@Suite("The terminal survey in a real pseudo-terminal", .serialized, .endsHangs)
struct SurveyScreenTests {
    @Test("a person answers all trials by keys; every answer is stored, and the terminal is as before")
    func wholeSurvey() async throws {
        try await withTemporaryFolder { folder in
            var order = SurveyProcess.Order()
            order.settings.consent = true
            order.settings.ties = true
            let survey = try SurveyProcess(order, in: folder)
            let terminal = survey.terminal
            let before = terminal.settings
            try survey.startInShell(with: ["COLORTERM": "truecolor", "TERM": "tmux-256color"])
            try await terminal.wait(for: "I agree and take part")
            #expect(terminal.settings != before)
            try terminal.type("y")
            try await survey.begin()
            for (trial, key) in [(2, "\u{1B}[D"), (3, "j")] {
                try terminal.type(key)
                try await terminal.wait(for: "\(trial) of 3")
                try await terminal.wait(for: "q  stop for now")
            }
            try terminal.type("\u{1B}OB")
            try await terminal.wait(for: "Press any key")
            try terminal.type("x")
            try await terminal.wait(for: "ended with 0")
            #expect(terminal.settings == before)
            #expect(terminal.output.contains(SurveyProcess.leaving))

            let events = try survey.events
            #expect(events.told.map(\.kind) == [.consent, .shown, .vote, .shown, .vote, .shown, .vote, .finish])
            #expect(events.compactMap(\.choice) == [.left, .right, .tie])
            let votes = events.filter { $0.kind == .vote }
            #expect(
                votes.allSatisfy {
                    $0.render == "blocks" && $0.shownPixels ?? 0 >= 30 && $0.responseMilliseconds ?? -1 >= 0
                })
            #expect(Set(events.map(\.id)).count == events.count)
            #expect(events.allSatisfy { $0.id == $0.id.lowercased() && UUID(uuidString: $0.id) != nil })
        }
    }

    @Test("both images and the texts come in one update, and no line reaches over the right edge")
    func oneUpdate() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            try survey.start(with: ["TERM": "screen"])
            try await survey.begin()
            func trial() -> Substring? {
                survey.terminal.output.split(separator: "\u{1B}[?2026h").last { $0.contains("1 of 3") }
            }
            try await eventually("the update ends") { trial()?.contains("\u{1B}[?2026l") == true }
            let trial = try #require(trial())
            // Red of the left image and blue of the right, before the update ends.
            let update = try #require(trial.split(separator: "\u{1B}[?2026l").first)
            #expect(update.contains("8;5;203") || update.contains("8;5;196"))
            #expect(update.contains("8;5;21m") || update.contains("8;5;21;") || update.contains("8;5;63"))
            for line in update.split(separator: /\e\[[0-9]+;/) {
                guard let column = line.prefixMatch(of: /([0-9]+)H/).flatMap({ Int($0.output.1) }) else { continue }
                let text = line.replacing(/^[0-9]+H/, with: "").replacing(/\e\[[0-9;?]*[a-zA-Z]/, with: "")
                #expect(column - 1 + CellText.width(of: text) <= 80)
            }
        }
    }

    @Test(
        "Ctrl-C and q stop, tell the command that goes on, and the next session goes on there",
        arguments: ["\u{03}", "q"])
    func stopAndGoOn(key: String) async throws {
        try await withTemporaryFolder { folder in
            let first = try SurveyProcess(in: folder)
            let before = first.terminal.settings
            try first.startInShell(with: ["TERM": "tmux"])
            try await first.begin()
            try first.terminal.type("f")
            try await first.terminal.wait(for: "2 of 3")
            try await first.terminal.wait(for: "q  stop for now")
            try first.terminal.type(key)
            let end = try await first.terminal.wait(for: "ended with 10")
            #expect(end.contains("    dotchi survey take --seat 7"))
            #expect(first.terminal.settings == before)
            #expect(try first.events.filter { $0.kind == .vote }.map(\.trial) == [1])

            let second = try SurveyProcess(in: folder)
            try second.start(with: ["TERM": "tmux"])
            try await second.terminal.wait(for: "You go on with pair 2.")
            try await second.terminal.wait(for: "Press Enter to start.")
            try second.terminal.type("\r")
            for trial in 2...3 {
                try await second.terminal.wait(for: "\(trial) of 3")
                try await second.terminal.wait(for: "q  stop for now")
                try second.terminal.type("j")
            }
            try await second.terminal.wait(for: "Press any key")
            try second.terminal.type(" ")
            #expect(try await second.terminal.exit() == .status(0))
            let votes = try second.events.filter { $0.kind == .vote }
            #expect(votes.map(\.trial) == [1, 2, 3])
        }
    }

    @Test("a vote that meets a busy store waits, says so, and is stored once when the store is free")
    func busy() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            try survey.start(with: ["TERM": "tmux"])
            try await survey.begin()
            let busy = URL(filePath: survey.store.path + SurveyProcess.busy)
            try Data().write(to: busy)
            try survey.terminal.type("f")
            try await survey.terminal.wait(for: "Your answer is kept")
            // What is typed meanwhile answers nothing.
            try survey.terminal.type("jj")
            try await eventually("the keys are read") { survey.terminal.unread == 0 }
            #expect(try survey.events.told.map(\.kind) == [.shown])
            try FileManager.default.removeItem(at: busy)
            try await survey.terminal.wait(for: "2 of 3")
            try await survey.terminal.wait(for: "q  stop for now")
            try survey.terminal.type("q")
            #expect(try await survey.terminal.exit() == .status(10))
            #expect(try survey.events.filter { $0.kind == .vote }.map(\.choice) == [.left])
            #expect(!survey.terminal.output.contains("could not be stored"))
        }
    }

    @Test("who does not want to wait for a busy store leaves by Ctrl-C and is told that the answer does not count")
    func busyForGood() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            try survey.start(with: ["TERM": "tmux"])
            try await survey.begin()
            try Data().write(to: URL(filePath: survey.store.path + SurveyProcess.busy))
            try survey.terminal.type("f")
            try await survey.terminal.wait(for: "Your answer is kept")
            try survey.terminal.type("\u{03}")
            let end = try await survey.terminal.wait(for: "failed: ")
            #expect(end.contains("could not be stored"))
            #expect(try await survey.terminal.exit() == .status(74))
            #expect(try survey.events.told.map(\.kind) == [.shown])
        }
    }

    @Test("the terminal is asked what it can, and its answers are never taken for keys")
    func asked() async throws {
        try await withTemporaryFolder { folder in
            // As long as it takes: were the answers not taken, the survey would never begin.
            var order = SurveyProcess.Order()
            order.patience = .max / 2
            let survey = try SurveyProcess(order, in: folder)
            let terminal = survey.terminal
            try survey.startInShell()
            try await eventually("the terminal is asked") { terminal.output.contains("\u{1B}[c") }
            #expect(terminal.output.contains(TerminalProbe.graphicsQuestion))
            try terminal.type("\u{1B}_Gi=31;EINVAL:fjuq\u{1B}\\\u{1B}[6;20;10t")
            try terminal.type("\u{1B}[?62;4;22c")
            try await terminal.wait(for: "Press Enter to start.")
            try terminal.type("\r")
            try await terminal.wait(for: "q  stop for now")
            #expect(terminal.output.contains("\u{1B}P0;1;0q"))
            // An answer that comes late is dropped too.
            try terminal.type("\u{1B}_Gfjq\u{1B}\\\u{1B}[4;480;800t\u{1B}[?62;4c")
            try await eventually("the late answer is read") { terminal.unread == 0 }
            try terminal.type("j")
            try await terminal.wait(for: "2 of 3")
            try await terminal.wait(for: "q  stop for now")
            try terminal.type("q")
            try await terminal.wait(for: "ended with 10")
            let votes = try survey.events.filter { $0.kind == .vote }
            #expect(votes.map(\.trial) == [1] && votes.map(\.choice) == [.right])
            #expect(votes.first?.render == "sixel")
            #expect(votes.first?.shownPixels.map { $0 % 10 } == 0)
        }
    }

    @Test("a terminal that answers nothing is not waited for longer than a moment, and gets blocks")
    func silent() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            try survey.start()
            try await survey.terminal.wait(for: "Press Enter to start.")
            try survey.terminal.type("\r")
            try await survey.terminal.wait(for: "q  stop for now")
            try await eventually("the first trial is stored") { try !survey.events.told.isEmpty }
            #expect(try survey.events.told.first?.render == "blocks")
        }
    }

    @Test("kitty's images are drawn when asked for, and removed at the end")
    func kitty() async throws {
        try await withTemporaryFolder { folder in
            var order = SurveyProcess.Order()
            order.pixels = "kitty"
            let survey = try SurveyProcess(order, in: folder)
            survey.terminal.resize(columns: 80, rows: 24, cell: (10, 20))
            try survey.start()
            try await survey.begin()
            #expect(survey.terminal.output.matches(of: /\e_Ga=T,f=32,s=240,v=240,c=24,r=12,/).count == 2)
            try survey.terminal.type("f")
            try await survey.terminal.wait(for: "2 of 3")
            let vote = try #require(try survey.events.first { $0.kind == .vote })
            #expect(vote.render == "kitty")
            #expect(vote.shownPixels == 240)
            try await survey.terminal.wait(for: "q  stop for now")
            try survey.terminal.type("q")
            #expect(try await survey.terminal.exit() == .status(10))
            #expect(survey.terminal.output.contains("\u{1B}[?2026l\u{1B}_Ga=d,q=2\u{1B}\\"))
        }
    }

    @Test("an answer that cannot be stored ends the session: the person is told, nothing else is lost")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            var order = SurveyProcess.Order()
            order.refusesFrom = 2
            let survey = try SurveyProcess(order, in: folder)
            let before = survey.terminal.settings
            try survey.startInShell(with: ["TERM": "tmux"])
            try await survey.begin()
            try survey.terminal.type("f")
            try await survey.terminal.wait(for: "2 of 3")
            try await survey.terminal.wait(for: "q  stop for now")
            try survey.terminal.type("f")
            let end = try await survey.terminal.wait(for: "ended with 74")
            #expect(end.contains("Your last answer could not be stored"))
            #expect(end.contains("The cause: disk full"))
            #expect(survey.terminal.settings == before)
            #expect(try survey.events.filter { $0.kind == .vote }.map(\.trial) == [1])
        }
    }

    @Test("an image that cannot be read leaves its trial out, and the person is told")
    func failingImage() async throws {
        try await withTemporaryFolder { folder in
            var order = SurveyProcess.Order()
            order.failing = 1
            let survey = try SurveyProcess(order, in: folder)
            try survey.start(with: ["TERM": "tmux"])
            try await survey.terminal.wait(for: "Press Enter to start.")
            try survey.terminal.type("\r")
            try await survey.terminal.wait(for: "2 of 3")
            try await survey.terminal.wait(for: "An image of pair 1 could not be shown")
            try await eventually("the second trial is stored") { try survey.events.told.count >= 2 }
            #expect(try survey.events.told.map(\.kind) == [.imageFailed, .shown])
        }
    }

    @Test("what is typed while the images load answers nothing")
    func typedAhead() async throws {
        try await withTemporaryFolder { folder in
            let hold = Hold("survey: image wanted", turn: 2, in: folder)
            let survey = try SurveyProcess(in: folder)
            let terminal = survey.terminal
            try survey.start(with: hold.environment.merging(["TERM": "tmux"]) { $1 })
            try await terminal.wait(for: "Press Enter to start.")
            try terminal.type("\r")
            try await terminal.wait(at: hold)
            try terminal.type("fj")
            try await eventually("the keys are there to be read") { terminal.unread == 2 }
            hold.release()
            try await terminal.wait(for: "1 of 3")
            try await terminal.wait(for: "q  stop for now")
            // Had one of them counted, this one would answer another trial than the first.
            try terminal.type("j")
            try await terminal.wait(for: "2 of 3")
            try await terminal.wait(for: "q  stop for now")
            try terminal.type("q")
            #expect(try await terminal.exit() == .status(10))
            let votes = try survey.events.filter { $0.kind == .vote }
            #expect(votes.map(\.trial) == [1] && votes.map(\.choice) == [.right])
        }
    }

    @Test("Ctrl-C while the images load is heard")
    func stoppedWhileLoading() async throws {
        try await withTemporaryFolder { folder in
            // The second image of the second trial.
            let hold = Hold("survey: image wanted", turn: 4, in: folder)
            let survey = try SurveyProcess(in: folder)
            let terminal = survey.terminal
            try survey.start(with: hold.environment.merging(["TERM": "tmux"]) { $1 })
            try await survey.begin()
            try terminal.type("f")
            try await terminal.wait(at: hold)
            try terminal.type("\u{03}")
            try await eventually("the key is there to be read") { terminal.unread == 1 }
            hold.release()
            #expect(try await terminal.exit() == .status(10))
            #expect(try survey.events.filter { $0.kind == .vote }.map(\.trial) == [1])
        }
    }

    @Test("where images cannot be shown any more it says so, and which command goes on")
    func imagesFailed() async throws {
        try await withTemporaryFolder { folder in
            var order = SurveyProcess.Order(trials: 5)
            order.failsFrom = 2
            let survey = try SurveyProcess(order, in: folder)
            try survey.start()
            try await survey.begin()
            try survey.terminal.type("f")
            try await survey.terminal.wait(for: "Images cannot be shown at the moment.")
            try await survey.terminal.wait(for: "    dotchi survey take --seat 7")
            #expect(try await survey.terminal.exit() == .status(13))
            #expect(try survey.events.told.map(\.kind) == [.shown, .vote, .imageFailed, .imageFailed])
        }
    }

    @Test("where input or output is no terminal, or a dumb one, the error says what to do")
    func noTerminal() throws {
        let session = TerminalSession(
            seat: SurveyFixture.seat(), settings: SurveySettings(), language: .english,
            texts: try SurveyFixture.texts(), command: "", image: { SurveyFixture.picture($0) }, record: { _ in })
        let terminal = try PseudoTerminal()
        let descriptor = open(terminal.path, O_RDWR | O_NOCTTY)
        let nothing = open("/dev/null", O_RDWR)
        defer {
            close(descriptor)
            close(nothing)
        }
        let environment = ["TERM": "xterm"]
        #expect(throws: SurveyTerminalError.notATerminal("input")) {
            try SurveyScreen.run(session, input: nothing, output: descriptor, environment: environment)
        }
        #expect(throws: SurveyTerminalError.notATerminal("output")) {
            try SurveyScreen.run(session, input: descriptor, output: nothing, environment: environment)
        }
        #expect(throws: SurveyTerminalError.dumbTerminal("dumb")) {
            try SurveyScreen.run(session, input: descriptor, output: descriptor, environment: ["TERM": "dumb"])
        }
        #expect(SurveyTerminalError.notATerminal("input").description.contains("dotchi survey take"))
    }
}

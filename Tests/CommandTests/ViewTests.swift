import Foundation
import TestKit
import Testing

@Suite("What people saw", .endsHangs)
struct ViewTests {
    @Test("is exported beside each vote as of the vote, and told in the methods paragraph")
    func exported() async throws {
        try await withTinyStudy { dotchi in
            let choices = Array(repeating: "left", count: TinyStudy.trials)
            var lines = AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices).lines
            lines[0] = lines[0].replacing("dotchi-answers-1", with: "dotchi-answers-2")
            func event(_ number: Int, _ time: Int, _ rest: String) -> String {
                #"{"id":"00000000-0000-4000-8000-00000000000\#(number)","t_ms":\#(time),\#(rest)}"#
            }
            // Before the first vote, and between the second and the third.
            let first = [
                (#""view.layout""#, #""side-by-side""#), (#""view.scale""#, "2.3333"), (#""view.surround""#, "230"),
            ].enumerated().map { event($0, 2001 + $0, #""kind":"answer","question":\#($1.0),"value":\#($1.1)"#) }
            let later = [
                event(3, 5001, #""kind":"answer","question":"view.layout","value":"stacked""#),
                event(4, 5002, #""kind":"answer","question":"view.screen","value":"390x844@3""#),
                event(5, 5003, #""kind":"language","value":"ja""#),
            ]
            lines.insert(contentsOf: later, at: 6)
            lines.insert(contentsOf: first, at: 3)
            var importing = dotchi
            importing.input = lines.map { $0 + "\n" }.joined()
            try await importing.well("votes", "import", "-")
            let rows = try await Table(dotchi.well("votes", "export")).rows
            #expect(
                rows.map { $0["layout"] } == ["side-by-side", "side-by-side"] + Array(repeating: "stacked", count: 5))
            #expect(
                rows.map { $0["screen"] } == ["1280x800@1", "1280x800@1"] + Array(repeating: "390x844@3", count: 5))
            #expect(rows.map { $0["language"] } == ["en", "en"] + Array(repeating: "ja", count: 5))
            #expect(
                rows.allSatisfy {
                    $0["shown_scale"] == "2.3333" && $0["surround"] == "230" && $0["device"] == "desktop"
                })
            let json = try await dotchi.well("votes", "export", "--format", "jsonl")
            #expect(json.contains(#""layout":"stacked","surround":230,"shown_scale":2.3333,"#), "\(json)")
            // A table of votes with these columns is read as before.
            try Data(try await dotchi.well("votes", "export").utf8).write(to: dotchi.folder.appending(path: "v.csv"))
            #expect(try await dotchi("analyze", "v.csv", "--json").status == 0)
            try await dotchi.well("report", "--format", "md", "--out", "report")
            let report = try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.path + "/report")
                .filter { $0.hasSuffix(".md") }
                .map { try String(contentsOf: dotchi.folder.appending(path: "report/\($0)"), encoding: .utf8) }.joined()
            #expect(report.contains("How the images stood (sessions): side by side (1), one above the other (1)."))
            #expect(report.contains("at most 4 CSS pixels for each of their own"))
        }
    }

    @Test("how people looked is exported beside each vote, each of its pair alone, where the plan offers it")
    func looked() async throws {
        try await withTinyStudy { dotchi in
            func lines(_ plan: String, _ block: Int) -> String {
                var lines = AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials)).lines
                lines[0] = lines[0].replacing("dotchi-answers-1", with: "dotchi-answers-2")
                func event(_ number: Int, _ time: Int, _ rest: String) -> String {
                    #"{"id":"00000000-0000-4000-800\#(block)-0000000000\#(10 + number)","t_ms":\#(time),\#(rest)}"#
                }
                // Between the coming into view of the second pair and its vote, and after a pair without a vote.
                let looks = [
                    event(1, 4001, #""kind":"flip","trial":2,"choice":"right""#),
                    event(2, 4002, #""kind":"flip","trial":2,"choice":"left""#),
                    event(3, 4003, #""kind":"enlarge","trial":2,"value":4"#),
                    event(4, 4004, #""kind":"enlarge","trial":2,"value":2"#),
                    event(5, 4005, #""kind":"timeout","trial":3"#),
                ]
                lines.append(event(0, 1, #""kind":"answer","question":"view.layout","value":"flip""#))
                lines += looks
                return lines.map { $0 + "\n" }.joined()
            }
            // A survey that offers none of it takes none of it.
            var importing = dotchi
            importing.input = lines(try await TinyStudy.made().planHash, 0)
            let refused = try await importing("votes", "import", "-")
            for word in ["an exchange of the images", "an enlargement", "the end of a trial's time"] {
                #expect(refused.talk.contains(word), "\(refused)")
            }
            try TinyStudy.write(
                TinyStudy.yaml.replacing(
                    "trials: 3,", with: "trials: 3, view: {mode: flip, enlarge: true, limit_ms: 5000},"),
                to: dotchi.folder)
            let planned = try await dotchi.well("survey", "plan")
            let hash = try #require(planned.firstMatch(of: /[0-9a-f]{64}/).map { String($0.output) })
            importing.input = lines(hash, 1)
            try await importing.well("votes", "import", "-")
            let rows = try await Table(dotchi.well("votes", "export")).rows
            #expect(
                rows.suffix(TinyStudy.trials).map { $0["timeouts"] } == ["", "", "1"]
                    + Array(repeating: "", count: TinyStudy.trials - 3))
            #expect(
                rows.suffix(TinyStudy.trials).map { $0["flips"] } == ["0", "2"]
                    + Array(repeating: "0", count: TinyStudy.trials - 2))
            #expect(
                rows.suffix(TinyStudy.trials).map { $0["enlarged"] } == ["", "4"]
                    + Array(repeating: "", count: TinyStudy.trials - 2))
            #expect(rows.suffix(TinyStudy.trials).allSatisfy { $0["layout"] == "flip" && $0["exposure_ms"] == "" })
            try await dotchi.well("report", "--format", "md", "--out", "report")
            let report = try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.path + "/report")
                .filter { $0.hasSuffix(".md") }
                .map { try String(contentsOf: dotchi.folder.appending(path: "report/\($0)"), encoding: .utf8) }.joined()
            #expect(report.contains("How often the time to answer a pair was over: 1."))
            #expect(report.contains("within 5 s"))
        }
    }

    @Test("the settings are frozen with the plan, reach the page, and differ from today's by their keys")
    func frozen() async throws {
        try await withTinyStudy { dotchi in
            let before = try await TinyStudy.made().planHash
            func write(_ view: String) throws {
                try TinyStudy.write(
                    TinyStudy.yaml.replacing("trials: 3,", with: "trials: 3, \(view)"), to: dotchi.folder)
            }
            try write("view: {size: fit, max_scale: 4.0},")
            #expect(try await dotchi.well("survey", "plan").contains(before))
            try write("view: {size: 300, min: 256, surround: '#808080'},")
            #expect(try await dotchi("doctor").output.contains("survey.view.surround"))
            #expect(try await !dotchi.well("survey", "plan").contains(before))
            try await dotchi.well("survey", "build", "page")
            let page = dotchi.folder.appending(path: "page")
            let data = try #require(
                try FileManager.default.contentsOfDirectory(atPath: page.path).first { $0.hasPrefix("data-") })
            #expect(
                try String(contentsOf: page.appending(path: data), encoding: .utf8).contains(
                    #""max_scale":4,"min":256,"mode":"side-by-side","size":300,"surround":128}"#))
        }
    }

    @Test("a terminal paints the study's grey around the images, and records it with its screen")
    func terminal() async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(
                TinyStudy.yaml.replacing("trials: 3,", with: "trials: 3, consent: false, view: {surround: 200},"),
                to: dotchi.folder)
            try await dotchi.well("survey", "plan")
            let terminal = try PseudoTerminal(columns: 110, rows: 50)
            try dotchi.sit(
                at: terminal, "survey", "take", "--seat", "1", "--pixels", "blocks", "--language", "en")
            try await terminal.wait(for: "Press Enter to start.")
            try terminal.type("\r")
            try await terminal.wait(for: "stop for now")
            try terminal.type("f")
            try await terminal.wait(for: "2 of \(TinyStudy.trials)")
            try await terminal.wait(for: "stop for now")
            try terminal.type("q")
            #expect(try await terminal.exit() == .status(0))
            // The nearest of 256 colours, where the terminal promises no more.
            #expect(terminal.output.contains("48;5;251") || terminal.output.contains("48;2;200;200;200"))
            let vote = try #require(try await Table(dotchi.well("votes", "export")).rows.first)
            #expect(vote["screen"] == "110x50" && vote["layout"] == "side-by-side")
            #expect(["198", "200"].contains(vote["surround"]))
            #expect(vote["shown_scale"] == "1" && vote["shown_px"] == "32")
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("Text of others in a terminal", .endsHangs)
struct HostileTextTests {
    /// Sets the title of a terminal's window where it is obeyed.
    private static let title = "\u{1B}]0;owned\u{7}"
    private static let shown = #"\u{1B}]0;owned\u{7}"#

    @Test("in answer files, file names, options and study.yaml is shown and not obeyed")
    func talk() async throws {
        try await withTinyStudy { dotchi in
            let name = "a\(Self.title).jsonl"
            try Data("{\"format\":\"\\u001b]0;owned\\u0007\"}\n".utf8).write(to: dotchi.folder.appending(path: name))
            let refused = try await dotchi("votes", "import", name)
            #expect(refused.status == 65)
            #expect(
                refused.talk.contains("a\(Self.shown).jsonl: line 1: the format is \"\(Self.shown)\""), "\(refused)")
            expectTame(refused)

            for arguments in [["analyze", "--\(Self.title)"], [Self.title], ["analyze", Self.title]] {
                let ending = try await dotchi(arguments)
                #expect(ending.status != 0 && ending.talk.contains(Self.shown), "\(ending)")
                expectTame(ending)
            }

            let yaml = TinyStudy.yaml.replacing("title: A tiny study", with: #"title: "\e]0;owned\a\x9B31m""#)
            try TinyStudy.write(yaml, to: dotchi.folder)
            let doctor = try await dotchi("doctor")
            #expect(doctor.output.contains(Self.shown + #"\u{9B}31m"#), "\(doctor)")
            expectTame(doctor)
            try TinyStudy.write(yaml + "\n\"\\e]0;owned\\a\": 1", to: dotchi.folder)
            let unknown = try await dotchi("analyze")
            #expect(unknown.status == 65 && unknown.talk.contains(Self.shown), "\(unknown)")
            expectTame(unknown)
        }
    }

    @Test("in a table of votes stays out of the terminal's way, and is whole in JSON")
    func votes() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            let names = [Self.title, "B\u{202E}", "C\u{9B}2J"]
            var lines = ["participant,left,right,choice,excluded"]
            for person in 0..<4 {
                for (left, right) in [(0, 1), (1, 2), (2, 0)] {
                    let choice = person % 2 == 0 ? "left" : "right"
                    lines.append("p\(person)\u{1B}[2J,\(names[left]),\(names[right]),\(choice),")
                }
            }
            lines.append("q,\(names[0]),\(names[1]),left,rule\u{1B}c")
            try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "votes.csv"))
            let text = try await dotchi("analyze", "votes.csv")
            #expect(text.status == 0 && text.output.contains(Self.shown), "\(text)")
            #expect(text.output.contains(#"B\u{202E}"#) && text.output.contains(#"C\u{9B}2J"#))
            #expect(text.output.contains(#"rule\u{1B}c"#), "\(text)")
            expectTame(text)

            let json = try await dotchi("analyze", "votes.csv", "--json")
            struct Names: Decodable {
                struct Rate: Decodable { var method: String }
                var rates: [Rate]
            }
            let methods = Set(try decoded(Names.self, from: json.output).rates.map(\.method))
            #expect(methods == Set(names))
            expectTame(json)

            let report = try await dotchi("report", "votes.csv", "--out", "report")
            #expect(report.status == 0, "\(report)")
            for (name, bytes) in try contents(of: folder.appending(path: "report")) {
                // A table of data has names as they are.
                if name.hasSuffix("csv") { continue }
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!["\u{1B}", "\u{9B}", "\u{202E}"].contains(where: text.unicodeScalars.contains), "\(name)")
            }
        }
    }

    @Test("in a study's question is shown by the survey in a terminal")
    func survey() async throws {
        try await withTinyStudy { dotchi in
            let yaml = TinyStudy.yaml.replacing(
                "survey: {languages: [en, ja, ja-kansai]",
                with: #"survey: {question: {en: "Which?\e]0;owned\a"}, languages: [en]"#)
            try TinyStudy.write(yaml, to: dotchi.folder)
            try await dotchi.well("survey", "plan", "--seats", "2")
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            try dotchi.sit(at: terminal, "survey", "take", "--participant", "p1", "--pixels", "blocks")
            try await terminal.wait(for: "I agree and take part")
            try terminal.type("y")
            try await terminal.wait(for: "Press Enter to start.")
            #expect(terminal.output.contains("Which?" + Self.shown))
            try terminal.type("q")
            _ = try await terminal.exit()
            #expect(!terminal.output.contains("\u{1B}]0;owned"))
        }
    }

    /// Expects that nothing of what was printed steers a terminal.
    private func expectTame(_ ending: Dotchi.Ending, location: SourceLocation = #_sourceLocation) {
        for scalar in (ending.output + ending.talk).unicodeScalars {
            let isTame = scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
            #expect(isTame && scalar != "\u{202E}", "\(ending)", sourceLocation: location)
            if !isTame { return }
        }
    }
}

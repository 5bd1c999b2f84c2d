import Foundation
import TestKit
import Testing

@Suite("Nobody answers for another", .endsHangs)
struct ImpersonationTests {
    private func answers(_ day: String, seat: Int = 2, _ choice: String = "left") async throws -> AnswerLines {
        var answers = AnswerLines(
            plan: try await TinyStudy.made().planHash, choices: Array(repeating: choice, count: TinyStudy.trials))
        answers.day = day
        answers.seat = seat
        return answers
    }

    private func importing(_ text: String, _ arguments: String..., dotchi: Dotchi) async throws -> Dotchi.Ending {
        var dotchi = dotchi
        dotchi.input = text
        return try await dotchi(["votes", "import", "-"] + arguments)
    }

    /// The choices that count, each once.
    private func counting(_ dotchi: Dotchi) async throws -> Set<String?> {
        Set(try await Table(dotchi.well("votes", "export")).rows.filter { $0["excluded"] == "" }.map { $0["choice"] })
    }

    @Test("a later session under a participant's id, started before by its clock, is left out and named by session")
    func earlierClock() async throws {
        try await withTinyStudy { dotchi in
            let own = try await answers(AnswerLines.tomorrow)
            let other = try await answers("2025-01-05", seat: 3, "right")
            #expect(try await !importing(own.text, dotchi: dotchi).talk.contains("note"))
            let second = try await importing(other.text, dotchi: dotchi)
            #expect(second.status == 0)
            for words in [
                "2 of them complete and in seats 2, 3: \(own.session.prefix(8)), \(other.session.prefix(8)). \(own.session.prefix(8)) counts",
                "the first complete one that arrived counts",
                "1 session says of itself that it was started before its plan was frozen",
            ] {
                #expect(second.talk.contains(words), "\(second.talk)")
            }
            #expect(!second.talk.contains("hand-1"), "\(second.talk)")
            #expect(try await counting(dotchi) == ["left"])
            let analysis = try await dotchi("analyze")
            #expect(
                analysis.status == 0 && analysis.talk.contains("\(own.session.prefix(8)) counts"), "\(analysis.talk)")
            // Other people's files say nothing of it.
            var third = try await answers(AnswerLines.tomorrow, seat: 4)
            third.participant = "hand-2"
            #expect(try await !importing(third.text, dotchi: dotchi).talk.contains("note"))
        }
    }

    @Test("of one import the clocks decide, which is said; who was started before the plan was frozen is named")
    func oneImport() async throws {
        try await withTinyStudy { dotchi in
            let own = try await answers(AnswerLines.tomorrow)
            let other = try await answers("1990-01-01", "right")
            try Data(own.text.utf8).write(to: dotchi.folder.appending(path: "a.jsonl"))
            try Data(other.text.utf8).write(to: dotchi.folder.appending(path: "b.jsonl"))
            let both = try await dotchi("votes", "import", "a.jsonl", "b.jsonl")
            #expect(both.status == 0)
            #expect(try await counting(dotchi) == ["right"])
            let early = "note: 1 session says of itself that it was started before its plan was frozen ("
            for talk in [both.talk, try await dotchi("analyze").talk] {
                #expect(talk.contains("of that what was started first by its own clock"), "\(talk)")
                let line = talk.split(separator: "\n").first { $0.hasPrefix(early) }
                #expect(line?.contains("): \(other.session.prefix(8)). ") == true, "\(talk)")
                #expect(line?.contains(own.session.prefix(8)) == false, "\(talk)")
            }
        }
    }

    @Test("a file that claims an early arrival is believed only where the researcher says that it may be")
    func claimedArrival() async throws {
        try await withTinyStudy { dotchi in
            let own = try await answers("2026-01-05")
            let other = try await answers("2026-01-05", "right")
            func claiming(_ time: String) -> String {
                other.text.replacing(#""front":"page""#, with: #""front":"page","received_at":"\#(time)""#)
            }
            _ = try await importing(own.text, dotchi: dotchi)
            #expect(try await importing(claiming("2020-01-01T00:00:00Z"), dotchi: dotchi).status == 0)
            #expect(try await counting(dotchi) == ["left"])
            let wrong = try await importing(claiming("soon"), "--trust-arrivals", dotchi: dotchi)
            #expect(wrong.status == 65 && wrong.talk.contains("\"received_at\" is no time"), "\(wrong.talk)")
            #expect(try await counting(dotchi) == ["left"])
            let trusted = try await importing(claiming("2020-01-01T00:00:00Z"), "--trust-arrivals", dotchi: dotchi)
            #expect(trusted.status == 0)
            #expect(try await counting(dotchi) == ["right"])
        }
    }

    @Test("what is added to a session after its end counts for nothing, and the import says so")
    func afterTheEnd() async throws {
        try await withTinyStudy { dotchi in
            let own = try await answers("2026-01-05")
            _ = try await importing(own.text, dotchi: dotchi)
            let before = try await dotchi.well("votes", "export")
            let undo = UUID().uuidString.lowercased()
            let added = own.lines[0] + "\n" + #"{"id":"\#(undo)","t_ms":900000,"kind":"undo","trial":7}"# + "\n"
            let ending = try await importing(added, dotchi: dotchi)
            #expect(ending.status == 0)
            #expect(ending.talk.contains("1 event of session \(own.session.prefix(8)) after its end"), "\(ending.talk)")
            #expect(try await dotchi.well("votes", "export") == before)
        }
    }

    @Test("a header without answers leaves nothing, and keeps nobody's answers out")
    func headerAlone() async throws {
        try await withTinyStudy { dotchi in
            let own = try await answers("2026-01-05")
            var squatting = own
            squatting.participant = "stranger"
            squatting.seat = 5
            let alone = try await importing(squatting.lines[0] + "\n", dotchi: dotchi)
            #expect(alone.output == "files 1, new events 0, known 0, refused 0\n")
            #expect(try await dotchi.well("survey", "list").contains(" 0 "))
            let begun = squatting.lines.prefix(3).joined(separator: "\n") + "\n"
            #expect(try await importing(begun, dotchi: dotchi).status == 0)
            let whole = try await importing(own.text, dotchi: dotchi)
            #expect(whole.status == 0 && whole.output.contains("refused 0"), "\(whole.talk)")
            #expect(whole.talk.contains("without a vote; this file took its place"), "\(whole.talk)")
            let rows = try await Table(dotchi.well("votes", "export")).rows
            #expect(rows.count == TinyStudy.trials && rows.allSatisfy { $0["seat"] == "2" })
        }
    }

    @Test("answers written from one study and merged into another keep the order in which they arrived")
    func merged() async throws {
        try await withTinyStudy { dotchi in
            let own = try await answers("2026-01-05")
            let other = try await answers("2025-01-05", "right")
            _ = try await importing(own.text, dotchi: dotchi)
            _ = try await importing(other.text, dotchi: dotchi)
            try await dotchi.well("simulate", "--participants", "1", "--beside-people")
            #expect(try await dotchi.well("votes", "answers", "out") == "files 2\n")
            let folder = dotchi.folder.appending(path: "out")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(Set(names) == Set([own, other].map { "dotchi-tiny-2-\($0.session.prefix(8)).jsonl" }))
            for name in names {
                let file = folder.appending(path: name).path
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
            for (trusts, choice) in [(false, "right"), (true, "left")] {
                try await withTinyStudy { second in
                    let flag = trusts ? ["--trust-arrivals"] : []
                    let ending = try await second(["votes", "import", folder.path] + flag)
                    #expect(ending.status == 0, "\(ending.talk)")
                    // Untrusted, both arrive at one time, and the clock that says less comes first.
                    #expect(try await counting(second) == [choice])
                }
            }
        }
    }
}

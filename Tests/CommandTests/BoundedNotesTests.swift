import Foundation
import TestKit
import Testing

@Suite("Notes that do not grow with the answers", .endsHangs)
struct BoundedNotesTests {
    private static let people = 120

    /// Answer files of one participant, a session each, in the study's folder `answers`; their ids.
    private func write(in dotchi: Dotchi) async throws -> [String] {
        let folder = dotchi.folder.appending(path: "answers")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let plan = try await TinyStudy.made().planHash
        var sessions: [String] = []
        for number in 1...Self.people {
            var answers = AnswerLines(
                plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))
            answers.seat = number % 12 + 1
            let name = "a-\(String(repeating: "0", count: 3 - "\(number)".count))\(number).jsonl"
            // One vote more, after the end: that is noted of each file.
            let late: String = answers.lines[answers.lines.count - 2].replacing("\"t_ms\":", with: "\"t_ms\":9")
                .replacing(/"id":"[^"]+"/, with: "\"id\":\"\(UUID().uuidString.lowercased())\"")
            try Data((answers.text + late + "\n").utf8).write(to: folder.appending(path: name))
            sessions.append(answers.session)
        }
        return sessions
    }

    @Test("the sessions of one participant, however many, are named by a few beginnings, by which they can be erased")
    func sessions() async throws {
        try await withTinyStudy { dotchi in
            let sessions = try await write(in: dotchi)
            let imported = try await dotchi("votes", "import", "answers")
            #expect(imported.status == 0, "\(imported.talk.prefix(500))")
            let analysed = try await dotchi("analyze")
            for talk in [imported.talk, analysed.talk] {
                let note = try #require(
                    talk.split(separator: "\n").first { $0.contains("sessions are of one participant") })
                #expect(
                    note.contains("\(Self.people) sessions") && note.contains("and \(Self.people - 5) more"), "\(note)")
                #expect(note.utf8.count < 250, "\(note)")
                #expect(!sessions.contains { talk.contains($0) })
            }
            #expect(
                imported.talk.contains("note: the same kind of \(Self.people - 50) more files."), "\(imported.talk)")
            let named = try #require(imported.talk.firstMatch(of: /([0-9a-f]{8}) counts/)?.output.1)
            #expect(sessions.contains { $0.hasPrefix(named) })
            let one = try await dotchi("votes", "erase", String(named))
            #expect(one.status == 0 && one.output.contains("sessions 1,"), "\(one)")
        }
    }

    @Test("of very many files that still name an erased person the first are listed, and where the others lie")
    func files() async throws {
        try await withTinyStudy { dotchi in
            _ = try await write(in: dotchi)
            try await dotchi.well("votes", "import", "answers")
            let erased = try await dotchi("votes", "erase", "hand-1")
            #expect(erased.status == 0 && erased.output.contains("sessions \(Self.people),"), "\(erased)")
            #expect(erased.talk.contains("  answers/a-001.jsonl\n"), "\(erased.talk)")
            #expect(
                erased.talk.contains("  and \(Self.people - 50) more: answers/ (\(Self.people - 50))"), "\(erased.talk)"
            )
            #expect(erased.talk.split(separator: "\n").count < 70)
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("Folders of answers", .endsHangs)
struct FoldersOfAnswersTests {
    @Test("texts, upper-case endings and folders within are read, and each other file is named with why it is not")
    func folder() async throws {
        try await withTinyStudy { dotchi in
            let plan = try await TinyStudy.made().planHash
            let folder = dotchi.folder.appending(path: "answers")
            let inner = folder.appending(path: "wave 2")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            func answers(_ person: Int) -> AnswerLines {
                AnswerLines(
                    plan: plan, seat: person, participant: "hand-\(person)",
                    choices: Array(repeating: "left", count: TinyStudy.trials))
            }
            func write(_ text: String, _ name: String, in folder: URL) throws {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            try write(answers(1).text, "one.JSONL", in: folder)
            try write(
                "Hi,\n\n" + answers(2).lines.map { "> \($0)" }.joined(separator: "\n") + "\nAda", "mail.txt", in: folder
            )
            try write(answers(3).text + answers(4).text, "both.jsonl", in: inner)
            let utf16 = try #require(answers(5).text.data(using: .utf16))
            try utf16.write(to: folder.appending(path: "notepad.txt"))
            try write("Wave 1 was in March.", "README.txt", in: folder)
            try write("PK", "rest.zip", in: folder)
            try write("x", "scan.pdf", in: folder)
            let ending = try await dotchi("votes", "import", "answers")
            #expect(ending.status == 0, "\(ending.talk)")
            for (name, why) in [
                ("README.txt", "no header of an answer file"), ("rest.zip", "unpack it first"),
                ("scan.pdf", "no .jsonl"),
            ] {
                let line = ending.talk.split(separator: "\n").first { $0.contains(name) }
                #expect(line?.hasPrefix("left aside: ") == true && line?.contains(why) == true, "\(ending.talk)")
            }
            let people = try await Table(dotchi.well("votes", "export", "--identities")).rows.map { $0["participant"] }
            #expect(Set(people) == ["hand-1", "hand-2", "hand-3", "hand-4", "hand-5"])
            #expect(people.count == 5 * TinyStudy.trials)
            let again = try await dotchi("votes", "import", "answers")
            #expect(again.output.contains("new events 0"), "\(again.output)")
        }
    }

    @Test(
        "lines that a mail program broke anywhere are joined; what speaks of answers and has none to be read is refused"
    )
    func broken() async throws {
        try await withTinyStudy { dotchi in
            let plan = try await TinyStudy.made().planHash
            let file = AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))
            let wrapped = file.lines.map { line in
                stride(from: 0, to: line.count, by: 76).map { String(line.dropFirst($0).prefix(76)) }
                    .joined(separator: "\n")
            }.joined(separator: "\n")
            let folder = dotchi.folder.appending(path: "in")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("Hello,\n\n\(wrapped)\n".utf8).write(to: folder.appending(path: "m.txt"))
            let taken = try await dotchi("votes", "import", "in")
            #expect(taken.status == 0 && taken.talk.contains("no answer file as the page writes it"), "\(taken.talk)")
            #expect(try await Table(dotchi.well("votes", "sessions")).rows.map { $0["complete"] } == ["TRUE"])
            try Data("dotchi-answers-1 was in my mail, but it is cut".utf8).write(to: folder.appending(path: "n.txt"))
            let cut = try await dotchi("votes", "import", "in")
            #expect(cut.status == 65 && cut.talk.contains("refused: n.txt"), "\(cut.talk)")
        }
    }
}

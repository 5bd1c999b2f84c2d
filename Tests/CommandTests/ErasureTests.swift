import Foundation
import GRDB
import TestKit
import Testing

@Suite("Erasing a person", .endsHangs)
struct ErasureTests {
    @Test("an erased person does not come back by an import of the same folder, and no file of the store names them")
    func importAgain() async throws {
        try await withTinyStudy { dotchi in
            let files = try await answers(in: dotchi, people: ["ada-lovelace", "bob-the-builder"])
            try await dotchi.well("votes", "import", "answers")
            let ending = try await dotchi("votes", "erase", "ada-lovelace")
            #expect(ending.status == 0 && ending.output == "sessions 1, events 16, votes 7\n", "\(ending.talk)")
            // What it cannot reach is named: the answer file, and all that lies elsewhere.
            #expect(ending.talk.contains("answers/\(files[0].lastPathComponent)"), "\(ending.talk)")
            #expect(!ending.talk.contains(files[1].lastPathComponent) && ending.talk.contains("backups"))

            let again = try await dotchi("votes", "import", "answers")
            #expect(again.status == 65 && again.output == "files 2, new events 0, known 16, refused 1\n")
            #expect(again.talk.contains("\(files[0].lastPathComponent): this session was erased on request"))
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(Set(rows.map { $0["participant"] }) == ["bob-the-builder"])
            let session = String(files[0].lastPathComponent.dropLast(6).suffix(8))
            for file in try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.path)
            where file.hasPrefix("study.sqlite") {
                let bytes = try Data(contentsOf: dotchi.folder.appending(path: file))
                for text in ["ada-lovelace", session] {
                    #expect(bytes.range(of: Data(text.utf8)) == nil, "\(file) still holds \(text)")
                }
            }
            #expect(try await dotchi.fails(66, "votes", "erase", "grace").contains("no answers of “grace”"))
            let pseudonym = try await dotchi.fails(66, "votes", "erase", "p-8j9xnpmq")
            #expect(pseudonym.contains("`dotchi votes export --identities` shows the id behind it"), "\(pseudonym)")
            let erased = try await dotchi.fails(66, "votes", "erase", "ada-lovelace")
            #expect(erased.contains("erased already") && erased.contains("  answers/\(files[0].lastPathComponent)"))
        }
    }

    @Test(
        "while another program reads, it says that the bytes are there; the same command overwrites them, and says so")
    func reader() async throws {
        try await withTinyStudy { dotchi in
            let files = try await answers(in: dotchi, people: ["ada-lovelace", "bob-the-builder"])
            try await dotchi.well("votes", "import", "answers")
            for file in files { try FileManager.default.removeItem(at: file) }
            let store = dotchi.folder.appending(path: "study.sqlite")
            // In a process of its own: to close a file here would let go of the reader's locks on it.
            func isOnDisk() async throws -> Bool {
                let grep = Process()
                grep.executableURL = URL(filePath: "/bin/grep")
                grep.arguments = ["-rqa", "--include=study.sqlite*", "ada-lovelace", dotchi.folder.path]
                try await grep.runToItsEnd()
                return grep.terminationStatus == 0
            }
            // Stays open, as another program may, so that the log is not emptied by the one that closes last.
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: store.path, configuration: configuration)
            try other.inDatabase { try $0.execute(sql: "BEGIN") }
            _ = try other.inDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM session") }
            let first = try await dotchi("votes", "erase", "ada-lovelace")
            #expect(first.status == 74 && first.output.hasPrefix("sessions 1,"), "\(first.talk)")
            #expect(first.talk.contains("their bytes are still in study.sqlite or in the log"), "\(first.talk)")
            #expect(try await isOnDisk())
            let meanwhile = try await dotchi.fails(74, "votes", "erase", "ada-lovelace")
            #expect(meanwhile.contains("no answers of “ada-lovelace” are in the study"), "\(meanwhile)")
            try other.inDatabase { try $0.execute(sql: "COMMIT") }
            #expect(try await isOnDisk())
            let second = try await dotchi.fails(66, "votes", "erase", "ada-lovelace")
            #expect(second.contains("no byte of what was erased before is left"), "\(second)")
            #expect(!second.contains("nothing was changed"), "\(second)")
            #expect(try await !isOnDisk())
            try other.close()
        }
    }

    @Test("a person is found by session, by the name of the file, and in files that were never imported")
    func ways() async throws {
        try await withTinyStudy { dotchi in
            let files = try await answers(in: dotchi, people: ["ada-lovelace", "bob-the-builder", "cleo", "dora"])
            let sessions = try files.map(session)
            try await dotchi.well("votes", "import", files[0].path, files[1].path, files[2].path)
            #expect(try await dotchi.well("votes", "erase", sessions[0].uppercased()).hasPrefix("sessions 1,"))
            #expect(try await dotchi.fails(66, "votes", "erase", sessions[0]).contains("erased already"))
            #expect(try await dotchi.well("votes", "erase", files[1].lastPathComponent).hasPrefix("sessions 1,"))
            let short = try await dotchi.fails(66, "votes", "erase", String(sessions[2].prefix(7)))
            #expect(short.contains("the first 8 characters"), "\(short)")
            #expect(try await dotchi.well("votes", "erase", String(sessions[2].prefix(8))).hasPrefix("sessions 1,"))
            let ending = try await dotchi("votes", "erase", "dora")
            #expect(ending.status == 0 && ending.output.hasPrefix("sessions 0,"), "\(ending.talk)")
            #expect(ending.talk.contains("1 session of answer files in the study folder was never imported"))
            let again = try await dotchi("votes", "import", "answers")
            #expect(again.output == "files 4, new events 0, known 0, refused 4\n", "\(again.talk)")
        }
    }

    @Test("hidden files that name the person are listed too, and so is what a killed command left")
    func hiddenFiles() async throws {
        try await withTinyStudy { dotchi in
            let files = try await answers(in: dotchi, people: ["ada-lovelace"])
            try await dotchi.well("votes", "import", "answers")
            let text = try String(contentsOf: files[0], encoding: .utf8)
            let left = ".out-8C4F0D5E-6B7A-4C1D-9E2F-3A4B5C6D7E8F.dotchi-part"
            for folder in [left, ".git"] {
                try FileManager.default.createDirectory(
                    at: dotchi.folder.appending(path: folder), withIntermediateDirectories: true)
            }
            for name in [".ada.jsonl", "\(left)/a.jsonl", ".git/a.jsonl"] { try write(text, name, dotchi) }
            let ending = try await dotchi("votes", "erase", "ada-lovelace")
            #expect(ending.output.hasPrefix("sessions 1,"), "\(ending.talk)")
            for name in [".ada.jsonl", "\(left)/a.jsonl", "answers/\(files[0].lastPathComponent)"] {
                #expect(ending.talk.contains("\n  \(name)\n"), "\(ending.talk)")
            }
            #expect(!ending.talk.contains(".git/"), "\(ending.talk)")
        }
    }

    @Test("where several fit nothing is changed without --all, and they are listed")
    func several() async throws {
        try await withTinyStudy { dotchi in
            let plan = try await TinyStudy.made().planHash
            let choices = Array(repeating: "left", count: TinyStudy.trials)
            var people = ["ada", "bob", "bob", "0a0a0a0a"].map {
                AnswerLines(plan: plan, participant: $0, choices: choices)
            }
            for (place, seat) in [2, 3, 4, 5].enumerated() {
                people[place].seat = seat
                let beginning = place < 2 ? "0a0a0a0a" : "1b1b1b\(place)\(place)"
                people[place].session = beginning + people[place].session.dropFirst(8)
                try write(people[place].text, "\(place).jsonl", dotchi)
            }
            try await dotchi.well("votes", "import", "0.jsonl", "1.jsonl", "2.jsonl", "3.jsonl")
            let talk = try await dotchi.fails(64, "votes", "erase", "0a0a0a0a")
            #expect(talk.contains("--all") && talk.contains("nothing was changed"), "\(talk)")
            for person in people { #expect(talk.contains(person.session) == (person.seat != 4), "\(talk)") }
            #expect(try await Table(dotchi.well("votes", "export")).rows.count == 4 * TinyStudy.trials)
            // Both sessions of one participant are one person's; a session of theirs by itself leaves the other.
            let one = try await dotchi("votes", "erase", "1b1b1b22")
            #expect(one.output.hasPrefix("sessions 1,") && one.talk.contains("1 other session of the same participant"))
            let all = try await dotchi.well("votes", "erase", "0a0a0a0a", "--all")
            #expect(all.hasPrefix("sessions 3,"), "\(all)")
            #expect(try await Table(dotchi.well("votes", "export")).rows.isEmpty)
        }
    }

    @Test("a file that claims somebody else's session for a person does not have it erased with theirs")
    func forged() async throws {
        try await withTinyStudy { dotchi in
            let files = try await answers(in: dotchi, people: ["ada-lovelace", "bob-the-builder"])
            try await dotchi.well("votes", "import", "answers")
            let bobs = try String(contentsOf: files[1], encoding: .utf8)
            try write(bobs.replacing("bob-the-builder", with: "ada-lovelace"), "answers/forged.jsonl", dotchi)
            #expect(try await dotchi.well("votes", "erase", "ada-lovelace").hasPrefix("sessions 1,"))
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(Set(rows.map { $0["participant"] }) == ["bob-the-builder"])
        }
    }

    @Test("reports made before are marked and named, and made again they are not")
    func reports() async throws {
        try await withTinyStudy { dotchi in
            _ = try await answers(in: dotchi, people: ["ada-lovelace", "bob-the-builder"])
            try await dotchi.well("votes", "import", "answers")
            try await dotchi.well("report")
            try await dotchi.well("report", "--out", "paper/tables", "--format", "csv")
            try write("of my own, about dotchi", "notes/report.txt", dotchi)
            try await dotchi.well("analyze", "--json").write(
                to: dotchi.folder.appending(path: "analysis.json"), atomically: true, encoding: .utf8)
            let ending = try await dotchi("votes", "erase", "ada-lovelace")
            for path in ["  report\n", "  paper/tables\n", "  report/report.json\n", "  analysis.json\n"] {
                #expect(ending.talk.contains(path), "\(ending.talk)")
            }
            #expect(!ending.talk.contains("  notes"))
            func mark(_ folder: String) -> Bool {
                FileManager.default.fileExists(atPath: dotchi.folder.appending(path: "\(folder)/STALE.txt").path)
            }
            #expect(mark("report") && mark("paper/tables") && !mark("notes"))
            let part = try await dotchi("report", "--format", "json")
            #expect(part.status == 0 && part.talk.contains("report.html") && mark("report"), "\(part.talk)")
            let whole = try await dotchi("report")
            #expect(whole.status == 0 && !mark("report") && mark("paper/tables"))
            // Who is still there is not named as gone.
            #expect(try await dotchi("votes", "erase", "bob-the-builder").talk.contains("  report/report.json\n"))
        }
    }

    /// Runs `body` with a study of two people, a report of it, and the folder of that.
    private func withReport(_ body: (Dotchi, URL) async throws -> Void) async throws {
        try await withTinyStudy { dotchi in
            _ = try await answers(in: dotchi, people: ["ada-lovelace", "bob-the-builder"])
            try await dotchi.well("votes", "import", "answers")
            try await dotchi.well("report")
            try await body(dotchi, dotchi.folder.appending(path: "report"))
        }
    }

    /// The names that STALE.txt in `folder` lists; nil where there is none.
    private func stale(_ folder: URL) -> [String]? {
        (try? String(contentsOf: folder.appending(path: "STALE.txt"), encoding: .utf8))?
            .matches(of: /(?m)^[0-9a-f]{64}  [0-9]+ bytes  (.*)$/).map { String($0.1) }
    }

    @Test("a stale report that was edited, renamed as advised, or moved into a folder stays listed until it is gone")
    func renamedReport() async throws {
        try await withReport { dotchi, report in
            let files = FileManager.default
            try await dotchi.well("votes", "erase", "ada-lovelace")
            let all = try #require(stale(report))
            #expect(all.contains("report.html") && all.contains("report.json") && all.contains { $0.hasSuffix(".tex") })
            let page = report.appending(path: "report.html")
            try Data((String(contentsOf: page, encoding: .utf8) + "<!-- mine -->\n").utf8).write(to: page)
            #expect(try await dotchi.fails(73, "report").contains("Rename it"))
            try files.moveItem(at: page, to: report.appending(path: "mine.html"))
            try files.createDirectory(at: report.appending(path: "old"), withIntermediateDirectories: false)
            try files.moveItem(at: report.appending(path: "report.md"), to: report.appending(path: "old/before"))
            let ending = try await dotchi("report")
            #expect(ending.status == 0 && stale(report) == ["mine.html", "old/before"], "\(ending.talk)")
            #expect(ending.talk.contains("still with their votes: mine.html, old/before."), "\(ending.talk)")
            // Another time, and when another person is erased.
            try await dotchi.well("report", "--format", "html")
            #expect(stale(report) == ["mine.html", "old/before"])
            try await dotchi.well("votes", "erase", "bob-the-builder")
            #expect(stale(report).map(Set.init) == Set(all + ["mine.html", "old/before"]))
            let new = try await answers(in: dotchi, people: ["carol-who-is-new"])
            try await dotchi.well("votes", "import", new[0].path)
            try await dotchi.well("report")
            #expect(stale(report) == ["mine.html", "old/before"])
            for name in ["mine.html", "old/before"] { try files.removeItem(at: report.appending(path: name)) }
            let last = try await dotchi("report")
            #expect(
                stale(report) == nil && last.talk.contains("not in \(report.path) any more: mine.html, old/before."))
        }
    }

    @Test("a report that had another name before a person was erased is listed too")
    func renamedBefore() async throws {
        try await withReport { dotchi, report in
            let paper = dotchi.folder.appending(path: "paper")
            try FileManager.default.createDirectory(at: paper, withIntermediateDirectories: false)
            let table = try #require(
                try FileManager.default.contentsOfDirectory(atPath: report.path).first { $0.hasSuffix(".tex") })
            try FileManager.default.moveItem(
                at: report.appending(path: table), to: paper.appending(path: "results.tex"))
            try FileManager.default.moveItem(
                at: report.appending(path: "report.html"), to: report.appending(path: "monday"))
            let ending = try await dotchi("votes", "erase", "ada-lovelace")
            #expect(ending.talk.contains("  paper\n") && stale(paper) == ["results.tex"], "\(ending.talk)")
            #expect(stale(report)?.contains("monday") == true)
        }
    }

    @Test("lists copies of study.sqlite, files under runs/, and what could not be looked into")
    func copies() async throws {
        try await withTinyStudy { dotchi in
            _ = try await answers(in: dotchi, people: ["ada-lovelace"])
            try await dotchi.well("votes", "import", "answers")
            let folder = dotchi.folder
            let files = FileManager.default
            let store = try Data(contentsOf: folder.appending(path: "study.sqlite"))
            let log = (try? Data(contentsOf: folder.appending(path: "study.sqlite-wal"))) ?? Data()
            for copy in ["study.sqlite.bak", "study.sqlite~", "runs/old.sqlite"] {
                try (store + log).write(to: folder.appending(path: copy))
            }
            try files.createDirectory(at: folder.appending(path: ".git"), withIntermediateDirectories: true)
            try Data("PK".utf8).write(to: folder.appending(path: "answers.zip"))
            try files.createSymbolicLink(
                at: folder.appending(path: "linked"), withDestinationURL: folder.appending(path: "answers"))
            let talk = try await dotchi("votes", "erase", "ada-lovelace").talk
            for name in ["study.sqlite.bak", "study.sqlite~", "runs/old.sqlite", ".git", "answers.zip", "linked"] {
                #expect(talk.contains("  \(name)\n"), "\(name): \(talk)")
            }
        }
    }

    @Test("a session that is erased while it goes on in a terminal takes no more answers, and is not gone on with")
    func runningSession() async throws {
        try await withTinyStudy { dotchi in
            let terminal = try PseudoTerminal(columns: 120, rows: 50)
            func sit(at terminal: PseudoTerminal) throws {
                try dotchi.sit(
                    at: terminal, "survey", "take", "--seat", "1", "--participant", "ada-lovelace", "--pixels",
                    "blocks", "--language", "en")
            }
            try sit(at: terminal)
            try await terminal.wait(for: "I agree and take part")
            try terminal.type("y")
            try await terminal.wait(for: "Press Enter to start.")
            try terminal.type("\r")
            try await terminal.wait(for: "1 of \(TinyStudy.trials)")
            try await terminal.wait(for: "stop for now")
            try terminal.type("j")
            try await terminal.wait(for: "2 of \(TinyStudy.trials)")
            try await terminal.wait(for: "stop for now")
            try await dotchi.well("votes", "erase", "ada-lovelace")
            try terminal.type("j")
            #expect(try await terminal.exit() != .status(0))
            #expect(try await Table(dotchi.well("votes", "export")).rows.isEmpty)
            let again = try PseudoTerminal(columns: 120, rows: 50)
            try sit(at: again)
            try await again.wait(for: "I agree and take part")
            try again.type("n")
            #expect(try await again.exit() == .status(0))
        }
    }

    @Test("killed before it began, nothing is changed; killed before the log is emptied, the next one empties it")
    func killed() async throws {
        try await withTinyStudy { dotchi in
            let files = try await answers(in: dotchi, people: ["ada-lovelace", "bob-the-builder"])
            try await dotchi.well("votes", "import", "answers")
            func isOnDisk() throws -> Bool {
                try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.path).contains { name in
                    guard name.hasPrefix("study.sqlite") else { return false }
                    let bytes = try Data(contentsOf: dotchi.folder.appending(path: name))
                    return bytes.range(of: Data("ada-lovelace".utf8)) != nil
                }
            }
            let early = try await dotchi.held(at: "erase: before", "votes", "erase", "ada-lovelace").kill()
            #expect(early == .signal(SIGKILL))
            #expect(try await Table(dotchi.well("votes", "export")).rows.count == 2 * TinyStudy.trials)
            let late = try await dotchi.held(
                at: "erase: before the log is emptied", "votes", "erase", "ada-lovelace"
            ).kill()
            #expect(late == .signal(SIGKILL))
            #expect(try isOnDisk())
            #expect(try await Table(dotchi.well("votes", "export")).rows.count == TinyStudy.trials)
            let again = try await dotchi.fails(66, "votes", "erase", "ada-lovelace")
            #expect(again.contains("erased already") && again.contains(files[0].lastPathComponent), "\(again)")
            #expect(try !isOnDisk())
        }
    }

    @Test("what people see of others are pseudonyms, the same everywhere, and ids where they are asked for")
    func pseudonyms() async throws {
        try await withTinyStudy { dotchi in
            let people = ["ada-lovelace", "bob-the-builder", "cleo-the-queen"]
            let files = try await answers(in: dotchi, people: people)
            let hidden = try people + files.map(session)
            try await dotchi.well("votes", "import", "answers")
            try await dotchi.well("report")
            var shown: [String: String] = [:]
            for format in ["csv", "jsonl", "jspsych", "pwcmp", "arena"] {
                shown[format] = try await dotchi.well("votes", "export", "--format", format)
            }
            shown["json"] = try await dotchi.well("analyze", "--json")
            shown["terminal"] = try await dotchi.well("analyze")
            let report = dotchi.folder.appending(path: "report")
            for name in try FileManager.default.contentsOfDirectory(atPath: report.path) {
                shown[name] = try String(contentsOf: report.appending(path: name), encoding: .utf8)
            }
            for (name, text) in shown {
                for id in hidden { #expect(!text.contains(id), "\(name) holds \(id)") }
            }
            let rows = try Table(#require(shown["csv"])).rows
            let names = Set(rows.compactMap { $0["participant"] })
            #expect(names.count == 3 && names.allSatisfy { $0.hasPrefix("p-") && $0.count == 10 })
            for form in ["jsonl", "jspsych", "pwcmp", "arena", "json", "report.json"] {
                for name in names { #expect(shown[form]?.contains(name) == true, "\(form) lacks \(name)") }
            }
            for format in ["csv", "jsonl", "jspsych", "pwcmp", "arena"] {
                let own = try await dotchi.well("votes", "export", "--format", format, "--identities")
                for person in people { #expect(own.contains(person), "\(format)") }
                for name in names { #expect(!own.contains(name), "\(format)") }
            }
            let analysis = try await dotchi.well("analyze", "--json", "--identities")
            for person in people { #expect(analysis.contains(person)) }
            // Nothing differs but names, and the order of people, which is that of their names.
            func lines(_ text: String?) -> [String] {
                (text ?? "").split(separator: "\n").map { $0.trimmingCharacters(in: [","]) }.sorted()
            }
            var renamed = analysis
            let rowsOfTheirOwn = try await Table(dotchi.well("votes", "export", "--identities")).rows
            for (row, own) in zip(rows, rowsOfTheirOwn) {
                renamed = renamed.replacing(own["participant"] ?? "", with: row["participant"] ?? "")
            }
            #expect(lines(renamed) == lines(shown["json"]))
            try await dotchi.well("report", "--format", "json", "--identities")
            let own = try String(contentsOf: report.appending(path: "report.json"), encoding: .utf8)
            #expect(own.contains("ada-lovelace"))
        }
    }

    @Test("an export analysed gives what the study gives, and names people as the export does")
    func roundTrip() async throws {
        try await withTinyStudy { dotchi in
            let files = try await answers(in: dotchi, people: (1...6).map { "participant-\($0)" })
            try await dotchi.well("votes", "import", "answers")
            let csv = try await dotchi.well("votes", "export")
            try write(csv, "votes.csv", dotchi)
            let (study, table) = try await (
                sections(dotchi.well("analyze", "--json")), sections(dotchi.well("analyze", "votes.csv", "--json"))
            )
            for name in [
                "votes", "rates", "comparisons", "bradley_terry", "side", "consistency", "agreement", "images",
            ] {
                #expect(study[name] != nil && study[name] == table[name], "\(name)")
            }
            // Nor does a number depend on the names that a study gave: the same answers elsewhere give the same.
            try await withTinyStudy { other in
                for file in files {
                    try write(String(contentsOf: file, encoding: .utf8), file.lastPathComponent, other)
                }
                try await other.well("votes", "import", ".")
                try write(await other.well("votes", "export", "--identities"), "own.csv", other)
                let (elsewhere, own) = try await (
                    sections(other.well("analyze", "--json")), sections(other.well("analyze", "own.csv", "--json"))
                )
                for name in ["votes", "rates", "comparisons", "bradley_terry"] {
                    #expect(elsewhere[name] == study[name] && own[name] == study[name], "\(name)")
                }
            }
            // A table of other programs names people as it likes.
            let rows = "participant,left,right,choice\nada lovelace,A,B,left\nbob,B,A,left\nada lovelace,A,B,right\n"
            try write(rows, "own.csv", dotchi)
            let analysis = try await dotchi.well("analyze", "own.csv", "--json")
            #expect(analysis.contains("\"person 1\"") && analysis.contains("\"person 2\""), "\(analysis)")
            #expect(!analysis.contains("lovelace") && !analysis.contains("bob"))
            #expect(try await dotchi.well("analyze", "own.csv", "--json", "--identities").contains("ada lovelace"))
        }
    }

    /// Answer files of so many people in the folder answers/, named as the page names them.
    private func answers(in dotchi: Dotchi, people: [String]) async throws -> [URL] {
        let plan = try await TinyStudy.made().planHash
        return try people.enumerated().map { place, person in
            let choices = (0..<TinyStudy.trials).map { ($0 + place) % 3 == 0 ? "right" : "left" }
            var lines = AnswerLines(plan: plan, participant: person, choices: choices)
            lines.seat = place + 1
            let name = "answers/dotchi-tiny-\(place + 1)-\(lines.session.prefix(8)).jsonl"
            try write(lines.text, name, dotchi)
            return dotchi.folder.appending(path: name)
        }
    }

    /// The parts of an analysis in JSON, each as text.
    private func sections(_ json: String) throws -> [String: String] {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        return try object.mapValues { part in
            String(
                decoding: try JSONSerialization.data(withJSONObject: part, options: [.sortedKeys, .fragmentsAllowed]),
                as: UTF8.self)
        }
    }

    /// The session of an answer file.
    private func session(of file: URL) throws -> String {
        let text = try String(contentsOf: file, encoding: .utf8)
        return String(try #require(text.firstMatch(of: /"session":"([0-9a-f-]{36})"/)).1)
    }

    private func write(_ text: String, _ name: String, _ dotchi: Dotchi) throws {
        let file = dotchi.folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}

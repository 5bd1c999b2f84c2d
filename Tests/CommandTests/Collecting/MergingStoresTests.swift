import Foundation
import GRDB
import TestKit
import Testing

@Suite("Stores of several collectors", .endsHangs)
struct MergingStoresTests {
    private static let (stores, orders, people) = (20, 20, 30)

    /// What every merge must come to: all rows but those that are random in each store (pseudonyms, and checksums over them).
    private func rows(_ dotchi: Dotchi) async throws -> [String] {
        let queue = try DatabaseQueue(path: dotchi.folder.appending(path: "study.sqlite").path)
        return try await queue.read { db in
            try ["session", "event", "arrival", "erasedSession", "refusal", "ticket"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0.description)" }.sorted()
            }
        }
    }

    @Test("come to the same in whatever order they are merged, and however often; nobody who was erased comes back")
    func merging() async throws {
        var draw = Draw()
        try await withTinyStudy { dotchi in
            let plan = try await TinyStudy.made().planHash
            let root = dotchi.folder.deletingLastPathComponent()
            let stores = (0..<Self.stores).map { root.appending(path: "store-\($0)") }
            for store in stores { try FileManager.default.copyItem(at: dotchi.folder, to: store) }
            // Each person's answers in parts, at one to three collectors; parts overlap.
            var files: [Int: [(name: String, text: String)]] = [:]
            var sessions: [String] = []
            for person in 0..<Self.people {
                var answers = AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))
                (answers.participant, answers.seat) = ("p\(person)", person % 12 + 1)
                sessions.append(answers.session)
                let lines = answers.lines
                let places = (0..<Self.stores).shuffled(using: &draw).prefix(Int.random(in: 1...3, using: &draw))
                for (index, place) in places.enumerated() {
                    let part = lines.dropFirst().filter { _ in index == 0 || Bool.random(using: &draw) }
                    let text = ([lines[0]] + part).map { $0 + "\n" }.joined()
                    files[place, default: []].append(("p\(person).jsonl", text))
                }
            }
            for (index, store) in stores.enumerated() {
                guard let own = files[index] else { continue }
                let folder = store.appending(path: "in")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                for (name, text) in own { try Data(text.utf8).write(to: folder.appending(path: name)) }
                try await Dotchi(folder: store).well("votes", "import", "in")
            }
            // Somebody asks one of the collectors that has them to be forgotten.
            let place = try #require(files.first { $0.value.contains { $0.name == "p7.jsonl" } }?.key)
            try await Dotchi(folder: stores[place]).well("votes", "erase", "p7")

            var first: [String]?
            for order in 1...Self.orders {
                let merged = root.appending(path: "merged-\(order)")
                try FileManager.default.copyItem(at: dotchi.folder, to: merged)
                let command = Dotchi(folder: merged)
                var paths = stores.shuffled(using: &draw).map { $0.appending(path: "study.sqlite").path }
                paths += paths.prefix(order % 5)
                let ending = try await command(["votes", "import"] + paths)
                #expect(ending.status == 0, "\(ending.talk)")
                let rows = try await rows(command)
                if let first { #expect(rows == first, "order \(order), \(draw.again)") } else { first = rows }
                if order == 1 {
                    let table = try await Table(command.well("votes", "sessions", "--identities")).rows
                    #expect(Set(table.map { $0["participant"] }).count == Self.people - 1)
                    #expect(table.allSatisfy { $0["participant"] != "p7" && $0["complete"] == "TRUE" })
                }
                try FileManager.default.removeItem(at: merged)
            }
        }
    }

    @Test("the study's own store, and one of another study, are named; nothing changes")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            let own = try await dotchi("votes", "import", "study.sqlite")
            #expect(own.status != 0 && own.talk.contains("own store"), "\(own.talk)")
            try Data("SQLite format 3\u{0}nonsense".utf8).write(to: dotchi.folder.appending(path: "x.sqlite"))
            let broken = try await dotchi("votes", "import", "x.sqlite")
            #expect(broken.status != 0 && broken.talk.contains("x.sqlite"), "\(broken.talk)")
            #expect(try await Table(dotchi.well("votes", "sessions")).rows.isEmpty)
        }
    }
}

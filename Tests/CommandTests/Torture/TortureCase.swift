import Foundation
import TestKit
import Testing

/// A command to be killed, and how it is told whether that did harm.
struct TortureCase: Sendable, CustomTestStringConvertible {
    /// What it is called in the report.
    let name: String
    /// The command's arguments.
    let arguments: [String]
    /// Brings a study to where the command is run.
    var prepare: @Sendable (Dotchi) async throws -> Void = { _ in }
    /// What a person can see of what the command changes, each part under a name.
    let look: @Sendable (Dotchi) async throws -> [String: String]
    /// Whether what is seen after a kill is sound, by what is seen before the command and after one that nobody disturbed.
    var isSound: @Sendable (_ seen: [String: String], _ before: [String: String], _ after: [String: String]) -> Bool = {
        $0 == $1 || $0 == $2
    }
    /// Whether what is seen after a kill and another, undisturbed run is what that run alone gives.
    var isSettled: @Sendable (_ seen: [String: String], _ after: [String: String]) -> Bool = { $0 == $1 }
    /// What else must hold at the end; what does not, in words.
    var lasts: @Sendable (Dotchi) async throws -> String? = { _ in nil }

    var testDescription: String { name }

    static let all = [refresh, poolImport, plan, build, votesImport, erase, report]

    /// Two pools, published together.
    static let refresh = TortureCase(
        name: "pool refresh",
        arguments: ["pool", "refresh", "--condition", "equal-iterations", "--images", "8", "--seed", "9"],
        look: { try await pools($0, ["A/equal-iterations", "B/equal-iterations", "B/equal-iterations@1"]) })

    /// A pool of imported images; every import publishes another generation of it.
    static let poolImport = TortureCase(
        name: "pool import", arguments: ["pool", "import", "A", "incoming", "--condition", "equal-time"],
        prepare: { try await $0.well("pool", "export", "B/equal-iterations", "incoming") },
        look: { try await pools($0, ["A/equal-time", "A/equal-time@1"]) },
        isSettled: { seen, after in
            seen.filter { $0.key.hasPrefix("images") } == after.filter { $0.key.hasPrefix("images") }
        })

    /// A plan in the place of another.
    static let plan = TortureCase(
        name: "survey plan", arguments: ["survey", "plan", "--seats", "40", "--seed", "7"],
        look: { dotchi in
            let rows = try await dotchi.well("survey", "list").split(separator: "\n").dropFirst().map { row in
                // Without the time.
                row.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
            }
            return ["plans": rows.joined(separator: "\n"), "votes": try await dotchi.well("votes", "export")]
        })

    /// A page over another of an earlier plan.
    static let build = TortureCase(
        name: "survey build", arguments: ["survey", "build", "page"],
        prepare: { dotchi in
            try await dotchi.well("survey", "build", "page")
            try await dotchi.well("survey", "plan", "--seats", "9", "--seed", "77")
        },
        look: { try fingerprints(of: $0.folder.appending(path: "page")) },
        // A page is there with every file as it was built; others may lie beside them.
        isSound: { seen, before, after in isWhole(before, in: seen) || isWhole(after, in: seen) },
        isSettled: { seen, after in isWhole(after, in: seen) })

    /// Answers of twelve people, a file each.
    static let votesImport = TortureCase(
        name: "votes import", arguments: ["votes", "import", "answers"], prepare: { try await answers($0) },
        look: { try await votes($0) },
        // A file is taken whole or not at all, and none that was taken is lost.
        isSound: { seen, before, after in
            let people = seen.filter { before[$0.key] == nil }
            return isWhole(before, in: seen) && people.allSatisfy { after[$0.key] == $0.value }
        })

    /// One of them wants to be forgotten.
    static let erase = TortureCase(
        name: "votes erase", arguments: ["votes", "erase", person(5)],
        prepare: { dotchi in
            try await answers(dotchi)
            try await dotchi.well("votes", "import", "answers")
        },
        look: { try await votes($0) },
        lasts: { dotchi in
            for name in ["study.sqlite", "study.sqlite-wal", "study.sqlite-journal"] {
                let bytes = try? Data(contentsOf: dotchi.folder.appending(path: name))
                if bytes?.firstRange(of: Data(person(5).utf8)) != nil { return "\(name) still holds the person's id" }
            }
            _ = try await dotchi("votes", "import", "answers")
            let people = try await votes(dotchi)
            return people.count == 11 ? nil : "the next import leaves \(people.count) people, not 11"
        })

    /// A report over an earlier one, of more votes.
    static let report = TortureCase(
        name: "report", arguments: ["report", "--out", "out"],
        prepare: { dotchi in
            try await answers(dotchi)
            try await dotchi.well("votes", "import", "answers/1.jsonl")
            try await dotchi.well("report", "--out", "out")
            try await dotchi.well("votes", "import", "answers")
        },
        look: { try fingerprints(of: $0.folder.appending(path: "out")).filter { !$0.key.hasPrefix(".") } },
        // Files of both are together only beside the mark that says so.
        isSound: { seen, before, after in
            seen["REPORT-INCOMPLETE.txt"] != nil || seen == before || seen == after
        })

    private static func person(_ number: Int) -> String { "participant-\(number)-whose-id-is-long" }

    /// Writes twelve answer files; seats and choices differ.
    private static func answers(_ dotchi: Dotchi) async throws {
        let folder = dotchi.folder.appending(path: "answers")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let plan = try await TinyStudy.made().planHash
        for number in 1...12 {
            let choices = (0..<TinyStudy.trials).map { ($0 + number) % 3 == 0 ? "left" : "right" }
            var lines = AnswerLines(plan: plan, participant: person(number), choices: choices)
            lines.seat = number
            // The same in every copy of the study.
            lines.session = "00000000-0000-4000-8000-000000\(String(number + 16, radix: 16))0000"
            try Data(lines.text.utf8).write(to: folder.appending(path: "\(number).jsonl"))
        }
    }

    /// Every person's votes, by seat: whose they are may be told under pseudonyms.
    private static func votes(_ dotchi: Dotchi) async throws -> [String: String] {
        let rows = try await Table(dotchi.well("votes", "export")).rows
        return Dictionary(grouping: rows) { "seat \($0["seat"] ?? "")" }.mapValues { rows in
            rows.map { "\($0["trial"] ?? "") \($0["choice"] ?? "") \($0["vote"] ?? "")" }.sorted()
                .joined(separator: "\n")
        }
    }

    /// The published generations, and the images of some.
    private static func pools(_ dotchi: Dotchi, _ names: [String]) async throws -> [String: String] {
        var seen: [String: String] = [:]
        for row in try await dotchi.well("pool", "list").split(separator: "\n").dropFirst() {
            let words = row.split(separator: " ")
            seen["generation of \(words[0])"] = "\(words[1]), \(words[2]) images"
        }
        for name in names {
            try await withTemporaryFolder { folder in
                try await dotchi.well("pool", "export", name, folder.appending(path: "images").path)
                seen["images of \(name)"] = try fingerprints(of: folder).sorted { $0.key < $1.key }
                    .map { "\($0.key) \($0.value)" }.joined(separator: "\n")
            }
        }
        return seen
    }

    /// The files of a folder, each with a number that follows from its bytes.
    private static func fingerprints(of folder: URL) throws -> [String: String] {
        try contents(of: folder).mapValues { "\($0.count) bytes, \($0.hashValue)" }
    }

    private static func isWhole(_ part: [String: String], in seen: [String: String]) -> Bool {
        part.allSatisfy { seen[$0.key] == $0.value }
    }
}

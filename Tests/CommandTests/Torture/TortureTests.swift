import Foundation
import GRDB
import TestKit
import Testing

@Suite(
    "Commands that are killed over and over",
    .enabled(if: Torture.kills != nil, "make torture runs these"), .timeLimit(.minutes(24 * 60)))
struct TortureTests {
    @Test(
        "leave all as before or as after, and the next run does what it would have done", arguments: TortureCase.all)
    func kills(torture: TortureCase) async throws {
        try await withTinyStudy { dotchi in
            let template = dotchi.folder
            try await torture.prepare(dotchi)
            var row = TortureReport.Row(name: torture.name)
            var draw = Draw()
            row.seed = draw.seed

            let before = try await withCopy(of: template) { try await torture.look($0) }
            let after = try await undisturbed(torture, template, &row)
            try #require(before != after, "the command changes what is looked at")

            let calls = try await calls(of: torture, template)
            for number in 1...calls.count + 100 {
                let isKilled = try await withCopy(of: template) { dotchi in
                    let ending = try await dotchi.killed(atCall: number)(torture.arguments)
                    guard ending.status == -SIGKILL else {
                        #expect(ending.status == 0, "\(ending.talk)")
                        return false
                    }
                    let call = number <= calls.count ? calls[number - 1] : "other"
                    row.atCalls[call, default: 0] += 1
                    try await judge(dotchi, torture, "before call \(number), \(call)", before, after, &row)
                    return true
                }
                guard isKilled else { break }
            }
            #expect(row.atCalls.values.reduce(0, +) > 0, "no kill fell before a call")

            let wanted = Torture.kills ?? 0
            // Some runs end sooner than the one that was measured.
            while row.atRandom < wanted, row.ended < 10 * wanted {
                let delay = Double.random(in: 0...row.seconds, using: &draw)
                try await withCopy(of: template) { dotchi in
                    let ending = try await dotchi.run(torture.arguments, killedAfter: delay)
                    let isKilled = ending.status == -SIGKILL || ending.status == 128 + SIGKILL
                    #expect(isKilled || ending.status == 0, "\(ending.talk)")
                    if isKilled { row.atRandom += 1 } else { row.ended += 1 }
                    let when = "after \(delay) s, random kill \(row.atRandom), \(draw.again)"
                    try await judge(dotchi, torture, when, before, after, &row)
                }
            }
            #expect(row.broken == 0)
            try TortureReport.add(row)
        }
    }

    @Test(
        "fall before every call that the system sees: the hook overlooks none",
        .enabled(if: Tool.isThere("strace"), "strace is not installed"),
        arguments: TortureCase.all)
    func hook(torture: TortureCase) async throws {
        try await withTinyStudy { dotchi in
            try await torture.prepare(dotchi)
            let template = dotchi.folder
            let hooked = try await calls(of: torture, template)
            let seen = try await withCopy(of: template) { dotchi in
                let log = dotchi.folder.deletingLastPathComponent().appending(path: "trace")
                let names =
                    "fsync,fdatasync,ftruncate,unlink,unlinkat,rmdir,rename,renameat,renameat2,link,linkat,mkdir"
                let strace = Dotchi(folder: dotchi.folder, executable: URL(filePath: "/usr/bin/env"))
                let ending = try await strace(
                    ["strace", "-f", "-qq", "-o", log.path, "-e", "trace=\(names)", dotchi.executable.path]
                        + torture.arguments)
                try #require(ending.status == 0, "\(ending.talk)")
                // A call that another thread's line interrupts is told twice; its end is “resumed”.
                return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").filter {
                    $0.contains("(") && !$0.contains(" resumed>")
                }
            }
            #expect(seen.count == hooked.count, "\(seen.joined(separator: "\n"))\n\(hooked)")
        }
    }

    /// What is seen after the command, and in `row` how long it takes: the shortest of three runs.
    private func undisturbed(
        _ torture: TortureCase, _ template: URL, _ row: inout TortureReport.Row
    ) async throws -> [String: String] {
        var seen: [String: String] = [:]
        let clock = ContinuousClock()
        for _ in 0..<3 {
            try await withCopy(of: template) { dotchi in
                let start = clock.now
                let ending = try await dotchi(torture.arguments)
                let seconds = (clock.now - start) / .seconds(1)
                try #require(ending.status == 0, "\(ending.talk)")
                row.seconds = row.seconds == 0 ? seconds : min(row.seconds, seconds)
                seen = try await torture.look(dotchi)
            }
        }
        return seen
    }

    /// Expects that a kill did no harm.
    private func judge(
        _ dotchi: Dotchi, _ torture: TortureCase, _ when: String, _ before: [String: String],
        _ after: [String: String], _ row: inout TortureReport.Row
    ) async throws {
        var faults: [String] = []
        do {
            faults += try await damage(in: dotchi)
            let seen = try await torture.look(dotchi)
            switch seen {
            case before: row.before += 1
            case after: row.after += 1
            default: row.between += 1
            }
            if !torture.isSound(seen, before, after) {
                faults.append("what is seen is neither the earlier nor the new:\n\(difference(seen, before, after))")
            }
            let ending = try await dotchi(torture.arguments)
            // To erase somebody who is erased is refused by name.
            let isDone = seen == after && torture.name == TortureCase.erase.name && ending.status == 66
            if ending.status != 0, !isDone { faults.append("the next run ends with \(ending.status): \(ending.talk)") }
            let settled = try await torture.look(dotchi)
            if !torture.isSettled(settled, after) {
                faults.append("the next run does not give what it should:\n\(difference(settled, before, after))")
            }
            faults += try await damage(in: dotchi)
            if let fault = try await torture.lasts(dotchi) { faults.append(fault) }
        } catch {
            faults.append("\(error)")
        }
        guard !faults.isEmpty else { return }
        row.broken += 1
        // The first say enough.
        guard row.broken <= 5 else { return }
        Issue.record("\(torture.name), killed \(when): \(faults.joined(separator: "\n"))")
    }

    private func difference(
        _ seen: [String: String], _ before: [String: String], _ after: [String: String]
    ) -> String {
        Set(seen.keys).union(after.keys).sorted().filter { seen[$0] != after[$0] }.prefix(5).map { key in
            "\(key): \(seen[key] ?? "not there"); before: \(before[key] ?? "not there"); new: \(after[key] ?? "not there")"
        }.joined(separator: "\n")
    }

    /// What SQLite finds wrong with the store, asked of a copy, so that it mends nothing that the command must.
    private func damage(in dotchi: Dotchi) async throws -> [String] {
        try await withTemporaryFolder { folder in
            for name in ["study.sqlite", "study.sqlite-wal", "study.sqlite-journal"] {
                let file = dotchi.folder.appending(path: name)
                guard FileManager.default.fileExists(atPath: file.path) else { continue }
                try FileManager.default.copyItem(at: file, to: folder.appending(path: name))
            }
            let queue = try DatabaseQueue(path: folder.appending(path: "study.sqlite").path)
            defer { try? queue.close() }
            return try await queue.read { db in
                let found = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" }
                return found + orphans
            }
        }
    }

    /// The names of the calls that a kill can fall before, in their order.
    private func calls(of torture: TortureCase, _ template: URL) async throws -> [String] {
        try await withCopy(of: template) { dotchi in
            let log = dotchi.folder.deletingLastPathComponent().appending(path: "calls")
            let ending = try await dotchi.killed(atCall: 0, log: log)(torture.arguments)
            try #require(ending.status == 0, "\(ending.talk)")
            return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
        }
    }

    private func withCopy<Result>(
        of template: URL, isolation: isolated (any Actor)? = #isolation, _ body: (Dotchi) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            let study = folder.appending(path: "study")
            try FileManager.default.copyItem(at: template, to: study)
            return try await body(Dotchi(folder: study))
        }
    }
}

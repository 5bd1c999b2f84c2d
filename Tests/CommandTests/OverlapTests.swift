import Foundation
import TestKit
import Testing

@Suite("Commands that overlap", .endsHangs)
struct OverlapTests {
    private static let pool = "A/equal-iterations"

    /// Makes a folder of `count` images whose names begin with `name`, all different.
    private func images(_ name: String, of pool: String, in dotchi: Dotchi) async throws {
        try await dotchi.well("pool", "export", pool, name)
        let folder = dotchi.folder.appending(path: name)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.moveItem(
                at: folder.appending(path: file), to: folder.appending(path: "\(name)-\(file)"))
        }
    }

    private func isLockFree(_ dotchi: Dotchi) -> Bool {
        !FileManager.default.fileExists(atPath: dotchi.folder.appending(path: ".locks").path)
    }

    @Test(
        "of two imports into one pool the second ends with 75 and says who is at work; the first publishes its own alone"
    )
    func imports() async throws {
        try await withTinyStudy { dotchi in
            try await images("first", of: "A/equal-time", in: dotchi)
            try await images("second", of: "B/equal-time", in: dotchi)
            let command = ["pool", "import", "A", "first", "--condition", "equal-iterations"]
            let first = try await dotchi.whileHeld(at: "pool import: image stored", command) { process in
                let talk = try await dotchi.fails(
                    75, "pool", "import", "A", "second", "--condition", "equal-iterations")
                #expect(
                    talk.contains("pool A/equal-iterations is being filled by `dotchi pool import A first"), "\(talk)")
                #expect(talk.contains("(process \(process), since 20"), "\(talk)")
                // Refreshes of the same pool too, but nothing of other pools.
                #expect(try await dotchi.fails(75, "pool", "refresh", "--seed", "9").contains("(process \(process)"))
                try await dotchi.well("pool", "import", "B", "second", "--condition", "equal-time")
            }
            #expect(first.status == 0 && first.output == "\(Self.pool)@2\t6\n", "\(first)")
            #expect(isLockFree(dotchi))
            try await dotchi.well("pool", "export", Self.pool, "published")
            #expect(
                try contents(of: dotchi.folder.appending(path: "published"))
                    == contents(of: dotchi.folder.appending(path: "first")))
            #expect(
                try await dotchi.well("pool", "import", "A", "second", "--condition", "equal-iterations")
                    == "\(Self.pool)@3\t6\n")
            #expect(try await !dotchi.well("doctor").contains("leftovers"))
        }
    }

    @Test(
        "of two refreshes the second ends with 75, or waits and makes the next generation; every image is of one recipe"
    )
    func refreshes() async throws {
        let (second, third) = (try await pure(seed: 2), try await pure(seed: 3))
        #expect(second != third)
        try await withTinyStudy { dotchi in
            let terminal = try PseudoTerminal(columns: 200)
            let first = try await dotchi.whileHeld(at: "pool refresh: block stored", refresh(seed: 2)) { process in
                let talk = try await dotchi.fails(75, refresh(seed: 3))
                #expect(talk.contains("pool \(Self.pool) is being filled by `dotchi pool refresh"), "\(talk)")
                #expect(talk.contains("(process \(process), since 20") && talk.contains("--wait"), "\(talk)")
                try dotchi.sit(
                    at: terminal, "pool", "refresh", "--method", "A", "--condition", "equal-iterations", "--seed", "3",
                    "--wait")
                try await terminal.wait(for: "waiting: pool \(Self.pool) is being filled by")
            }
            #expect(first.status == 0 && first.output == "\(Self.pool)@2\t6\n", "\(first)")
            #expect(try await terminal.exit() == .status(0))
            try await dotchi.well("pool", "export", "\(Self.pool)@2", "two")
            try await dotchi.well("pool", "export", "\(Self.pool)@3", "three")
            #expect(try contents(of: dotchi.folder.appending(path: "two")) == second)
            #expect(try contents(of: dotchi.folder.appending(path: "three")) == third)
            #expect(isLockFree(dotchi))
        }
    }

    @Test(
        "where locks do not hold, as on some network disks, the command that began first is refused and mixes nothing")
    func withoutLocks() async throws {
        let third = try await pure(seed: 3)
        try await withTinyStudy { dotchi in
            let first = try await dotchi.whileHeld(at: "pool refresh: block stored", refresh(seed: 2)) { _ in
                try FileManager.default.removeItem(at: dotchi.folder.appending(path: ".locks"))
                #expect(try await dotchi(refresh(seed: 3)).output == "\(Self.pool)@2\t6\n")
            }
            #expect(first.status == 65 && first.output.isEmpty, "\(first)")
            #expect(first.talk.contains("another command took over this pool; nothing of this one was published"))
            try await dotchi.well("pool", "export", Self.pool, "published")
            #expect(try contents(of: dotchi.folder.appending(path: "published")) == third)
            #expect(try await dotchi.well("pool", "show", Self.pool).contains("generation: 2\n"))
            #expect(try await !dotchi.well("doctor").contains("leftovers"))
        }
    }

    @Test("Ctrl-C ends the waiting, and nothing was changed")
    func waitingStopped() async throws {
        try await withTinyStudy { dotchi in
            let first = try await dotchi.whileHeld(at: "pool refresh: block stored", refresh(seed: 2)) { _ in
                let terminal = try PseudoTerminal(columns: 200)
                try dotchi.sit(at: terminal, "pool", "refresh", "--seed", "3", "--wait")
                try await terminal.wait(for: "waiting: pool")
                try terminal.type("\u{03}")
                #expect(try await terminal.exit() == .status(130))
                #expect(terminal.output.contains("stopped while waiting; nothing was changed"))
            }
            #expect(first.output == "\(Self.pool)@2\t6\n")
            // Of the epochs, by which equal times are matched, another machine may choose 3.
            let generations = try await dotchi.well("pool", "list").matches(of: /(?m)^\S+ +(\d+)\s/).map(\.output.1)
            #expect(generations.contains("2") && !generations.contains("3"))
        }
    }

    @Test("of two choices of photographs the second ends with 75; the first is the study's")
    func photographs() async throws {
        try await withTinyStudy { dotchi in
            let add = ["dataset", "add", "procedural", "--count", "20", "--holdout", "2", "--seed"]
            let first = try await dotchi.whileHeld(at: "photographs: one prepared", add + ["7"]) { process in
                let talk = try await dotchi.fails(75, add + ["8"])
                #expect(talk.contains("photographs are being chosen or prepared by `dotchi dataset add"), "\(talk)")
                #expect(talk.contains("(process \(process)"), "\(talk)")
            }
            #expect(first.status == 0, "\(first)")
            #expect(try await dotchi.well("dataset", "show").contains("seed: 7\n"))
        }
    }

    @Test(
        "of two plannings that overlap the second waits for the first, and both plans are whole",
        arguments: ["survey plan: before freezing", "survey plan: between transactions", "survey plan: frozen"])
    func plans(point: String) async throws {
        try await withTinyStudy { dotchi in
            let terminal = try PseudoTerminal(columns: 200)
            let plan = ["survey", "plan", "--seats", "40", "--seed", "8"]
            let first = try await dotchi.whileHeld(at: point, plan) { _ in
                try dotchi.sit(at: terminal, "survey", "plan", "--seats", "30", "--seed", "9")
                try await terminal.wait(for: "waiting: a plan of this study is being made by")
            }
            #expect(first.status == 0, "\(first)")
            #expect(try await terminal.exit() == .status(0))
            let plans = try await dotchi.well("survey", "list").split(separator: "\n")
            #expect(plans.count == 4 && plans[3].hasSuffix("in use"), "\(plans)")
            #expect(plans[2].contains(" 40 ") && plans[3].contains(" 30 "), "\(plans)")
            // The same again makes none besides, so that the rows are those of the hash.
            let again = try await dotchi.well("survey", "plan").trimmingCharacters(in: .newlines)
            #expect(plans[3].hasPrefix(again.prefix(12)), "\(plans)")
            let earlier = try await dotchi("survey", "plan", "--again", String(plans[2].prefix(12)))
            #expect(earlier.status == 0 && earlier.talk.contains("40 seats of 7 trials"), "\(earlier)")
        }
    }

    private func refresh(seed: Int) -> [String] {
        ["pool", "refresh", "--method", "A", "--condition", "equal-iterations", "--seed", "\(seed)"]
    }

    /// The images of a refresh that nothing disturbed.
    private func pure(seed: Int) async throws -> [String: Data] {
        var images: [String: Data] = [:]
        try await withTinyStudy { dotchi in
            #expect(try await dotchi(refresh(seed: seed)).output == "\(Self.pool)@2\t6\n")
            try await dotchi.well("pool", "export", Self.pool, "pure")
            images = try contents(of: dotchi.folder.appending(path: "pure"))
        }
        return images
    }
}

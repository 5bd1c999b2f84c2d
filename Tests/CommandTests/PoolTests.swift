import Foundation
import TestKit
import Testing

@Suite("Pools of images", .timeLimit(.minutes(5)))
struct PoolTests {
    @Test("the first refresh publishes every pool; the next one finds them fresh and publishes nothing")
    func refresh() async throws {
        let pools = ["A/equal-iterations", "B/equal-iterations", "A/equal-time", "B/equal-time"]
        #expect(try await TinyStudy.made().refresh.output == pools.map { "\($0)@1\t6\n" }.joined())
        try await withTinyStudy { dotchi in
            let before = try await dotchi.well("pool", "list")
            let second = try await dotchi("pool", "refresh")
            #expect(second.status == 0 && second.output.isEmpty)
            for pool in pools { #expect(second.talk.contains("\(pool): fresh"), "\(second.talk)") }
            #expect(try await dotchi.well("pool", "list") == before)
        }
    }

    @Test("after more training only stale pools get a new generation; the earlier one stays as it was")
    func staleRefresh() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("pool", "export", "B/equal-iterations@1", "before")
            try await dotchi.well("train", "--network", "faces16", "--epochs", "4")
            let published = try await dotchi.well("pool", "refresh", "--condition", "equal-iterations")
            #expect(published == "B/equal-iterations@2\t6\n")
            try await dotchi.well("pool", "export", "B/equal-iterations@1", "after")
            try await dotchi.well("pool", "export", "B/equal-iterations", "new")
            let before = try contents(of: dotchi.folder.appending(path: "before"))
            #expect(before.count == TinyStudy.images)
            #expect(try contents(of: dotchi.folder.appending(path: "after")) == before)
            let new = try contents(of: dotchi.folder.appending(path: "new"))
            #expect(new.keys.sorted() == before.keys.sorted() && new != before)
            let facts = try await dotchi.well("pool", "show", "B/equal-iterations", "--grid", "grid.png")
            #expect(facts.contains("generation: 2") && facts.contains("epochs: 4, 2") && facts.contains("size: 32x32"))
            try expectPNG(dotchi.folder.appending(path: "grid.png"))
        }
    }

    @Test("a condition of so many epochs takes the first networks there, or names the checkpoints that are kept")
    func epochs() async throws {
        try await withTinyStudy { dotchi in
            let yaml = TinyStudy.yaml
            func change(to epochs: Int) throws {
                try TinyStudy.write(
                    yaml.replacing(
                        "equal-iterations: {methods: [A, B]}",
                        with: "equal-iterations: {methods: [A, B], epochs: \(epochs)}"),
                    to: dotchi.folder)
            }
            try change(to: 2)
            #expect(try await dotchi.well("pool", "refresh") == "A/equal-iterations@2\t6\nB/equal-iterations@2\t6\n")
            #expect(try await dotchi.well("pool", "show", "A/equal-iterations").contains("epochs: 2\n"))
            #expect(try await dotchi.well("pool", "show", "B/equal-iterations").contains("epochs: 2, 2\n"))
            try change(to: 4)
            let refused = try await dotchi.fails(66, "pool", "refresh")
            #expect(refused.contains("“faces16” has no checkpoint of these: kept are 1, 2, 3"), "\(refused)")
        }
    }

    @Test(
        "a refresh that is stopped or killed publishes nothing, and is in the way of no later one",
        arguments: [SIGINT, SIGKILL])
    func stopped(signal: Int32) async throws {
        try await withTinyStudy { dotchi in
            let before = try await dotchi.well("pool", "list")
            let terminal = try PseudoTerminal(columns: 160)
            try dotchi.sit(at: terminal, "pool", "refresh", "--condition", "equal-iterations", "--images", "6400")
            try await terminal.wait(for: "64 of 6400", seconds: 60)
            terminal.send(signal: signal)
            #expect(try await terminal.exit() == (signal == SIGINT ? .status(130) : .signal(signal)))
            #expect(try await dotchi.well("pool", "list") == before)
            #expect(try await dotchi.well("pool", "refresh").isEmpty)
            let published = try await dotchi.well(
                "pool", "refresh", "--method", "A", "--condition", "equal-time", "--seed", "2")
            #expect(published == "A/equal-time@2\t6\n")
        }
    }
}

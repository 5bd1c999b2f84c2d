import Foundation
import TestKit
import Testing

@Suite("Pools of images", .endsHangs)
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

    @Test("pools that are not as study.yaml has them are told by pool list, survey plan and doctor, with the reason")
    func remarks() async throws {
        try await withTinyStudy { dotchi in
            let fresh = try await pools(dotchi)
            #expect(fresh.states == ["fresh", "fresh", "fresh", "fresh"])
            #expect(
                fresh.notes.contains("the iterations of condition equal-iterations are not equal: A 4; B 3, 2 epochs."))

            try await dotchi.well("train", "--network", "faces16", "--epochs", "4")
            let trained = try await pools(dotchi)
            #expect(trained.states[1] == "stale")
            let further = "pool B/equal-iterations is stale: its networks have other checkpoints since."
            #expect(trained.notes.contains(further), "\(trained.notes)")

            try TinyStudy.write(
                TinyStudy.yaml.replacing("images: 6, seed: 1", with: "images: 8, seed: 2"), to: dotchi.folder)
            let planned = try await pools(dotchi)
            #expect(planned.states == ["stale", "stale", "stale", "stale"])
            let other = "A/equal-iterations is stale: its seed is 1, in study.yaml 2; it has 6 images, in study.yaml 8."
            #expect(planned.notes.contains(other), "\(planned.notes)")

            try TinyStudy.write(
                TinyStudy.yaml.replacing("size: 16, latent: 8, width: 4", with: "size: 16, latent: 8, width: 5"),
                to: dotchi.folder)
            let changes = try await pools(dotchi)
            #expect(changes.states.map { $0 == "changed network" } == [false, true, false, true])
            let changed = "network faces16 is not trained as study.yaml has it: width was 4 and is 5 now."
            #expect(changes.notes.contains("note: \(changed)"), "\(changes.notes)")
            #expect(try await dotchi("survey", "plan", "--seats", "2").talk.contains("note: \(changed)"))
            #expect(try await dotchi.well("doctor").contains("\nnote     pools: \(changed)"))
            #expect(try await dotchi("pool", "refresh", "--method", "B").talk.contains(changed))
        }
    }

    /// The states of the pools in their order, and what is said of them, as `pool list` tells it.
    private func pools(_ dotchi: Dotchi) async throws -> (states: [String], notes: String) {
        let ending = try await dotchi("pool", "list")
        try #require(ending.status == 0, "\(ending.talk)")
        let lines = ending.output.split(separator: "\n").dropFirst()
        let states = lines.map { $0.split(separator: "  ").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "" }
        return (states, ending.talk)
    }

    @Test(
        "a refresh that is stopped or killed publishes nothing, and is in the way of no later one",
        arguments: [
            ("pool refresh: block stored", 1, SIGINT), ("pool refresh: block stored", 2, SIGKILL),
            ("pool refresh: before publishing", 1, SIGKILL),
        ])
    func stopped(point: String, turn: Int, signal: Int32) async throws {
        try await withTinyStudy { dotchi in
            let before = try await dotchi.well("pool", "list")
            let refresh = try await dotchi.held(
                at: point, turn: turn, "pool", "refresh", "--condition", "equal-iterations", "--images", "96")
            let exit = try await signal == SIGINT ? refresh.interrupt() : refresh.kill()
            #expect(exit == (signal == SIGINT ? .status(130) : .signal(signal)))
            #expect(try await dotchi.well("pool", "list") == before)
            #expect(try await dotchi.well("pool", "refresh").isEmpty)
            let published = try await dotchi.well(
                "pool", "refresh", "--method", "A", "--condition", "equal-time", "--seed", "2")
            #expect(published == "A/equal-time@2\t6\n")
        }
    }
}

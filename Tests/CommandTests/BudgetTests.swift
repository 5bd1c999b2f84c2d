import TestKit
import Testing

@Suite("A budget of training time", .endsHangs)
struct BudgetTests {
    @Test("is shared by a method's networks, used to the nearest epoch, and recorded")
    func shared() async throws {
        try await withTinyStudy { dotchi in
            let before = try await runs(dotchi)
            let enlarger = try #require(before["enlarge32"])
            let budget = 3 * (before["faces16"]?.seconds ?? 0) + enlarger.seconds + 1
            try await dotchi.well("train", "--method", "B", "--budget", "\(budget)s")
            let after = try await runs(dotchi)
            let first = try #require(after["faces16"])
            #expect(after["enlarge32"]?.epochs == enlarger.epochs && after["enlarge32"]?.budgetSeconds == nil)
            #expect(first.epochs > TinyStudy.epochs["faces16"] ?? 0)
            #expect(first.budgetSeconds.map { abs($0 - (budget - enlarger.seconds)) < 1e-9 } == true)
            let facts = try await dotchi.well("runs", "show", "faces16")
            #expect(facts.contains("budget: "))
            // Epochs differ in length on a busy machine; the run ends at the one nearest by their mean.
            let epochs = facts.split(separator: "\n").map { $0.split(separator: " ") }.filter { Int($0[0]) != nil }
            let longest = try #require(epochs.compactMap { Double($0[1]) }.max())
            #expect(
                abs(first.seconds + enlarger.seconds - budget) < longest + 0.01, "\(first.seconds) of \(budget)")
            #expect(after["faces32"]?.epochs == before["faces32"]?.epochs)
        }
    }

    @Test("that the enlarging networks use up, or that is no time, is refused")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            let talk = try await dotchi.fails(65, "train", "--method", "B", "--budget", "0.0001s")
            #expect(talk.contains("enlarge32 took") && talk.contains("leaves nothing for faces16"), "\(talk)")
            for time in ["h", "-1h", "0s", "1d", "0x1h", "infh", "nanh"] {
                let talk = try await dotchi.fails(64, "train", "--budget=\(time)")
                #expect(talk.contains("expected a time above 0 with its unit: 75h, 90m or 40s"), "\(talk)")
            }
            let bare = try await dotchi.fails(64, "train", "--budget", "20")
            #expect(bare.contains("a time needs its unit: 20h, 20m or 20s"), "\(bare)")
            let both = try await dotchi.fails(64, "train", "--budget", "1s", "--epochs", "3")
            #expect(both.contains("give one of them"), "\(both)")
        }
    }

    private func runs(_ dotchi: Dotchi) async throws -> [String: RunFacts] {
        let runs = try decoded([RunFacts].self, from: await dotchi.well("runs", "--json"))
        return Dictionary(runs.map { ($0.network, $0) }) { $1 }
    }
}

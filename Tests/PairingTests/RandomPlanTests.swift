import Pairing
import Study
import TestKit
import Testing

/// Plans whose images meet at random are what they always were, so that a seed means the same under every version.
@Suite("Plans at random")
struct RandomPlanTests {
    @Test("the hash of the seats of a seed never changes")
    func golden() throws {
        let lines = try Self.samples.map { name, study, images, seats in
            let hashes = try [1, 20_261_130, UInt64.max].map { seed in
                try "\(seatsHash(of: study, images: images, seats: seats, seed: seed))\n"
            }
            return "\(name)\n" + hashes.joined()
        }
        try expectGolden(lines.joined(), "random-plans.txt")
    }

    /// A hash over all seats, as the plan's head has it.
    private func seatsHash(of study: Study, images: Int, seats: Int, seed: UInt64) throws -> String {
        var generations = study.conditions.flatMap { condition in
            condition.methods.map { generation($0, condition.name, images) }
        }
        if let copies = ruinedCopies(for: study, of: generations, seed: seed) {
            generations.append(PoolGeneration(pool: copies.original.pool.ruined, number: 2, count: copies.images))
        }
        let plan = try makePlan(study: study, generations: generations, seats: seats, seed: seed)
        guard case .head(let text) = FrozenPlan(plan).hashed, let head = PlanHead(text: text) else { return "none" }
        return head.seats.sha256
    }

    private static let samples: [(name: String, study: Study, images: Int, seats: Int)] = [
        ("two methods", study(methods: [["A", "B"]], trials: 10), 60, 97),
        ("two conditions, repeats", study(methods: [["A", "B"], ["A", "B"]], trials: 7, repeats: 3), 13, 40),
        ("four methods", study(methods: [["A", "B", "C", "D"]], trials: 5), 31, 33),
        ("catch trials", caught(study(methods: [["A", "B", "C"], ["A", "B"]], trials: 9, repeats: 2)), 50, 41),
    ]

    private static func caught(_ study: Study) -> Study {
        var study = study
        study.survey.catchTrials = 4
        return study
    }
}

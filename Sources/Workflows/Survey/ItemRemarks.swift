import Pairing
import Study
import StudyStore

/// What is said of the items of a study's pools before people are asked: whether images could meet by item where study.yaml
/// does not say how they meet, and what meets where it says so.
struct ItemRemarks {
    let study: Study
    let items: PoolItems

    /// What can be said of these items.
    init(_ study: Study, _ items: PoolItems) {
        (self.study, self.items) = (study, items)
    }

    /// The items of the images of these generations, by the names of their files.
    static func items(of generations: [PoolGeneration], in study: OpenStudy) throws -> PoolItems {
        let names = try generations.map { ($0.pool, try study.store.imageNames(of: $0)) }
        return PoolItems(Dictionary(names) { first, _ in first })
    }

    /// The failure of a plan where study.yaml does not say how images meet, and names match so often that it should; nil
    /// where it says so, or they do not match.
    var question: Failure? {
        guard study.survey.pairing == nil else { return nil }
        let striking = items.matches(of: study).filter(\.isStriking)
        guard !striking.isEmpty else { return nil }
        return Failure(
            .badData,
            """
            images of pools that meet have the same names, and study.yaml does not say whether that means anything: \
            \(striking.map(words).list). Write under `survey` either `pairing: item`, where images of one name show one \
            item (made from the same prompt or photograph) and people compare those, or `pairing: random`, where names \
            match by accident or any two images may meet. Nothing was frozen.
            """)
    }

    /// How much two pools have in common.
    private func words(_ match: PoolMatch) -> String {
        let pools = zip(match.pools, match.images).map { "\($0.name) (\($1.counted("image")))" }
        let example = match.example.map { ", as “\($0)”" } ?? ""
        let near = match.near.map { "; \($0.inWords)" } ?? ""
        return "\(pools.joined(separator: " and ")) have \(match.shared.counted("name")) in common\(example)\(near)"
    }

    /// What meets in the plan, a line each; none where images meet at random.
    func lines(on plan: SurveyPlan) -> [String] {
        guard plan.survey.usedPairing == .item else { return [] }
        return items.matches(of: study).map { match in
            "paired by item: \(match.pools[0].name) and \(match.pools[1].name) share \(match.shared.counted("item"))"
        }
    }

    /// What to know of the items of a plan, a sentence or two each; none where images meet at random.
    func notes(on plan: SurveyPlan) -> [String] {
        guard plan.survey.usedPairing == .item else { return [] }
        let alone = items.alone(in: study).map { pool, names in
            "\(names.counted(in: pool)): \(names.prefix(Self.mostNames).map { "“\($0)”" }.list)"
                + (names.count > Self.mostNames ? " and \(names.count - Self.mostNames) more" : "")
        }
        let near = items.matches(of: study).compactMap { match in
            match.near.map { "of pools \(match.pools[0].name) and \(match.pools[1].name) \($0.inWords)" }
        }
        return [
            alone.isEmpty
                ? nil : "nobody is asked about items that one pool has alone: \(alone.joined(separator: "; ")).",
            near.isEmpty ? nil : "names that differ at all are of different items: \(near.list).",
            plan.seats.first.flatMap(meetings),
        ].compactMap(\.self)
    }

    /// Whether a person meets an item more than once. All seats have the same pairs of methods, so that the first tells.
    private func meetings(in seat: Seat) -> String? {
        let (most, count) = items.meetings(in: seat)
        guard most > 1 else { return nil }
        let pairs = seat.trials.count { $0.kind == .main }
        return """
            there are too few items for everybody to meet each once: a person's \(pairs.counted("pair")) are of \
            \(count.counted("item")), and one item is met up to \(most) times, each time under another pair of methods or \
            condition.
            """
    }

    /// So many names are named.
    static let mostNames = 5
}

extension [String] {
    /// How many of the items a pool has.
    fileprivate func counted(in pool: PoolKey) -> String { "pool \(pool.name) has \(count)" }
}

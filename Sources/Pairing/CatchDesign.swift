import Randomness
package import Study

/// The ruined copies that catch trials need.
package struct RuinedCopies: Sendable, Hashable {
    /// The generation whose images are copied.
    package let original: PoolGeneration
    /// How many of its images a person sees in main trials.
    let seen: Int
    /// How many of them a person meets the item of in main trials, at most.
    let met: Int
    /// How many of its first images are copied: a few more than that, so that there are always some that a person has not
    /// seen.
    package let images: Int
    /// Whether the pool has so many.
    package let areEnough: Bool
}

/// The ruined copies that catch trials need; nil where the study plans no catch trials, or the generation is not there.
///
/// They are of one pool, which the seed chooses among all that have enough images, where images meet by item enough that
/// show an item which the person does not meet, if there are any such pools: whoever recognises a catch trial must not
/// learn from it which method its images are of.
package func ruinedCopies(for study: Study, of generations: [PoolGeneration], seed: UInt64) -> RuinedCopies? {
    let catches = study.survey.catchTrials
    guard catches != 0 else { return nil }
    let pairs = study.conditions.reduce(0) { $0 + $1.methods.count * ($1.methods.count - 1) / 2 }
    let all = study.conditions.flatMap { condition in
        condition.pools.compactMap { pool -> RuinedCopies? in
            guard let original = generations.first(where: { $0.pool == pool }) else { return nil }
            let seen = min(study.survey.trials, SurveyPlan.mostTrials) * max(0, condition.methods.count - 1)
            let met = study.survey.usedPairing == .item ? min(study.survey.trials, SurveyPlan.mostTrials) * pairs : seen
            let images = min(original.count, met + max(catches, CatchDesign.spare))
            return RuinedCopies(
                original: original, seen: seen, met: met, images: images, areEnough: images >= seen + catches)
        }
    }
    let enough = all.filter { $0.images >= $0.met + catches }.orElse(all.filter(\.areEnough))
    guard !enough.isEmpty else { return all.first }
    var random = RandomStream(seed: seed, purpose: .plan, index: 1 << 41)
    return enough[random.below(enough.count)]
}

/// What the catch trials of a plan show.
struct CatchDesign {
    /// How many a seat has.
    let count: Int
    /// The images that are right.
    let original: PoolGeneration
    /// Their ruined copies, under the same indices.
    let ruined: PoolGeneration
    /// What images show, where they meet by item.
    private let items: PoolItems?
    /// What is in the way.
    let findings: [String]

    /// How many more images than a person sees in main trials have copies, at least.
    static let spare = 12

    /// The catch trials of a study; nil for none.
    init?(study: Study, generations: [PoolGeneration], seed: UInt64, items: PoolItems? = nil) {
        guard let needed = ruinedCopies(for: study, of: generations, seed: seed) else { return nil }
        self.items = items
        let images = needed.images
        original = needed.original
        count = study.survey.catchTrials
        let pool = original.pool
        let copies = generations.first { $0.pool == pool.ruined && $0.count == images }
        ruined = copies ?? PoolGeneration(pool: pool.ruined, number: 0, count: 0)
        if !needed.areEnough {
            findings = [
                "pool \(pool.name) has \(original.count.counted("image")), but a person sees \(needed.seen) of them in main trials and "
                    + "\(count) in catch trials (refresh it with more, or ask fewer trials)"
            ]
        } else {
            findings =
                copies == nil
                ? ["the \(images.counted("ruined image")) of pool \(pool.name) \(images.word("is", "are")) not there"]
                : []
        }
    }

    /// The trials of a seat with catch trials among the first `main` of them, numbered again.
    ///
    /// - Parameter clearLeft: for each catch trial whether the image that is right is on the left.
    func insert(
        into trials: [Trial], after main: Int, clearLeft: [Bool], _ random: inout RandomStream
    ) -> [Trial] {
        let seen = Set(trials.lazy.flatMap { [$0.left, $0.right] }.filter { $0.pool == original.pool }.map(\.index))
        var fresh = random.permutation(ruined.count).filter { !seen.contains($0) }
        if let items { fresh = sparing(fresh, of: trials, items) }
        var catches: [Int: Trial] = [:]
        for (place, isClearLeft) in clearLeft.enumerated() {
            // One in each of as many equal stretches of main trials, after at least one of them.
            let (start, end) = (place * main / count, (place + 1) * main / count)
            let entries = [original, ruined].map {
                PoolEntry(pool: $0.pool, generation: $0.number, index: fresh[place])
            }
            catches[start + 1 + random.below(end - start)] = Trial(
                number: 0, kind: .catch, condition: original.pool.condition, left: entries[isClearLeft ? 0 : 1],
                right: entries[isClearLeft ? 1 : 0])
        }
        return trials.inserting(catches)
    }

    /// The images in their order, but those last whose item the person meets in main trials.
    private func sparing(_ images: [Int], of trials: [Trial], _ items: PoolItems) -> [Int] {
        let met = Set(trials.compactMap { items.item(ofImage: $0.left.index, in: $0.left.pool) })
        func isMet(_ image: Int) -> Bool { items.item(ofImage: image, in: original.pool).map(met.contains) ?? false }
        return images.filter { !isMet($0) } + images.filter(isMet)
    }
}

extension Array {
    /// The array, or `other` where it is empty.
    fileprivate func orElse(_ other: @autoclosure () -> [Element]) -> [Element] { isEmpty ? other() : self }
}

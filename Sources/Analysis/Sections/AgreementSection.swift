package import Preference
import Votes

/// How far people agree, under one condition: one element of `agreement` in the analysis.
package struct AgreementSection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// What was judged in the votes.
    package var units: JudgedUnits
    /// Agreement on single items, beyond what people's overall leaning explains.
    package var alpha: Result<KrippendorffAlpha, Missing>
    /// Agreement on all pairs of methods.
    package var kendallU: Result<KendallU, Missing>

    /// The agreement in a sample, on what is judged; see ``JudgedUnits``.
    init(_ sample: ConditionSample, level: Double) {
        condition = sample.name
        units = sample.units
        guard sample.counts != nil else {
            alpha = .failure(sample.methods.isEmpty ? .undefined(.noVotes) : .oneMethod)
            kendallU = .failure(sample.methods.isEmpty ? .undefined(.noVotes) : .oneMethod)
            return
        }
        alpha = sample.judged.flatMap { judged in
            KrippendorffAlpha.estimate(
                methods: sample.methods.count, comparisons: judged.comparisons, items: judged.units, level: level
            ).mapError(Missing.init)
        }
        kendallU = KendallU.estimate(methods: sample.methods.count, comparisons: sample.comparisons)
            .mapError(sample.reason)
    }
}

extension ConditionSample {
    /// The votes that say what was judged, with that as a number: their items, or their two images, whichever stood left;
    /// why there are none.
    fileprivate var judged: Result<(comparisons: [Comparison], units: [Int?]), Missing> {
        if comparisons.isEmpty { return .success(([], [])) }
        guard units.known > 0 else { return .failure(units.whyNone) }
        // Places of names do not depend on the order of the votes, as numbers do.
        let (items, images) = (table.items.ranks, table.images.ranks(methods: table.methods))
        var (votes, keys): ([Comparison], [Int]) = ([], [])
        for (place, comparison) in zip(rows, comparisons) {
            if units.areItems {
                guard table.item[place] >= 0 else { continue }
                keys.append(Int(items[Int(table.item[place])]))
            } else {
                guard table.namesImages(place) else { continue }
                let (left, right) = (images[Int(table.leftImage[place])], images[Int(table.rightImage[place])])
                keys.append(Int(min(left, right)) * images.count + Int(max(left, right)))
            }
            votes.append(comparison)
        }
        return .success((votes, DistinctKeys(keys).ranks.map { Int($0) }))
    }
}

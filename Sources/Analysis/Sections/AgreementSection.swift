package import Preference
import Votes

/// How far people agree, under one condition: one element of `agreement` in the analysis.
package struct AgreementSection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// Agreement on single items, beyond what people's overall leaning explains.
    package var alpha: Result<KrippendorffAlpha, Missing>
    /// Agreement on all pairs of methods.
    package var kendallU: Result<KendallU, Missing>

    /// The agreement in a sample. What is judged is the item, or where votes name none the two images.
    init(_ sample: ConditionSample, level: Double) {
        condition = sample.name
        guard sample.counts != nil else {
            alpha = .failure(sample.methods.isEmpty ? .undefined(.noVotes) : .oneMethod)
            kendallU = .failure(sample.methods.isEmpty ? .undefined(.noVotes) : .oneMethod)
            return
        }
        alpha = KrippendorffAlpha.estimate(
            methods: sample.methods.count, comparisons: sample.comparisons, items: sample.judgedItems, level: level
        ).mapError(Missing.init)
        kendallU = KendallU.estimate(methods: sample.methods.count, comparisons: sample.comparisons)
            .mapError(sample.reason)
    }
}

extension ConditionSample {
    /// What was judged in each vote, as a number: its item, or its two images, whichever stood left; nil where votes do
    /// not tell.
    fileprivate var judgedItems: [Int?] {
        // Places of names do not depend on the order of the votes, as numbers do.
        let (items, images) = (table.items.ranks, table.images.ranks(methods: table.methods))
        let keys = rows.map { place in
            if table.item[place] >= 0 { return Int(items[Int(table.item[place])]) }
            let (one, other) = (table.leftImage[place], table.rightImage[place])
            guard one >= 0, other >= 0 else { return -1 }
            let (left, right) = (images[Int(one)], images[Int(other)])
            return items.count + Int(min(left, right)) * images.count + Int(max(left, right))
        }
        let ranks = DistinctKeys(keys.map { $0 + 1 }).ranks
        return zip(keys, ranks).map { key, rank in key < 0 ? nil : Int(rank) }
    }
}

package import Preference

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
            alpha = .failure(sample.methods.isEmpty ? .noVotes : .oneMethod)
            kendallU = .failure(sample.methods.isEmpty ? .noVotes : .oneMethod)
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
        var pairs: [ImagePair: Int] = [:]
        let items = table.items.names.count
        return rows.map { place in
            let row = table.rows[place]
            if row.item >= 0 { return Int(row.item) }
            guard row.leftImage >= 0, row.rightImage >= 0 else { return nil }
            let pair = ImagePair(min(row.leftImage, row.rightImage), max(row.leftImage, row.rightImage))
            if let number = pairs[pair] { return number }
            pairs[pair] = items + pairs.count
            return items + pairs.count - 1
        }
    }

    private struct ImagePair: Hashable {
        let lower: Int32
        let higher: Int32

        init(_ lower: Int32, _ higher: Int32) {
            self.lower = lower
            self.higher = higher
        }
    }
}

package import Preference

/// How often each image of a condition was shown and chosen: the elements of `images` in the analysis.
package struct ImageSection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// The images, by method in the order of the tables, then by name with numbers in their order.
    package var images: [Image]

    /// One image.
    package struct Image: Sendable, Hashable {
        /// Its name, as votes give it: `POOL/INDEX` for those of a study.
        package var name: String
        /// Its method.
        package var method: String
        /// Its counts and rate; `rate.image` is its place among the section's images.
        package var rate: ImageRate
    }

    /// The images of a sample; none where votes name none.
    init(_ sample: ConditionSample, level: Double) {
        condition = sample.name
        var votes: [Key: ImageRate.Votes] = [:]
        for (place, comparison) in zip(sample.rows, sample.comparisons) {
            let row = sample.table.rows[place]
            for (image, method, side) in [
                (row.leftImage, comparison.left, Comparison.Outcome.left),
                (row.rightImage, comparison.right, Comparison.Outcome.right),
            ] where image >= 0 {
                let key = Key(method: method, image: image)
                if comparison.outcome == .tie {
                    votes[key, default: .init()].ties += comparison.count
                } else if comparison.outcome == side {
                    votes[key, default: .init()].wins += comparison.count
                } else {
                    votes[key, default: .init()].losses += comparison.count
                }
            }
        }
        let names = sample.table.images.names
        let sorted = votes.map { (key: $0, name: ImageName(names[Int($0.image)]), votes: $1) }
            .sorted { ($0.key.method, $0.name) < ($1.key.method, $1.name) }
        images = zip(sorted, ImageRate.table(images: sorted.map(\.votes), level: level)).map { image, rate in
            Image(name: image.name.text, method: sample.methods[image.key.method], rate: rate)
        }
    }

    private struct Key: Hashable {
        let method: Int
        let image: Int32
    }
}

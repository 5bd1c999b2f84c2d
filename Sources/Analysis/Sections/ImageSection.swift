package import Preference
import Votes

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
        let images = sample.table.images
        var votes = [ImageRate.Votes](repeating: .init(), count: images.images.count)
        var isShown = [Bool](repeating: false, count: votes.count)
        for (place, comparison) in zip(sample.rows, sample.comparisons) {
            let (left, right) = (Int(sample.table.leftImage[place]), Int(sample.table.rightImage[place]))
            for (image, side) in [(left, Comparison.Outcome.left), (right, .right)] where image >= 0 {
                isShown[image] = true
                if comparison.outcome == .tie {
                    votes[image].ties += comparison.count
                } else if comparison.outcome == side {
                    votes[image].wins += comparison.count
                } else {
                    votes[image].losses += comparison.count
                }
            }
        }
        let numbers = sample.numbers
        let sorted = votes.indices.filter { isShown[$0] }.map { image in
            (
                method: numbers[Int(images.images[image].method)], name: ImageName(images.name(of: Int32(image))),
                votes: votes[image]
            )
        }.sorted { ($0.method, $0.name) < ($1.method, $1.name) }
        self.images = zip(sorted, ImageRate.table(images: sorted.map(\.votes), level: level)).map { image, rate in
            Image(name: image.name.text, method: sample.methods[image.method], rate: rate)
        }
    }
}

package import Preference
package import Study

/// What the page of a report has beside the analysis; all of it may be left out.
package struct PageContents: Sendable, Hashable {
    /// Names of methods for people; those left out are called by their name.
    package var labels: [String: String]
    /// People who voted, before any rule; nil where votes name none.
    package var people: Int?
    /// What was expected before the first vote.
    package var hypotheses: [Hypothesis]
    /// What must be said first, in the report's language: that the plan was changed after the first vote.
    package var notices: [String]
    /// The rates with the votes that rules left out.
    package var withoutExclusions: [RateRow]
    /// Methods on the scale of just objectionable differences, by condition.
    package var scales: [MethodScale]
    /// How long answers took, by front.
    package var times: [ResponseTimes]
    /// Pictures of images, by the image's name; those of ``ReportPage/imageNames(of:)`` are shown.
    package var pictures: [String: PagePicture]
    /// Grids of samples.
    package var samples: [SampleSheet]
    /// Further numbers about people, as names and values: consistency, agreement.
    package var consistency: [TrainingReport.Fact]
    /// How the study was done; nil leaves the methods paragraph out.
    package var methods: MethodsFacts?

    /// Contents; what is left out is nothing.
    package init(
        labels: [String: String] = [:], people: Int? = nil, hypotheses: [Hypothesis] = [], notices: [String] = [],
        withoutExclusions: [RateRow] = [], scales: [MethodScale] = [], times: [ResponseTimes] = [],
        pictures: [String: PagePicture] = [:], samples: [SampleSheet] = [], consistency: [TrainingReport.Fact] = [],
        methods: MethodsFacts? = nil
    ) {
        self.labels = labels
        self.people = people
        self.hypotheses = hypotheses
        self.notices = notices
        self.withoutExclusions = withoutExclusions
        self.scales = scales
        self.times = times
        self.pictures = pictures
        self.samples = samples
        self.consistency = consistency
        self.methods = methods
    }
}

/// The methods of a condition on the scale of just objectionable differences.
package struct MethodScale: Sendable, Hashable {
    /// The condition; nil where there are none.
    package var condition: String?
    /// Places of the methods, or why there are none.
    package var items: Result<[Item], Missing>
    /// Groups of methods that cannot be told apart, by positions among the items.
    package var groups: [[Int]]

    /// One method.
    package struct Item: Sendable, Hashable {
        /// Its name.
        package var method: String
        /// Its place in JOD.
        package var place: Double
        /// The interval of the place with people as the unit; nil where there is none.
        package var interval: Interval?

        /// A method at its place.
        package init(method: String, place: Double, interval: Interval? = nil) {
            self.method = method
            self.place = place
            self.interval = interval
        }
    }

    /// A scale.
    package init(condition: String?, items: Result<[Item], Missing>, groups: [[Int]] = []) {
        self.condition = condition
        self.items = items
        self.groups = groups
    }
}

/// How long answers took on a front.
package struct ResponseTimes: Sendable, Hashable {
    /// The front; nil where votes name none.
    package var front: String?
    /// The times that were measured, each with its votes.
    package var times: [Time]
    /// Answers in less than so many milliseconds are too fast; nil without such a rule.
    package var tooFastMilliseconds: Int?

    /// A time that some votes took.
    package struct Time: Sendable, Hashable {
        /// Milliseconds from both images in view to the answer.
        package var milliseconds: Int
        /// How many votes took it.
        package var votes: Int

        /// A time.
        package init(milliseconds: Int, votes: Int) {
            self.milliseconds = milliseconds
            self.votes = votes
        }
    }

    /// Times of a front.
    package init(front: String?, times: [Time], tooFastMilliseconds: Int? = nil) {
        self.front = front
        self.times = times
        self.tooFastMilliseconds = tooFastMilliseconds
    }
}

/// A grid of a method's images.
package struct SampleSheet: Sendable, Hashable {
    /// The method.
    package var method: String
    /// The condition; nil where there are none.
    package var condition: String?
    /// The grid.
    package var picture: PagePicture

    /// A grid.
    package init(method: String, condition: String?, picture: PagePicture) {
        self.method = method
        self.condition = condition
        self.picture = picture
    }
}

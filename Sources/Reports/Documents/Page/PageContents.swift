/// What a report has beside the analysis, on its page and, but for pictures, in Markdown; all of it may be left out.
package struct PageContents: Sendable, Hashable {
    /// Names of methods for people; those left out are called by their name.
    package var labels: [String: String]
    /// People who voted, before any rule; nil where votes name none.
    package var people: Int?
    /// What must be said first, in the report's language: that the plan was changed after the first vote.
    package var notices: [String]
    /// How long answers took, by front.
    package var times: [ResponseTimes]
    /// Pictures of images, by the image's name; those of ``ReportPage/imageNames(of:)`` are shown.
    package var pictures: [String: PagePicture]
    /// Grids of samples.
    package var samples: [SampleSheet]
    /// Images that could not be shown, by condition and method.
    package var failedImages: [FailedImages]
    /// How often the time to answer a pair was over.
    package var timeouts: Int
    /// How often somebody looked at the study under way, and how often with rates before its end.
    package var boardViews: BoardViews
    /// What people answered about themselves.
    package var answers: [QuestionAnswers]
    /// Who did not take part: the reason, as events name it, and how many.
    package var refusals: [Refusals]
    /// How the study was done; nil leaves the methods paragraph out.
    package var methods: MethodsFacts?

    /// Contents; what is left out is nothing.
    package init(
        labels: [String: String] = [:], people: Int? = nil, notices: [String] = [],
        times: [ResponseTimes] = [], pictures: [String: PagePicture] = [:],
        samples: [SampleSheet] = [], failedImages: [FailedImages] = [], timeouts: Int = 0,
        boardViews: BoardViews = BoardViews(),
        answers: [QuestionAnswers] = [],
        refusals: [Refusals] = [], methods: MethodsFacts? = nil
    ) {
        self.labels = labels
        self.people = people
        self.notices = notices
        self.times = times
        self.pictures = pictures
        self.samples = samples
        self.failedImages = failedImages
        self.timeouts = timeouts
        self.boardViews = boardViews
        self.answers = answers
        self.refusals = refusals
        self.methods = methods
    }
}

/// How often somebody looked at a study under way.
package struct BoardViews: Sendable, Hashable {
    /// How often.
    package var all: Int
    /// How often with the rates before the study had ended.
    package var withRates: Int

    /// So many looks.
    package init(all: Int = 0, withRates: Int = 0) { (self.all, self.withRates) = (all, withRates) }
}

/// How many people did not take part for one reason.
package struct Refusals: Sendable, Hashable {
    /// The reason, as events name it.
    package var reason: String
    /// How many.
    package var people: Int

    /// People who did not take part.
    package init(reason: String, people: Int) {
        self.reason = reason
        self.people = people
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

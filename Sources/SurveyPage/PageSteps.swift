import Study

/// What a session of the page has beside its pairs.
struct PageSteps: Encodable {
    /// How many pairs there are to practise on: the last of each seat's.
    var practice: Int
    /// After how many pairs each a break is offered; 0 for never.
    var breaks: Int
    /// Whether images can be reported.
    var reportsImages: Bool

    /// Those of a survey.
    init(_ survey: SurveySettings) {
        practice = survey.besides.practice
        breaks = survey.besides.breaks
        reportsImages = survey.besides.reportsImages
    }

    enum CodingKeys: String, CodingKey {
        case practice, breaks
        case reportsImages = "report_images"
    }
}

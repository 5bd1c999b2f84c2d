import Study

/// The keys of `survey`.
enum SurveyKeys {
    private typealias Limits = SurveySettings.Limits

    static let table = KeyTable<SurveySettings>(
        { _ in SurveySettings() },
        [
            Key(
                "question", \.question, .byWord(.text.quoted, called: "language"), default: "the built-in question",
                "The question in the study's own words, by language; languages left out ask the built-in one."),
            Key(
                "languages", \.languages,
                .list(of: .word, called: "languages", count: 1...Int.max, unique: "language") { _ in
                    "expected at least one language, found none"
                }, "The languages offered; the first is the default."),
            Key(
                "trials", \.trials, .whole(Limits.trials),
                "Pairs that a participant is shown under each pair of methods of each condition."),
            Key(
                "catch", \.catchTrials, .whole(Limits.catchTrials),
                "Catch trials of a participant: an image beside a ruined copy of it; at most as many as `trials`."),
            Key(
                "repeats", \.repeats, .whole(Limits.repeats),
                "Pairs of a participant that come again at the end with the sides exchanged; at most as many as `trials`."
            ),
            Key("ties", \.ties, .flag, "Whether \"no difference\" is an answer."),
            Key("undo", \.undo, .flag, "Whether the last answer can be taken back."),
            Key(
                "min_view_ms", \.minimumViewMilliseconds, .whole(Limits.minimumViewMilliseconds),
                "Answers are taken only after both images were in view for so many milliseconds."),
            Key(
                "min_response_ms", \.minimumResponseMilliseconds, .whole(Limits.minimumResponseMilliseconds),
                "What is pressed within so many milliseconds of a pair's coming into view counts for nothing, as the second click of a double click."
            ),
            Key("consent", \.consent, .flag, "Whether a participant must agree before the first pair."),
        ], check: check)

    static let example = """
        survey:
          question:
            en: Which face looks more real?
            ja: どちらの顔が本物らしいですか？
          languages: [en, ja]
          trials: 12
          catch: 3
          repeats: 2
        """

    private static func check(_ block: Block, _ survey: inout SurveySettings) {
        guard block.findings.isSound(block.place.key("trials")) else { return }
        if survey.repeats > survey.trials {
            block.fault(
                "repeats",
                "repeats \(survey.repeats) of \(survey.trials.counted("trial")); expected at most as many as trials")
        }
        if survey.catchTrials > survey.trials {
            block.fault(
                "catch",
                "plans \(survey.catchTrials.counted("catch trial")) among \(survey.trials.counted("trial")); expected at most as many as trials"
            )
        }
    }
}

import Study

/// The keys of `survey`.
enum SurveyKeys {
    private typealias Limits = SurveySettings.Limits

    static let table = KeyTable<SurveySettings>(
        { _ in SurveySettings() },
        [
            Key(
                "question", \.question, .byLanguage(.text.quoted), default: "the built-in question",
                "The question in the study's own words, in each of `languages`."),
            Key(
                "questions", optional: \.questions, QuestionKeys.list, default: "`question` alone",
                "What is asked about each pair, one question after the other while the pair stays in view; in place of `question`."
            ),
            Key(
                "languages", \.languages,
                .list(of: .language, called: "languages", count: 1...Int.max, unique: "language") { _ in
                    "expected at least one language, found none"
                },
                "The languages offered, by their BCP 47 tags; the first is the default. Each needs a file of texts, of dotchi or in the study's own folder `languages`."
            ),
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
            Key(
                "practice", \.besides.practice, .whole(Limits.practice),
                "Pairs to practise on, before those that count; their answers count nowhere."),
            Key(
                "breaks", \.besides.breaks, .whole(Limits.breaks),
                "After how many pairs each a break is offered; 0 for never."),
            Key(
                "checks", \.besides.checks, .whole(Limits.checks),
                "Instructed attention checks of a participant: pairs whose question says which image to choose; at most as many as `trials`."
            ),
            Key(
                "report_images", \.besides.reportsImages, .flag,
                "Whether participants can report an image at each pair; `doctor` and reports name the reported ones."),
            Key(
                "pairing", \.usedPairing, .word,
                default: "`random`; where names match, `survey plan` asks for it",
                """
                Which images of two methods meet: any two (`random`), or images of one item, which have the same name \
                but for the ending (`item`).
                """
            ),
            Key(
                "context", \.usedContext, .word,
                "What is shown with a pair: nothing, the text of its item, or the item's reference image, which `pool import --items` takes in; with `pairing: item` alone."
            ),
            Key("view", \.usedView, .block(ViewKeys.table), default: "its keys' defaults", "How images are shown."),
            Key(
                "answers", \.scale, .word,
                "What can be answered: left or right (`choice`); these or \"no difference\" (`ties`); or which is better and how much, in seven grades from \"left much better\" to \"right much better\" (`graded`, the comparison scale of ITU-R BT.500)."
            ),
            Key(
                "ties", optional: \.tiesWord, .flag, default: "what `answers` says",
                "Short for `answers: ties` (true) and `answers: choice` (false)."),
            Key("undo", \.undo, .flag, "Whether the last answer can be taken back."),
            Key(
                "min_view_ms", \.minimumViewMilliseconds, .whole(Limits.minimumViewMilliseconds),
                "Answers are taken only after both images were in view for so many milliseconds."),
            Key(
                "min_response_ms", \.minimumResponseMilliseconds, .whole(Limits.minimumResponseMilliseconds),
                "What is pressed within so many milliseconds of a pair's coming into view counts for nothing, as the second click of a double click."
            ),
            Key(
                "complete", \.completeShare, .number(Limits.completeShare, "a share"),
                "The least share of its pairs that a complete session has answers to; the others could not be shown, though they were tried twice, or their time was over."
            ),
            Key(
                "consent", \.consent, .flag(or: consent),
                "Whether a participant must agree before the first pair; or keys that say more."),
            Key(
                "texts", \.texts,
                .byWord(.byLanguage(.text.quoted).called("texts by language"), called: "key").called("texts"),
                default: "those of the language files",
                "What participants read, in the study's own words: `texts.consent_text.en`. The keys are those of languages/en.json, `contact` and `content_warning`; a key that is given is given in each of `languages`. Of Markdown, longer texts may have paragraphs, emphasis, lists and links."
            ),
            Key("entry", \.entry, .block(entry), default: "its keys' defaults", "What of the link the page takes."),
            Key(
                "exit", \.exit, .byWord(.address.quoted, called: "reason"), default: "nobody is sent anywhere",
                "Where participants of the page are sent (a terminal sends nobody anywhere): an address for each reason to leave, with `{participant}`, `{session}`, `{study}` and the names of `entry.keep` in it. `failed_checks` and `full` need a collector; a page without one, which keeps nothing secret, uses `finished`."
            ),
            Key(
                "before", \.before, QuestionnaireKeys.list, default: "none",
                "Questions about the participant that are asked between the consent and the first pair."),
            Key(
                "after", \.after, QuestionnaireKeys.list, default: "none",
                "Questions that are asked after the last pair."),
            Key("admit", \.admit, .block(AdmitKeys.table), default: "its keys' defaults", "Who can take part."),
            Key(
                "quota", \.quotas, QuotaKeys.list, default: "none",
                "The most people with given answers who take part, where a collector takes the answers (`submit: collector`). For those who come later the study is full."
            ),
            Key(
                "submit", \.submit, .submission,
                "Where the answers of the page go: into a file that the participant sends (`file`), to the collector that serves the page (`collector`, `dotchi survey serve`), or to a collector elsewhere, by its address."
            ),
            Key(
                "origins", \.origins, .list(of: .origin, called: "origins", count: 0...20, unique: "origin"),
                "Hosts from which a page may send to this study's collector, beside that of the collector itself: `https://lab.example.org`."
            ),
        ], check: check)

    private static let entry = KeyTable<EntrySettings>(
        { _ in EntrySettings() },
        [
            Key(
                "participant", \.participant, .list(of: .parameter, called: "names", count: 1...20, unique: "name"),
                "Names of the parameter that has the participant's ID, in any case; of several the first in this list counts."
            ),
            Key(
                "keep", \.keep, .list(of: .parameter, called: "names", count: 0...20, unique: "name"),
                "Further parameters whose values are kept with the answers, as `[STUDY_ID, SESSION_ID]`; the consent names them."
            ),
            Key(
                "required", \.isRequired, .flag,
                "Whether nobody can begin without a participant's ID: by a link that has none, or `survey take` without `--participant`."
            ),
        ])

    private static let consent = KeyTable<ConsentSettings>(
        { _ in ConsentSettings() },
        [
            Key("required", \.isRequired, .flag, "Whether a participant must agree before the first pair."),
            Key(
                "version", optional: \.version, .text.quoted, default: "none",
                "What the ethics board calls the text that is agreed to; it is frozen with the plan and reported."),
        ])

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
        QuestionKeys.check(block, &survey)
        checkTexts(block, survey)
        checkExits(block, survey)
        checkEntry(block, survey)
        checkConsent(block, survey)
        QuestionnaireKeys.check(block, survey)
        AdmitKeys.check(block, survey)
        QuotaKeys.check(block, survey)
        checkContext(block, survey)
        checkView(block, survey)
        guard block.findings.isSound(block.place.key("trials")) else { return }
        if survey.repeats > survey.trials {
            block.fault(
                "repeats",
                "repeats \(survey.repeats) of \(survey.trials.counted("trial")); expected at most as many as trials")
        }
        if survey.besides.checks > survey.trials {
            block.fault(
                "checks",
                "plans \(survey.besides.checks.counted("check")) among \(survey.trials.counted("trial")); expected at most as many as trials"
            )
        }
        if survey.catchTrials > survey.trials {
            block.fault(
                "catch",
                "plans \(survey.catchTrials.counted("catch trial")) among \(survey.trials.counted("trial")); expected at most as many as trials"
            )
        }
    }

    /// What does not go together with how images are shown.
    private static func checkView(_ block: Block, _ survey: SurveySettings) {
        let view = survey.usedView
        guard block.findings.isSound(block.place.key("view")) else { return }
        if view.mode == .flip, survey.isGraded, block.findings.isSound(block.place.key("answers")) {
            block.fault(
                "answers",
                "graded names the left and the right image; view.mode is flip, which shows both in one place. Expected choice or ties"
            )
        }
        let least = max(survey.minimumViewMilliseconds, survey.minimumResponseMilliseconds)
        if let exposure = view.exposureMilliseconds, exposure < survey.minimumViewMilliseconds {
            block.fault(
                "view",
                "exposure_ms is \(exposure), but answers are taken only after both images were in view for \(survey.minimumViewMilliseconds) milliseconds (min_view_ms); expected at least that, or no min_view_ms"
            )
        }
        if let limit = view.limitMilliseconds, limit <= least {
            block.fault(
                "view",
                "limit_ms is \(limit), but answers are taken only after \(least) milliseconds (min_view_ms, min_response_ms); expected more"
            )
        }
    }

    /// Images of two items have no text or reference in common.
    private static func checkContext(_ block: Block, _ survey: SurveySettings) {
        guard survey.usedContext != .none, survey.pairing != .item, block.findings.isSound(block.place.key("pairing"))
        else { return }
        block.fault(
            "context",
            "is \(survey.usedContext.rawValue), which belongs to one item, and two images that meet at random are of two; "
                + "expected pairing: item with it")
    }

    /// Nobody may be asked or promised something else than the others because a language was forgotten.
    private static func checkTexts(_ block: Block, _ survey: SurveySettings) {
        guard block.findings.isSound(block.place.key("languages")) else { return }
        let texts = block.place.key("texts")
        for (key, wordings) in survey.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let place = texts.key(key.rawValue)
            guard key != .question else {
                block.findings.add(at: place, "belongs to survey.question")
                continue
            }
            checkLanguages(of: wordings, at: place, block, survey)
            for (language, text) in wordings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                let place = place.key(language.rawValue)
                guard block.findings.isSound(place) else { continue }
                if let fault = key.fault(in: text) { block.findings.add(at: place, "the text \(fault)") }
                if text.count > Limits.text.upperBound {
                    block.findings.add(
                        at: place, "the text has \(text.count) characters, expected at most \(Limits.text.upperBound)")
                }
                let unknown = SurveyTexts.placeholders(text).subtracting(key.placeholders).sorted()
                if let first = unknown.first {
                    let known = key.placeholders.sorted().map { "{\($0)}" }
                    block.findings.add(
                        at: place,
                        "nothing can be put in the place of {\(first)}, expected \(known.isEmpty ? "none" : known.inWords)"
                    )
                }
            }
        }
    }

    static func checkLanguages(
        of wordings: [Language: String], at place: KeyPlace, _ block: Block, _ survey: SurveySettings
    ) {
        guard !wordings.isEmpty, block.findings.isSound(place), block.findings.isSound(block.place.key("languages"))
        else { return }
        for language in survey.languages where wordings[language] == nil {
            block.findings.add(
                at: place,
                "is not worded in \(language.rawValue), which survey.languages offers; participants would read something else there"
            )
        }
        for language in wordings.keys.map(\.rawValue).sorted()
        where !survey.languages.contains(where: { $0.rawValue == language }) {
            block.findings.add(at: place.key(language), "survey.languages does not offer \(language)")
        }
    }

    private static func checkExits(_ block: Block, _ survey: SurveySettings) {
        let known = ExitReason.placeholders.union(survey.entry.keep)
        for (reason, address) in survey.exit.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let place = block.place.key("exit").key(reason.rawValue)
            if let blank = blank(in: address) {
                block.findings.add(
                    at: place, "still has \"\(blank)\" where the recruiting service's own code belongs")
                continue
            }
            let named = Set(address.matches(of: /\{([^{}]*)\}/).map { String($0.output.1) })
            guard let unknown = named.subtracting(known).sorted().first else { continue }
            block.findings.add(
                at: place,
                "nothing can be put in the place of {\(unknown)}, expected \(known.sorted().map { "{\($0)}" }.inWords)")
        }
    }

    /// What stands in an address in the place of a code, as documentation writes it; nil where nothing does.
    private static func blank(in address: String) -> String? {
        let blank = /(YOUR[-_]?)?(COMPLETION[-_]?)?CODE|X{3,}|<.*>|\.{3}|TODO/  // TODO is a word that is searched for.
        return address.split(whereSeparator: { "/?&=#".contains($0) }).map(String.init)
            .first { $0.wholeMatch(of: blank.ignoresCase()) != nil }
    }

    /// The participant's ID is kept as such, never once more beside the answers.
    private static func checkEntry(_ block: Block, _ survey: SurveySettings) {
        let ids = Set(survey.entry.participant.map { $0.lowercased() })
        for name in survey.entry.keep where ids.contains(name.lowercased()) {
            block.findings.add(
                at: block.place.key("entry").key("keep"),
                "\(name) is the participant's ID, which is taken without being kept (entry.participant); kept beside the answers it "
                    + "would stand in exports")
        }
        let place = block.place.key("entry")
        for (key, names) in [("participant", survey.entry.participant), ("keep", survey.entry.keep)] {
            for name in names where ["seat", "lang", "next"].contains(name.lowercased()) {
                block.findings.add(
                    at: place.key(key), "\(name) is what the page itself takes of a link; expected another name")
            }
            let lower = names.map { $0.lowercased() }
            if let twice = names.last(where: { name in lower.count { $0 == name.lowercased() } > 1 }),
                Set(names).count == names.count
            {
                block.findings.add(
                    at: place.key(key), "\(twice) is there in another case too, and names are taken in any case")
            }
        }
    }

    /// A consent in the study's own words that nobody is asked for.
    private static func checkConsent(_ block: Block, _ survey: SurveySettings) {
        guard !survey.consent.isRequired, block.has("consent"), block.findings.isSound(block.place.key("consent"))
        else { return }
        if let version = survey.consent.version {
            block.fault(
                "consent",
                "is not asked for, but has the version “\(version)” of a text that nobody would see; leave out one of them"
            )
        }
        guard let key = survey.texts.keys.map(\.rawValue).sorted().first(where: { $0.hasPrefix("consent_") })
        else { return }
        block.fault(
            "consent", "is not asked for, but survey.texts words \(key), which nobody would see; leave out one of them")
    }
}

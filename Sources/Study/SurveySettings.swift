/// What people are shown and asked.
package struct SurveySettings: Sendable, Codable, Hashable {
    /// The question, where the study words it itself; languages left out ask the built-in one.
    package var question: [Language: String]
    /// What is asked about each pair, one question after the other, where study.yaml names several or gives one an id; nil
    /// elsewhere, and no empty list.
    package var questions: [SurveyQuestion]?
    /// The languages offered; the first is the default.
    package var languages: [Language]
    /// Main trials a person sees under each pair of methods of each condition; at least 1.
    package var trials: Int
    /// Trials shown a second time with the sides exchanged, to see how consistent a person is; 0 ... `trials`.
    package var repeats: Int
    /// Trials whose right answer is obvious: an image beside a ruined copy of it, to see whether a person attends.
    package var catchTrials: Int
    /// Which images of two methods meet; nil where study.yaml does not say, which means at random.
    package var pairing: Pairing?
    /// What people see of the item of a pair; nil for nothing.
    package var context: Context?
    /// How large the images are shown, and what is around them; nil for the defaults.
    package var view: ViewSettings?
    /// Whether "no difference" is an answer.
    package var ties: Bool
    /// ``AnswerScale/graded`` where answers have grades; nil elsewhere, where ``ties`` says it. See ``scale``.
    package var answers: AnswerScale?
    /// Whether the last answer can be taken back.
    package var undo: Bool
    /// Answers are taken only after the images were in view for so many milliseconds.
    package var minimumViewMilliseconds: Int
    /// What is pressed within so many milliseconds of a pair's coming into view counts for nothing. In a terminal, which
    /// repeats a key that is held down, this holds for each page, and again from each press that came too early.
    package var minimumResponseMilliseconds: Int
    /// The least share of its trials that a complete session has votes on, above 0 and at most 1; 0 in a plan that was frozen
    /// before there was this setting, whose sessions keep the rules of their time.
    package var completeShare: Double
    /// What a person must agree to before the first trial.
    package var consent: ConsentSettings
    /// Texts in the study's own words, by key and language; the others are those of the language files.
    package var texts: [SurveyTexts.Key: [Language: String]]
    /// What of a link the page takes.
    package var entry: EntrySettings
    /// Where people are sent when they leave the page, with ``ExitReason/placeholders`` and the names of
    /// ``EntrySettings/keep`` in braces.
    package var exit: [ExitReason: String]
    /// What is asked between the consent and the first pair.
    package var before: [QuestionnaireItem]
    /// What is asked after the last pair.
    package var after: [QuestionnaireItem]
    /// Who can take part.
    package var admit: AdmitSettings
    /// The most people with given answers who take part, where a collector takes their answers.
    package var quotas: [Quota]
    /// What a session has beside its pairs.
    package var besides: SessionSettings
    /// Where the answers of the page go.
    package var submit: Submission
    /// The origins of other hosts whose pages may send to this study's collector: scheme, host and port.
    package var origins: [String]

    /// Settings; what is left out has its default.
    package init(
        question: [Language: String] = [:], questions: [SurveyQuestion]? = nil,
        languages: [Language] = Language.standard, trials: Int = 10, repeats: Int = 0, catchTrials: Int = 0,
        pairing: Pairing? = nil, context: Context? = nil, view: ViewSettings? = nil, ties: Bool = false,
        answers: AnswerScale? = nil, undo: Bool = true,
        minimumViewMilliseconds: Int = 0, minimumResponseMilliseconds: Int = 200, completeShare: Double = 0.9,
        consent: ConsentSettings = ConsentSettings(), texts: [SurveyTexts.Key: [Language: String]] = [:],
        entry: EntrySettings = EntrySettings(), exit: [ExitReason: String] = [:],
        before: [QuestionnaireItem] = [], after: [QuestionnaireItem] = [], admit: AdmitSettings = AdmitSettings(),
        quotas: [Quota] = [], besides: SessionSettings = SessionSettings(), submit: Submission = .file,
        origins: [String] = []
    ) {
        self.question = question
        self.questions = questions
        self.languages = languages
        self.trials = trials
        self.repeats = repeats
        self.catchTrials = catchTrials
        self.pairing = pairing
        self.context = context
        self.view = view
        self.ties = ties || answers == .graded
        self.answers = answers == .graded ? .graded : nil
        self.undo = undo
        self.minimumViewMilliseconds = minimumViewMilliseconds
        self.minimumResponseMilliseconds = minimumResponseMilliseconds
        self.completeShare = completeShare
        self.consent = consent
        self.texts = texts
        self.entry = entry
        self.exit = exit
        self.before = before
        self.after = after
        self.admit = admit
        self.quotas = quotas
        self.besides = besides
        self.submit = submit
        self.origins = origins
    }
}

extension SurveySettings {
    /// Reads settings that were frozen by any version: a key that was not there yet has its default, and one that is not
    /// known is passed over. Without a share of complete sessions the earlier rules hold, by which people were asked.
    package init(from decoder: any Decoder) throws {
        let frozen = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        func read<Value: Decodable>(_ value: inout Value, _ key: CodingKeys) throws {
            value = try frozen.decodeIfPresent(Value.self, forKey: key) ?? value
        }
        try read(&question, .question)
        questions = try frozen.decodeIfPresent([SurveyQuestion].self, forKey: .questions)
        try read(&languages, .languages)
        try read(&trials, .trials)
        try read(&repeats, .repeats)
        try read(&catchTrials, .catchTrials)
        pairing = try frozen.decodeIfPresent(Pairing.self, forKey: .pairing)
        context = try frozen.decodeIfPresent(Context.self, forKey: .context)
        view = try frozen.decodeIfPresent(ViewSettings.self, forKey: .view)
        try read(&ties, .ties)
        answers = try frozen.decodeIfPresent(AnswerScale.self, forKey: .answers)
        try read(&undo, .undo)
        try read(&minimumViewMilliseconds, .minimumViewMilliseconds)
        try read(&minimumResponseMilliseconds, .minimumResponseMilliseconds)
        completeShare = 0
        try read(&completeShare, .completeShare)
        try read(&consent, .consent)
        try read(&texts, .texts)
        try read(&entry, .entry)
        try read(&exit, .exit)
        try read(&before, .before)
        try read(&after, .after)
        try read(&admit, .admit)
        try read(&quotas, .quotas)
        try read(&besides, .besides)
        try read(&submit, .submit)
        try read(&origins, .origins)
    }

    /// Writes settings as plans freeze them. Those that came after `exit` are written only where they are not their default: a
    /// plan of a study that says nothing of them keeps its bytes, and with them its hash.
    package func encode(to encoder: any Encoder) throws {
        var frozen = encoder.container(keyedBy: CodingKeys.self)
        try frozen.encode(question, forKey: .question)
        try frozen.encode(languages, forKey: .languages)
        try frozen.encode(trials, forKey: .trials)
        try frozen.encode(repeats, forKey: .repeats)
        try frozen.encode(catchTrials, forKey: .catchTrials)
        try frozen.encodeIfPresent(pairing, forKey: .pairing)
        try frozen.encodeIfPresent(context, forKey: .context)
        try frozen.encodeIfPresent(view, forKey: .view)
        try frozen.encode(ties, forKey: .ties)
        try frozen.encode(undo, forKey: .undo)
        try frozen.encode(minimumViewMilliseconds, forKey: .minimumViewMilliseconds)
        try frozen.encode(minimumResponseMilliseconds, forKey: .minimumResponseMilliseconds)
        try frozen.encode(completeShare, forKey: .completeShare)
        try frozen.encode(consent, forKey: .consent)
        try frozen.encode(texts, forKey: .texts)
        try frozen.encode(entry, forKey: .entry)
        try frozen.encode(exit, forKey: .exit)
        let standard = SurveySettings()
        func write<Value: Encodable & Equatable>(_ path: KeyPath<SurveySettings, Value>, _ key: CodingKeys) throws {
            guard self[keyPath: path] != standard[keyPath: path] else { return }
            try frozen.encode(self[keyPath: path], forKey: key)
        }
        try write(\.questions, .questions)
        try write(\.answers, .answers)
        try write(\.before, .before)
        try write(\.after, .after)
        try write(\.admit, .admit)
        try write(\.quotas, .quotas)
        try write(\.besides, .besides)
        try write(\.submit, .submit)
        try write(\.origins, .origins)
    }

    private enum CodingKeys: String, CodingKey {
        case question, languages, trials, repeats, catchTrials, pairing, context, view, ties, undo,
            minimumViewMilliseconds
        case minimumResponseMilliseconds, completeShare, consent, texts, entry, exit
        case before, after, admit, quotas, besides, submit, origins
        case questions, answers
    }
}

extension SurveySettings {
    /// Which images of two methods meet.
    package enum Pairing: String, Sendable, Codable, CaseIterable {
        /// Any image of the one meets any image of the other.
        case random
        /// Images of one item meet: those whose files have the same name but for the ending.
        case item
    }

    /// How images meet: ``Pairing/random`` where study.yaml does not say.
    package var usedPairing: Pairing {
        get { pairing ?? .random }
        set { pairing = newValue }
    }

    /// Whether questions about the person are asked.
    package var asksPeople: Bool { !before.isEmpty || !after.isEmpty }

    /// The least share of its trials that a complete session has votes on, where that is less than all; nil elsewhere, and under
    /// the rules of before there was such a share.
    package var partlyComplete: Double? { completeShare > 0 && completeShare < 1 ? completeShare : nil }

    /// These settings of today, compared with frozen ones: where a plan knew no share of complete sessions and today's study
    /// says nothing of one, nothing was changed.
    package func compared(with frozen: SurveySettings) -> SurveySettings {
        guard frozen.completeShare == 0, completeShare == SurveySettings().completeShare else { return self }
        var settings = self
        settings.completeShare = 0
        return settings
    }
}

extension SurveySettings {
    /// In which languages participants would be asked another question than in the others, in words; nil where they are not.
    ///
    /// Of a study that words its own question. Reading study.yaml does not end with this, since plans that were frozen so go on.
    package var questionFault: String? {
        guard !question.isEmpty else { return nil }
        let missing = languages.filter { question[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            return
                "survey.question is not worded in \(missing.joined(separator: ", ")), which survey.languages offers: participants "
                + "would be asked something else there. Word it there too, or leave the language out"
        }
        let unused = question.keys.filter { !languages.contains($0) }.map(\.rawValue).sorted()
        guard unused.isEmpty else {
            return
                "survey.question is worded in \(unused.joined(separator: ", ")), which survey.languages does not offer"
        }
        return nil
    }
}

import Study

extension StudyReader {
    /// What people are shown and asked.
    func survey(_ block: Block) -> SurveySettings {
        block.allow(["question", "languages", "trials", "catch", "repeats", "ties", "undo", "min_view_ms", "consent"])
        let standard = SurveySettings()
        let trials = block.integer("trials", in: 1...10_000, default: standard.trials)
        let repeats = block.integer("repeats", in: 0...Int.max, default: standard.repeats)
        if repeats > trials, findings.isSound(block.place.key("trials")) {
            block.fault(
                "repeats", "repeats \(repeats) of \(trials.counted("trial")); expected at most as many as trials")
        }
        let catches = block.integer("catch", in: 0...10_000, default: 0)
        if catches > trials, findings.isSound(block.place.key("trials")) {
            block.fault(
                "catch",
                "plans \(catches.counted("catch trial")) among \(trials.counted("trial")); expected at most as many as trials"
            )
        }
        return SurveySettings(
            question: question(block.block("question")), languages: languages(block, default: standard.languages),
            trials: trials, repeats: repeats, catchTrials: catches, ties: block.flag("ties", default: standard.ties),
            undo: block.flag("undo", default: standard.undo),
            minimumViewMilliseconds: block.integer(
                "min_view_ms", in: 0...600_000, default: standard.minimumViewMilliseconds),
            consent: block.flag("consent", default: standard.consent))
    }

    private func question(_ block: Block) -> [Language: String] {
        let known = Language.allCases.map(\.rawValue)
        block.allow(known, what: "language (there are \(known.joined(separator: ", ")))")
        var question: [Language: String] = [:]
        for key in block.keys {
            if let language = Language(rawValue: key) { question[language] = block.text(key, default: "") }
        }
        return question
    }

    private func languages(_ block: Block, default standard: [Language]) -> [Language] {
        guard let nodes = block.list("languages", expected: "a list of languages") else { return standard }
        let place = block.place.key("languages")
        if nodes.isEmpty { block.fault("languages", "expected at least one language, found none") }
        var languages: [Language] = []
        for (index, node) in nodes.enumerated() {
            guard let language: Language = block.word(node, at: place.item(index)) else { continue }
            if languages.contains(language) {
                findings.add(at: place.item(index), "names the language \"\(language.rawValue)\" a second time")
            }
            languages.append(language)
        }
        return languages
    }
}

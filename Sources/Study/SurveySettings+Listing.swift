extension SurveySettings {
    /// All settings by the keys of study.yaml.
    package var listing: [(key: String, value: String)] {
        let questions = Language.allCases.compactMap { language in
            question[language].map { ("question.\(language.rawValue)", "“\($0)”") }
        }
        return questions + [
            ("languages", languages.map(\.rawValue).joined(separator: ", ")), ("trials", "\(trials)"),
            ("catch", "\(catchTrials ?? 0)"), ("repeats", "\(repeats)"), ("ties", "\(ties)"), ("undo", "\(undo)"),
            ("min_view_ms", "\(minimumViewMilliseconds)"), ("consent", "\(consent)"),
        ]
    }
}

extension SurveyTexts {
    /// Where a consent is asked for: what is stored, and where answers go, is not the same there.
    package enum ConsentFront: Sendable, CaseIterable {
        case page
        case terminal
    }

    /// What a participant agrees to: the texts of the consent's screen in the order in which it shows them, with a blank line
    /// between two; placeholders stand as they are, since they differ from seat to seat.
    ///
    /// Its SHA-256 is what a `consent` event has as its value.
    ///
    /// - Parameter survey: the settings of the study, which say whether values of the link are kept, and whether questions
    ///   about the person are asked, and where answers go.
    package func consent(on front: ConsentFront, of survey: SurveySettings) -> String {
        let keys: [Key] =
            switch front {
            case .page:
                [
                    .consentTitle, .contentWarning, .consentText, .consentStored,
                    survey.asksPeople ? .consentAsked : .consentNotAsked,
                    .consentKept, survey.submit.isSent ? .consentSent : .consentPage, .consentVoluntary, .contact,
                    .agree,
                ]
            case .terminal:
                [
                    .consentTitle, .contentWarning, .consentText, .consentVoluntary, .consentStoredTerminal,
                    survey.asksPeople ? .consentAsked : .consentNotAsked, .consentTerminal, .contact, .terminalAgree,
                ]
            }
        let keepsOfLink = !survey.entry.keep.isEmpty
        return keys.filter { $0 != .consentKept || keepsOfLink }.map { self[$0] }.filter { !$0.isEmpty }.joined(
            separator: "\n\n")
    }
}

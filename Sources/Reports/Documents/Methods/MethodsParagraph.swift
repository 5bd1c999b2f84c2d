package import Study

/// How a study was done, in sentences ready for a paper, with a place to fill in for each fact that was not recorded.
package struct MethodsParagraph: Sendable, Hashable {
    /// The parts in the order of a paper.
    package let parts: [Part]

    /// One part.
    package struct Part: Sendable, Hashable {
        /// Its name: `Participants`.
        package var heading: String
        /// What is known, as sentences.
        package var sentences: [String]
        /// What is not, each to be filled in.
        package var gaps: [String]
    }

    /// The paragraph in a language; the Kansai dialect, which papers are not written in, has that of Japanese.
    package init(_ facts: MethodsFacts, language: Language) {
        parts = language == .english ? EnglishMethods(facts: facts).parts : JapaneseMethods(facts: facts).parts
    }
}

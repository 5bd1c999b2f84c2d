import Study

/// How a study was done, in sentences ready for a paper, with a place to fill in for each fact that was not recorded.
package struct MethodsParagraph: Sendable, Hashable {
    /// The parts in the order of a paper.
    package let parts: [Part]

    private let isJapanese: Bool

    /// One part.
    package struct Part: Sendable, Hashable {
        /// Its name: `Participants`.
        package var heading: String
        /// What is known, as sentences.
        package var sentences: [String]
        /// What is not, each to be filled in.
        package var gaps: [String]
    }

    /// Between two of its sentences.
    var gap: String { isJapanese ? "" : " " }

    /// The paragraph, in Japanese or in English; the Kansai dialect, which papers are not written in, has that of Japanese.
    package init(_ facts: MethodsFacts, _ words: ReportTexts) {
        let words = words.inPapers
        isJapanese = words.language.isJapanese
        parts =
            isJapanese
            ? JapaneseMethods(facts: facts, words: words).parts : EnglishMethods(facts: facts, words: words).parts
    }

    /// The paragraph as text: a line for each part, gaps in brackets.
    package var text: String {
        parts.map { part in
            let texts = part.sentences + part.gaps.map { "[\($0)]" }
            return (isJapanese ? "【\(part.heading)】" : "\(part.heading). ") + texts.joined(separator: gap)
        }.joined(separator: "\n") + "\n"
    }
}

import Study

/// How a study was done, in sentences ready for a paper, with a place to fill in for each fact that was not recorded.
package struct MethodsParagraph: Sendable, Hashable {
    /// The parts in the order of a paper.
    package let parts: [Part]
    /// The words it is written in.
    let words: ReportTexts

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
    var gap: String { words.gap }

    /// The paragraph in the language of `words`; a dialect, which papers are not written in, has that of its language.
    package init(_ facts: MethodsFacts, _ words: ReportTexts) {
        self.words = words.inPapers
        parts = MethodsWriter(facts: facts, words: self.words).parts
    }

    /// A gap in brackets.
    func marked(_ gap: String) -> String { words.methods(.gap, ["text": gap]) }

    /// The paragraph as text: a line for each part, gaps in brackets.
    package var text: String {
        parts.map { part in
            let texts = part.sentences + part.gaps.map(marked)
            return words.methods(.part, ["heading": part.heading, "text": texts.joined(separator: gap)])
        }.joined(separator: "\n") + "\n"
    }
}

import Reports
import Study

extension MethodsParagraph {
    /// The paragraph in `language` as text: a line for each part, gaps in brackets.
    static func text(_ facts: MethodsFacts, language: Language) -> String {
        MethodsParagraph(facts, language: language).parts.map { part in
            let texts = part.sentences + part.gaps.map { "[\($0)]" }
            return language == .english
                ? "\(part.heading). " + texts.joined(separator: " ") : "【\(part.heading)】" + texts.joined()
        }.joined(separator: "\n") + "\n"
    }
}

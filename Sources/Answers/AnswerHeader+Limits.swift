import Study
import Text

extension AnswerHeader {
    /// What in the header no front can have written; nil where it may stand. What a person may have written is not
    /// repeated in it.
    package var fault: String? {
        if let participant, let why = AnswerLimits.fault(in: participant, atMost: AnswerLimits.participant) {
            return "the participant's id \(why)"
        }
        let texts: [(String, String?)] = [
            ("study", study), ("source", source), ("language", language), ("started_at", startedAt), ("front", front),
            ("user_agent_class", userAgentClass), ("screen", screen),
        ]
        for (key, text) in texts {
            guard let text else { continue }
            if let why = AnswerLimits.fault(in: text) { return "\"\(key)\" \(why)" }
        }
        if source.isEmpty { return "\"source\" is empty" }
        if !Language.isTag(language) {
            return "\"language\" is \(quoted(language)), expected a tag as BCP 47 writes it, as \"en\""
        }
        if !AnswerLimits.fronts.contains(front) {
            return "\"front\" is \(quoted(front)), expected \(AnswerLimits.fronts.joined(separator: ", "))"
        }
        guard let start = Timestamp.milliseconds(startedAt) else {
            return "\"\(startedAt)\" is no time as ISO 8601 writes it, with its zone"
        }
        if !AnswerLimits.startedAt.contains(start) {
            return "\"started_at\" is \(quoted(startedAt)), expected a time in the years 1900 to 9999 (UTC)"
        }
        return nil
    }
}

import Study
import Text

extension AnswerFile {
    /// The file: JSON Lines in UTF-8, one line each for header and events, every line ended.
    package var bytes: [UInt8] {
        var header = header
        header.format = AnswerHeader.format(of: events)
        return Array(([header.line] + events.map(\.line)).map { $0 + "\n" }.joined().utf8)
    }
}

extension AnswerHeader {
    /// The header as a line of the answer file, without its end; keys in fixed order, absent values left out.
    package var line: String {
        var line = JSONLine()
        line.add("format", format)
        line.add("study", study)
        line.add("plan_hash", planHash)
        line.add("seat", seat)
        line.add("participant", participant)
        line.add("session", session)
        line.add("source", source)
        line.add("language", language)
        line.add("started_at", startedAt)
        line.add("front", front)
        line.add("user_agent_class", userAgentClass)
        line.add("screen", screen)
        line.add("received_at", receivedAt)
        return line.text
    }
}

extension AnswerEvent {
    /// The event as a line of the answer file, without its end; keys in fixed order, absent values left out.
    package var line: String {
        var line = JSONLine()
        line.add("id", id)
        line.add("t_ms", milliseconds)
        line.add("kind", kind.rawValue)
        line.add("trial", trial)
        line.add("choice", choice?.rawValue)
        line.add("grade", grade)
        line.add("response_ms", responseMilliseconds)
        line.add("render", render)
        line.add("shown_px", shownPixels)
        line.add("question", question)
        switch value {
        case .text(let text): line.add("value", text)
        case .number(let number): line.add("value", number: number)
        case .choices(let names): line.add("value", list: names)
        case nil: break
        }
        return line.text
    }
}

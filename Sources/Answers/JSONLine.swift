import Study

/// One flat JSON object as a line, its keys in the order they are added.
struct JSONLine {
    private var fields: [String] = []

    /// Adds a text; nil adds nothing.
    mutating func add(_ key: String, _ value: String?) {
        if let value { fields.append("\"\(key)\":\(Self.quoted(value))") }
    }

    /// Adds a whole number; nil adds nothing.
    mutating func add(_ key: String, _ value: Int?) {
        if let value { fields.append("\"\(key)\":\(value)") }
    }

    /// The object, without a line end.
    var text: String { "{\(fields.joined(separator: ","))}" }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\0"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
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
        line.add("response_ms", responseMilliseconds)
        line.add("render", render)
        line.add("shown_px", shownPixels)
        return line.text
    }
}

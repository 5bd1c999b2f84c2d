import Foundation

/// An answer file as the page writes it, made by hand: consent, then every trial shown and answered, then the end.
struct AnswerLines {
    var study = "tiny"
    var plan: String
    var seat = 2
    var participant = "hand-1"
    var source = "link"
    var session = UUID().uuidString.lowercased()
    var day = Self.tomorrow
    var choices: [String]

    /// After any time at which a test freezes a plan, and less than a day after any at which it imports answers.
    static let tomorrow = Date.now.addingTimeInterval(86_400).formatted(.iso8601.year().month().day())

    /// The lines, without their ends; the header, then the events.
    var lines: [String] {
        var lines = [
            """
            {"format":"dotchi-answers-1","study":"\(study)","plan_hash":"\(plan)","seat":\(seat),\
            "participant":"\(participant)","session":"\(session)","source":"\(source)","language":"en",\
            "started_at":"\(day)T00:00:00Z","front":"page","user_agent_class":"desktop","screen":"1280x800@1"}
            """
        ]
        lines.append(event(0, "consent"))
        for (index, choice) in choices.enumerated() {
            let shown = 2 + 2 * index
            let pictures = #""render":"img","shown_px":256"#
            lines.append(event(shown - 1, "shown", #""trial":\#(index + 1),\#(pictures)"#))
            lines.append(
                event(shown, "vote", #""trial":\#(index + 1),"choice":"\#(choice)","response_ms":900,\#(pictures)"#))
        }
        lines.append(event(2 * choices.count + 1, "finish"))
        return lines
    }

    /// The file.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// Event `number` of the session; ids follow from the session's, so that the same file can be made again.
    private func event(_ number: Int, _ kind: String, _ rest: String = "") -> String {
        let digits = String(number, radix: 16)
        let id = session.dropLast(4) + String(repeating: "0", count: 4 - digits.count) + digits
        let more = rest.isEmpty ? "" : ",\(rest)"
        return #"{"id":"\#(id)","t_ms":\#(1000 * (number + 1)),"kind":"\#(kind)"\#(more)}"#
    }
}

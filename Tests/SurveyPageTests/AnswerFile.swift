import Answers
import Foundation
import Study
import TestKit
import Testing

/// An answer file, read as the importer reads it.
struct AnswerFile {
    let text: String
    let header: AnswerHeader
    let events: [AnswerEvent]

    var votes: [AnswerEvent] { events.filter { $0.kind == .vote } }
    var choices: [Choice?] { votes.map(\.choice) }
    /// The kinds of the events but what is recorded of the view.
    var kinds: [AnswerEvent.Kind] { events.filter { $0.question?.hasPrefix("view.") != true }.map(\.kind) }

    private static let headerKeys: Set<String> = [
        "format", "study", "plan_hash", "seat", "participant", "session", "source", "language", "started_at", "front",
        "user_agent_class", "screen",
    ]
    private static let eventKeys: Set<String> = [
        "id", "t_ms", "kind", "trial", "choice", "response_ms", "render", "shown_px", "question", "value", "grade",
    ]

    /// The answer file that a browser saves in `folder` under a name with that beginning, once it is whole. The browser first
    /// takes the name with an empty file, and renames the whole one to it.
    static func saved(in folder: URL, _ beginning: String) throws -> AnswerFile {
        var text = ""
        try eventually("an answer file is saved") {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            guard let name = names.first(where: { $0.hasPrefix(beginning) && $0.hasSuffix(".jsonl") }) else {
                return false
            }
            text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return !text.isEmpty
        }
        return try AnswerFile(text)
    }

    /// Reads `text`; an unknown key is an error here, though the importer would pass over it.
    init(_ text: String) throws {
        self.text = text
        #expect(text.hasSuffix("\n"))
        let lines = text.split(separator: "\n").map { Data($0.utf8) }
        header = try JSONDecoder().decode(AnswerHeader.self, from: try #require(lines.first))
        events = try lines.dropFirst().map { try JSONDecoder().decode(AnswerEvent.self, from: $0) }
        for (index, line) in lines.enumerated() {
            let keys = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any]).keys
            #expect(Set(keys).isSubset(of: index == 0 ? Self.headerKeys : Self.eventKeys))
        }
    }
}

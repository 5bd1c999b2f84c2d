import Foundation

extension AnswerHeader {
    /// A participant's id as it is kept: without white space around it and with composed characters (NFC), so that one
    /// id is one text however it was typed; nil where nothing is left.
    package static func participantID(_ text: String?) -> String? {
        guard let text else { return nil }
        let id = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        return id.isEmpty ? nil : id
    }
}

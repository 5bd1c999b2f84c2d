package import Study

/// What a report says of sessions that could not be read.
package enum UnreadableWords {
    /// The notice, in the report's language; nil where every session could be read.
    package static func notice(_ sessions: Int, _ language: Language) -> String? {
        guard sessions > 0 else { return nil }
        return switch language {
        case .english:
            "\(sessions.counted("session")) could not be read and \(sessions.word("is", "are")) left out; `dotchi analyze` "
                + "names \(sessions.word("it", "them"))."
        case .japanese, .kansai: "読み取れないセッション\(sessions)件を除外しています（`dotchi analyze` が一覧を示します）。"
        }
    }
}

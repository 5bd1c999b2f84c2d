package import Study

/// What a report says of sessions that could not be read.
package enum UnreadableWords {
    /// The notice, in the report's language; nil where every session could be read.
    package static func notice(_ sessions: Int, _ language: Language) -> String? {
        guard sessions > 0 else { return nil }
        return switch language {
        case .english:
            sessions == 1
                ? "1 session could not be read and is left out; `dotchi analyze` names it."
                : "\(sessions) sessions could not be read and are left out; `dotchi analyze` names them."
        case .japanese, .kansai: "読み取れないセッション\(sessions)件を除外しています（`dotchi analyze` が一覧を示します）。"
        }
    }
}

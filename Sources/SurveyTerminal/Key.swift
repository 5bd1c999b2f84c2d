/// A key as the survey knows it.
package enum Key: Sendable, Hashable {
    /// ←
    case left
    /// →
    case right
    /// ↑
    case up
    /// ↓
    case down
    /// Return or Enter.
    case enter
    /// Backspace or Delete.
    case backspace
    /// Ctrl-C.
    case interrupt
    /// Ctrl-Z.
    case suspend
    /// A character of text.
    case character(Character)

    /// Whether the key stops the survey, for now or for a moment, whatever is in view.
    package var stops: Bool {
        switch self {
        case .interrupt, .suspend, .character("q"), .character("Q"): true
        default: false
        }
    }
}

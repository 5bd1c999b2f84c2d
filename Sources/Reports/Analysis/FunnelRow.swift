/// What one rule left out.
package struct FunnelRow: Sendable, Hashable {
    /// The rule's name, as the votes' CSV gives it.
    package var rule: String
    /// People who lost at least one vote by it (they may have others that count).
    package var people: Int
    /// Votes it left out.
    package var votes: Int
}

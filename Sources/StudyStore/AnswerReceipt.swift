/// What became of answers that were handed in.
package struct AnswerReceipt: Sendable, Hashable {
    /// Why all of them were refused; nil where their header was taken.
    package var refusal: String?
    /// Ids of the events that are in the store now, in the order given, whether they are new or were there before.
    package var accepted: [String]
    /// How many of `accepted` are new.
    package var added: Int
    /// The events that were not taken.
    package var refused: [RefusedEvent]
    /// Ids of accepted votes, undos and failed images that lie after the session's end, and so count for nothing.
    package var late: [String] = []
    /// Whether they took the place of a session of the same id, but of another participant or seat, that had no vote.
    package var replaced = false

    /// A receipt.
    package init(refusal: String? = nil, accepted: [String] = [], added: Int = 0, refused: [RefusedEvent] = []) {
        self.refusal = refusal
        self.accepted = accepted
        self.added = added
        self.refused = refused
    }
}

package import Study

/// A generation that is being filled, and that nobody sees before it is published.
package struct GenerationDraft: Sendable, Hashable {
    /// What it will be once it is published.
    package let generation: PoolGeneration

    let id: Int64
    /// Known to who began it alone: keys are given again, tokens never.
    let token: String
}

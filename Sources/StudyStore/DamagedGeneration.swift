/// A generation that is no longer what was published.
package struct DamagedGeneration: Sendable, Hashable {
    /// Its name, for a sentence: `generation 1 of pool A/c`.
    package var name: String
    /// What is wrong with it.
    package var why: String
}

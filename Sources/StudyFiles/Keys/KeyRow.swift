/// What the reference page says of one key.
package struct KeyRow: Sendable, Hashable {
    /// The path of keys from the top: `survey.trials`, `networks.NAME.batch`, `analysis.hypotheses[].method`.
    package var key: String
    /// What it takes: `whole number`.
    package var type: String
    /// Which of them are taken: `1 to 10000`; empty for all.
    package var range: String
    /// What it means, in one line.
    package var meaning: String
    /// What holds where it is left out.
    package var standard: Standard
    /// The kinds of block that have this key; empty where all have it.
    package var kinds: [String] = []

    /// What holds where a key is left out.
    package enum Standard: Sendable, Hashable {
        /// It cannot be left out.
        case required
        /// This value, as study.yaml would write it.
        case value(String)
        /// What these words say.
        case words(String)
    }
}

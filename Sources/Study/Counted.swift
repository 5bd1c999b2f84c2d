extension Int {
    /// The number with its noun, for sentences in English: `1 epoch`, `2 epochs`, `0 people`.
    ///
    /// - Parameters:
    ///   - one: the noun of one.
    ///   - many: the noun of any other number; nil where an s makes it.
    package func counted(_ one: String, _ many: String? = nil) -> String { "\(self) \(word(one, many ?? one + "s"))" }

    /// The word that agrees with the number: `is` or `are`.
    package func word(_ one: String, _ many: String) -> String { self == 1 ? one : many }
}

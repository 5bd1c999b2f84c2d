/// Why networks cannot be trained, loaded or used, in words for the person who asked.
package struct GeneratorError: Error, Sendable, CustomStringConvertible {
    /// What was wrong, where, what was expected, what to do.
    package let description: String

    /// An error in these words.
    package init(_ description: String) {
        self.description = description
    }
}

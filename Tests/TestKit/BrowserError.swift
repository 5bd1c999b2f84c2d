/// Why a test's browser did not do what it was told.
package struct BrowserError: Error, CustomStringConvertible {
    /// What was wrong, and what to do.
    package let description: String

    /// An error with this message.
    package init(_ description: String) { self.description = description }
}

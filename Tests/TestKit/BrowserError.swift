/// Why a test's browser did not do what it was told.
package struct BrowserError: Error, CustomStringConvertible {
    /// What was wrong, and what to do.
    package let description: String

    /// An error with this message.
    package init(_ description: String) { self.description = description }

    /// Whether a script was not answered because its page went to another address, or was loaded again, meanwhile.
    var isOfNavigation: Bool {
        ["Inspected target navigated or closed", "Execution context was destroyed", "Cannot find context"].contains {
            description.contains($0)
        }
    }
}

/// A file that was meant to be a photograph and could not be read.
package struct SkippedPhotographRecord: Sendable, Hashable {
    /// Its name in the source.
    package var name: String
    /// Why it could not be read.
    package var reason: String

    /// The file `name`, skipped for `reason`.
    package init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }
}

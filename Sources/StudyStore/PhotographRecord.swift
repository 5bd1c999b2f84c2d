/// One photograph of a dataset.
package struct PhotographRecord: Sendable, Hashable {
    /// Its name in the source.
    package var name: String
    /// SHA-256 of the file.
    package var sha256: String
    /// Whether it is kept from SRCNN's training.
    package var isHeldOut: Bool

    /// The photograph `name`.
    package init(name: String, sha256: String, isHeldOut: Bool) {
        self.name = name
        self.sha256 = sha256
        self.isHeldOut = isHeldOut
    }
}

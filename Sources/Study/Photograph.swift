/// A photograph of a dataset.
package struct Photograph: Sendable, Codable, Hashable {
    /// Its path in the source, parts separated by `/`.
    package var name: String
    /// SHA-256, in hexadecimal, of the file's bytes (of a procedural face: of its pixels).
    package var sha256: String
    /// Whether it is kept from SRCNN's training.
    package var isHeldOut: Bool

    /// A photograph.
    package init(name: String, sha256: String, isHeldOut: Bool) {
        self.name = name
        self.sha256 = sha256
        self.isHeldOut = isHeldOut
    }
}

/// A file that was meant to be a photograph and could not be used.
package struct SkippedPhotograph: Sendable, Codable, Hashable {
    /// Its path in the source.
    package var name: String
    /// What was wrong with it.
    package var reason: String

    /// A file and what was wrong with it.
    package init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }
}

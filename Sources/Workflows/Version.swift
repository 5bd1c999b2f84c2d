/// Which dotchi this is.
enum Version {
    /// The version of the next release, as CITATION.cff and reports name it.
    static let current = "0.1.0"
}

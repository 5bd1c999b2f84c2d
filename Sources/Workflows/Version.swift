/// Which dotchi this is.
package enum Version {
    /// The version of the next release, as CITATION.cff and reports name it.
    package static let current = "0.1.0"
}

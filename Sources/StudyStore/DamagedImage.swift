package import Study

/// An image that is no longer, or never was, what its record says.
package struct DamagedImage: Sendable, Hashable {
    /// SHA-256 under which it is kept.
    package var sha256: String
    /// What is wrong with it.
    package var fault: String
    /// Published pool entries that have it, or whose items have it as their reference.
    package var entries: [PoolEntry]
}

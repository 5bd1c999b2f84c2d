package import Study

/// An image that people reported while they were asked.
package struct ReportedImage: Sendable, Hashable {
    /// The image.
    package let entry: PoolEntry
    /// The name of its file without folder and ending, where it was imported.
    package let file: String?
    /// How many people reported it; who they are does not matter.
    package let people: Int
}

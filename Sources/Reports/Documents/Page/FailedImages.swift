/// How often images of a method could not be shown to people.
package struct FailedImages: Sendable, Hashable {
    /// The condition.
    package var condition: String
    /// The method.
    package var method: String
    /// Showings that failed.
    package var images: Int

    /// A count.
    package init(condition: String, method: String, images: Int) {
        self.condition = condition
        self.method = method
        self.images = images
    }
}

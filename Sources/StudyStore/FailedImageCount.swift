/// How often images of a method could not be shown to people.
package struct FailedImageCount: Sendable, Hashable {
    /// The condition of the trials.
    package let condition: String
    /// The method.
    package let method: String
    /// Showings of an image that failed; where an event does not say which image of its pair failed, both are counted.
    package let images: Int
}

package import Pictures

/// A picture for a paper or a talk, with the words that belong beneath it.
package struct Figure: Sendable {
    /// The file's name.
    package let name: String
    /// What it shows, and of which networks and seed.
    package let caption: String
    /// The picture.
    package let picture: PixelBuffer
}

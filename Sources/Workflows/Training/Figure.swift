import Pictures

/// A picture for a paper or a talk, with the words that belong beneath it.
struct Figure: Sendable {
    /// The file's name.
    let name: String
    /// What it shows, and of which networks and seed.
    let caption: String
    /// The picture.
    let picture: PixelBuffer
}

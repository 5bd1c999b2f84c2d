/// A picture of what a network made after some epoch.
package struct SampleGrid: Sendable, Hashable {
    /// Epochs trained.
    package var epoch: Int
    /// Training time of those epochs in seconds.
    package var seconds: Double
    /// Width in pixels.
    package var width: Int
    /// Height in pixels.
    package var height: Int
    /// The picture as a PNG file.
    package var png: [UInt8]

    /// A picture.
    package init(epoch: Int, seconds: Double, width: Int, height: Int, png: [UInt8]) {
        self.epoch = epoch
        self.seconds = seconds
        self.width = width
        self.height = height
        self.png = png
    }
}

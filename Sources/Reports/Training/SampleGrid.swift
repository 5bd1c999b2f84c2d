/// A picture of what a network made after some epoch.
package struct SampleGrid: Sendable, Hashable {
    /// Epochs trained.
    package var epoch: Int
    /// Training time of those epochs in seconds.
    package var seconds: Double
    /// The picture.
    package var picture: PagePicture

    /// A picture after `epoch`.
    package init(epoch: Int, seconds: Double, picture: PagePicture) {
        self.epoch = epoch
        self.seconds = seconds
        self.picture = picture
    }
}

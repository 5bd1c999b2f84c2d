import Foundation

/// The weights of a square window with a Gaussian's shape along one axis; those of the square are their products.
struct GaussianWindow {
    /// Weights with sum 1.
    let weights: [Double]

    /// The window of Wang et al. (2004): 11 x 11 pixels with a standard deviation of 1.5.
    static let whole = GaussianWindow(size: 11)

    /// The same shape in `size` (1 ... 11) pixels: its standard deviation is as much narrower as the window is.
    init(size: Int) {
        precondition((1...11).contains(size), "windows of 1 to 11 pixels")
        let deviation = 1.5 * Double(size) / 11
        let bell = (0..<size).map { place in
            let distance = Double(place) - Double(size - 1) / 2
            return exp(-distance * distance / (2 * deviation * deviation))
        }
        let sum = bell.reduce(0, +)
        weights = bell.map { $0 / sum }
    }
}

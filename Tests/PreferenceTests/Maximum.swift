import Preference
import Testing

/// Expects a log-likelihood of four items' log-worths and one parameter more to have its value and its maximum at
/// `estimate`, curved there as the covariance says.
func expectMaximum(
    of logLikelihood: ([Double]) -> Double, at estimate: [Double], _ covariance: SymmetricMatrix, _ greatest: Double,
    location: SourceLocation = #_sourceLocation
) {
    expectClose(greatest, logLikelihood(estimate), 1e-13, location: location)
    // Along d = covariance times a contrast, the curvature is -contrast' covariance contrast.
    for contrast in [[1, -1, 0, 0, 0], [0, 1, 1, -2, 0], [0, 0, 0, 0, 1], [0.5, 0, 0, -0.5, 1]] as [[Double]] {
        let direction = (0..<5).map { row in (0..<5).reduce(0) { $0 + covariance[row, $1] * contrast[$1] } }
        let variance = zip(contrast, direction).reduce(0) { $0 + $1.0 * $1.1 }
        let width = 1e-3 / variance.squareRoot()
        let ahead = logLikelihood(zip(estimate, direction).map { $0 + width * $1 })
        let behind = logLikelihood(zip(estimate, direction).map { $0 - width * $1 })
        #expect(abs(ahead - behind) / (2 * width) < 1e-6, sourceLocation: location)
        expectClose((2 * greatest - ahead - behind) / (width * width), variance, 1e-5, location: location)
    }
}

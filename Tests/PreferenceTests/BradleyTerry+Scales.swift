import Foundation
import Preference

/// A fit on the scales on which other programs print it.
extension BradleyTerry {
    /// The worths, of sum 1.
    var worths: [Double] {
        let most = logWorths.max() ?? 0
        let worths = logWorths.map { exp($0 - most) }
        let sum = worths.reduce(0, +)
        return worths.map { $0 / sum }
    }

    /// The log-worths less that of one item.
    func logWorths(relativeTo reference: Int) -> [Double] { logWorths.map { $0 - logWorths[reference] } }

    /// The covariance of the log-worths less that of one item; its row is 0. The log order effect stays last.
    func covariance(relativeTo reference: Int) -> SymmetricMatrix {
        covariance.relative(to: reference, among: logWorths.count)
    }
}

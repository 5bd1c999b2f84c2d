import Foundation

/// E-values as text.
enum EValueText {
    /// The natural logarithm of ten.
    static let ln10 = log(10.0)

    /// An e-value by its natural logarithm: `0.43`, `17`, `10¹²`.
    static func text(logE: Double) -> String {
        let power = logE / ln10
        guard power.isFinite else { return NumberText.none }
        if abs(power) >= 5 { return TenToThe.text(power.rounded()) }
        return NumberText.significant(exp(logE), power < 2 ? 2 : 3)
    }

    /// The e-value that is enough, 1/`alpha`.
    static func enough(alpha: Double) -> String { text(logE: -log(alpha)) }
}

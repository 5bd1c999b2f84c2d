import Foundation

/// Powers of ten as the marks of axes.
enum TenToThe {
    /// Ten to a whole power: in full from 0.001 to 10,000, else as `10⁻⁶`.
    static func text(_ power: Double) -> String {
        guard power < -3 || power > 4 else { return NumberText.fixed(pow(10, power), max(0, Int(-power))) }
        return "10" + "\(Int(power))".map { raised[$0] ?? "" }.joined()
    }

    private static let raised: [Character: String] = [
        "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
}

import Foundation

/// Round numbers for the marks of an axis: multiples of 1, 2 or 5 times a power of ten (after Heckbert, "Nice numbers
/// for graph labels", Graphics Gems, 1990).
struct NiceTicks: Hashable {
    /// The distance between two marks; above 0.
    let step: Double
    /// The marks, rising: the first is at or below the range, the last at or above it.
    let values: [Double]

    /// About `count` marks that enclose `low` ... `high`, both finite; of whole numbers only where `whole` is true.
    init(enclosing low: Double, _ high: Double, about count: Int, whole: Bool = false) {
        precondition(low.isFinite && high.isFinite && low < high && count >= 2, "a range to be marked")
        let wished = (high - low) / Double(count - 1)
        let power = pow(10, log10(wished).rounded(.down))
        let share = wished / power
        let nice: Double = share < 1.5 ? 1 : share < 3 ? 2 : share < 7 ? 5 : 10
        let step = whole ? max(1, nice * power) : nice * power
        // A range that ends on a mark, but for the last bit, needs no further one.
        let first = (low / step + 1e-9).rounded(.down)
        let last = (high / step - 1e-9).rounded(.up)
        self.step = step
        values = stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// Marks from `low`, a multiple of `step`, as far as `high`.
    init(from low: Double, through high: Double, step: Double) {
        precondition(low.isFinite && high.isFinite && low < high && step > 0, "a range to be marked")
        self.step = step
        values = stride(from: (low / step).rounded(), through: high / step + 1e-9, by: 1).map { $0 * step }
    }

    /// A mark as text, with as many decimals as the step needs.
    func label(_ value: Double) -> String {
        NumberText.signed(value, max(0, Int(-log10(step).rounded(.down))))
    }
}

import Foundation

/// An axis on which equal steps are equal ratios.
struct LogAxis: Hashable, Scale {
    let title: String
    /// The value at its beginning; above 0.
    let low: Double
    /// The value at its end.
    let high: Double
    let marks: [Double]

    /// An axis that encloses all of `values`, at least one and all above 0, marked at 1, 2 and 5 of each power of ten
    /// over up to three powers, at powers of ten alone over more.
    init(_ title: String, values: [Double]) {
        guard let least = values.min(), let most = values.max(), least > 0, most.isFinite else {
            preconditionFailure("a logarithmic axis has values above 0")
        }
        self.title = title
        // A single value stands in the middle.
        (low, high) = most / least < 1.5 ? (least / 2, most * 2) : (least, most)
        let (low, high) = (low, high)
        let steps: [Double] = log10(high / low) <= 3 ? [1, 2, 5] : [1]
        var within: [Double] = []
        for power in Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up)) {
            let marks = steps.map { $0 * pow(10, Double(power)) }
            within += marks.filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }
        }
        // At most ten marks, the same number of steps apart.
        let apart = (within.count + 9) / 10
        marks = within.enumerated().filter { $0.offset.isMultiple(of: apart) }.map(\.element)
    }

    func share(of value: Double) -> Double {
        (log10(max(value, low)) - log10(low)) / (log10(high) - log10(low))
    }

    /// A mark in full, powers of ten beyond 0.001 ... 10,000 as such.
    func label(_ mark: Double) -> String {
        let power = log10(mark)
        let whole = power.rounded()
        return abs(power - whole) < 1e-9
            ? TenToThe.text(whole) : NumberText.fixed(mark, max(0, Int(-power.rounded(.down))))
    }
}

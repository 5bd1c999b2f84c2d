/// A logarithmic axis of values too large for numbers: it is given their decimal logarithms, and names powers of ten.
struct PowerAxis: Hashable, Scale {
    let title: String
    let marks: [Double]

    /// An axis that encloses powers of ten, at least one, and begins and ends with a whole one.
    init(_ title: String, powers: [Double]) {
        guard let least = powers.min(), let most = powers.max() else { preconditionFailure("an axis has values") }
        self.title = title
        let (low, high) = (least.rounded(.down), max(most.rounded(.up), least.rounded(.down) + 1))
        marks = NiceTicks(enclosing: low, high, about: 5, whole: true).values
    }

    func share(of value: Double) -> Double { (value - marks[0]) / (marks[marks.count - 1] - marks[0]) }

    /// The power of ten, in full from 0.001 to 10,000.
    func label(_ mark: Double) -> String { TenToThe.text(mark) }
}

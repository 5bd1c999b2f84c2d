import Foundation

extension EvidenceChart {
    static let ln10 = log(10.0)

    static func decimal(_ value: Double) -> Double { log10(value) }

    /// An e-value as text: `0.43`, `17`, `10¹²`.
    static func text(logE: Double) -> String {
        let power = logE / ln10
        guard power.isFinite else { return NumberText.none }
        if abs(power) >= 5 { return TenToThe.text(power.rounded()) }
        return NumberText.significant(exp(logE), power < 2 ? 2 : 3)
    }

    /// The e-value that is enough, 1/`alpha`, as text.
    static func enough(alpha: Double) -> String { text(logE: -log(alpha)) }

    /// At most about 300 of the points: of each run of equal length the first, the least, the greatest and the last, in
    /// their order, so that no peak is lost.
    static func thinned(_ points: [Point]) -> [Point] {
        let run = (points.count + 74) / 75
        guard run > 4 else { return points }
        return stride(from: 0, to: points.count, by: run).flatMap { start in
            let indices = start..<min(start + run, points.count)
            let least = indices.min { points[$0].logE < points[$1].logE } ?? start
            let most = indices.max { points[$0].logE < points[$1].logE } ?? start
            return Set([start, least, most, indices.upperBound - 1]).sorted().map { points[$0] }
        }
    }
}

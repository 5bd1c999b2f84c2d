extension EvidenceChart {
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

extension [ImageRate] {
    /// The images that are surely good first: by the lower end of their intervals, so that one win of one does not stand
    /// before nine of ten. Images without a vote for or against them are left out; equal ones stand by index.
    package var bestFirst: [ImageRate] { sorted { -$0.low } }

    /// The images that are surely bad first, by the upper end of their intervals.
    package var worstFirst: [ImageRate] { sorted { $0.high } }

    private func sorted(by place: (Interval) -> Double) -> [ImageRate] {
        compactMap { row in (try? row.wilson.get()).map { (place: place($0), row: row) } }
            .sorted { ($0.place, $0.row.image) < ($1.place, $1.row.image) }
            .map(\.row)
    }
}

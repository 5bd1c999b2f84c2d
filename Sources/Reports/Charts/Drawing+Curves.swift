extension Drawing {
    private static let curveEnds: [Shape] = [.square, .circle, .triangle]

    /// The curve number `index`, 0 ... 2, through places; it has a colour, dashes and a mark of its own, which stands at
    /// its end.
    mutating func curve(_ index: Int, through places: [Place]) {
        path(places, style: "curve curve-\(index + 1)")
        if let last = places.last { curveEnd(index, at: last) }
    }

    /// The mark of that curve.
    mutating func curveEnd(_ index: Int, at place: Place) {
        mark(Self.curveEnds[index], at: place, radius: 3.5, style: "end-\(index + 1)")
    }
}

/// What the marks of a chart mean: a piece of each with its name, on as many lines as they need.
struct ChartLegend {
    /// A kind of mark.
    enum Mark {
        case byPerson
        case naive
        case reference
        case group
        case planned
        case leftOut
        case person
        case biased
        case line
        case band
        /// A curve of ``Drawing/curve(_:through:)``.
        case curve(Int)
    }

    private let entries: [(name: String, mark: Mark)]
    private static let lineHeight = 20.0
    private static let sample = 26.0

    /// A legend of these marks.
    init(_ entries: [(name: String, mark: Mark)]) { self.entries = entries }

    /// Draws it at the top of a drawing.
    /// - Returns: Its height.
    func write(in drawing: inout Drawing) -> Double {
        var place = Drawing.Place(x: 0, y: 10)
        for entry in entries {
            let needed = Self.sample + 6 + TextWidth.of(entry.name)
            if place.x > 0, place.x + needed > drawing.width {
                place = .init(x: 0, y: place.y + Self.lineHeight)
            }
            draw(entry.mark, at: place, in: &drawing)
            let limit = drawing.width - place.x - Self.sample - 6
            drawing.text(entry.name, at: .init(x: place.x + Self.sample + 6, y: place.y), limit: limit)
            place.x += needed + 18
        }
        return place.y + 12
    }

    private func draw(_ mark: Mark, at place: Drawing.Place, in drawing: inout Drawing) {
        let middle = Drawing.Place(x: place.x + Self.sample / 2, y: place.y)
        let end = place.x + Self.sample
        switch mark {
        case .byPerson:
            drawing.interval(place.x, end, y: place.y, style: "by-person")
            drawing.mark(.square, at: middle, style: "point")
        case .naive: drawing.interval(place.x, end, y: place.y, ends: 3, style: "naive")
        case .reference: drawing.line(from: place, to: .init(x: end, y: place.y), style: "reference")
        case .line: drawing.line(from: place, to: .init(x: end, y: place.y), style: "curve")
        case .curve(let index):
            drawing.line(from: place, to: .init(x: end, y: place.y), style: "curve curve-\(index + 1)")
            drawing.curveEnd(index, at: middle)
        case .group:
            drawing.interval(place.x + 5, end - 5, y: place.y, style: "group")
            for x in [place.x + 5, end - 5] {
                drawing.mark(.circle, at: .init(x: x, y: place.y), radius: 2.6, style: "member")
            }
        case .planned: drawing.mark(.diamond, at: middle, radius: 4, style: "hollow")
        case .leftOut: drawing.rectangle(x: place.x + 4, y: place.y - 5, width: 18, height: 10, style: "left-out")
        case .person: drawing.mark(.circle, at: middle, radius: 3, style: "hollow")
        case .biased: drawing.mark(.triangle, at: middle, radius: 4.5, style: "alarm")
        case .band:
            drawing.rectangle(x: place.x, y: place.y - 5, width: Self.sample, height: 10, style: "band")
        }
    }
}

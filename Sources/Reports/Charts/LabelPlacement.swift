/// Places for the names of points, so that no name touches another, a point or an interval.
enum LabelPlacement {
    /// A part of a drawing.
    struct Box: Hashable {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double

        /// Whether the two have a part in common.
        func touches(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        /// Whether all of the other lies within.
        func holds(_ other: Box) -> Bool {
            left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
        }
    }

    /// Longer names are shortened to this width.
    static let longest = 180.0

    /// Where the name of each point begins: the first places right of, above, under or left of the points at which all
    /// names are free; nil where there are none. Every way is tried, so the points must be few.
    /// - Parameters:
    ///   - names: The names; at most six.
    ///   - marks: What is drawn at their points, which names keep off.
    ///   - others: What else they keep off.
    ///   - room: What they do not leave.
    static func places(_ names: [String], at marks: [Box], around others: [Box], within room: Box) -> [Drawing.Place]? {
        precondition(names.count <= 6, "each further name takes six times as long")
        func place(_ index: Int, _ taken: [Box]) -> [Drawing.Place]? {
            guard index < names.count else { return [] }
            let width = min(TextWidth.of(names[index]), longest)
            for candidate in candidates(width: width, marks[index], room) {
                let box = Box(
                    left: candidate.x - 2, right: candidate.x + width + 2, top: candidate.y - 8,
                    bottom: candidate.y + 8)
                guard room.holds(box), !taken.contains(where: box.touches) else { continue }
                if let rest = place(index + 1, taken + [box]) { return [candidate] + rest }
            }
            return nil
        }
        return place(0, marks + others)
    }

    private static func candidates(width: Double, _ mark: Box, _ room: Box) -> [Drawing.Place] {
        let middle = (mark.top + mark.bottom) / 2
        let centred = min(max((mark.left + mark.right - width) / 2, room.left + 2), room.right - width - 2)
        return [
            .init(x: mark.right + 4, y: middle), .init(x: centred, y: mark.top - 9),
            .init(x: centred, y: mark.bottom + 9), .init(x: mark.left - 4 - width, y: middle),
            .init(x: mark.right + 4, y: mark.top + 4), .init(x: mark.right + 4, y: mark.bottom - 4),
        ]
    }
}

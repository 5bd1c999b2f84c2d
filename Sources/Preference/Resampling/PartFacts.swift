/// What decides whether votes can be resampled.
struct PartFacts {
    private var person: Int32?
    private var isOfOnePerson = true
    /// Whether votes have two items each; nil where there are no votes.
    private(set) var hasSecond: Bool?
    private var knowsItems = true

    /// No votes.
    init() {}

    /// The facts of a part.
    init(_ part: RatePart) {
        for cell in part.cells where cell.trials > 0 {
            isOfOnePerson = isOfOnePerson && cell.person == person ?? cell.person
            knowsItems = knowsItems && cell.first >= 0 && (cell.second >= 0) == hasSecond ?? (cell.second >= 0)
            (person, hasSecond) = (person ?? cell.person, hasSecond ?? (cell.second >= 0))
        }
    }

    /// Those of two parts together.
    func with(_ other: PartFacts) -> PartFacts {
        var both = self
        guard let person, let hasSecond else { return other }
        guard let others = other.person else { return self }
        both.isOfOnePerson = isOfOnePerson && other.isOfOnePerson && person == others
        both.knowsItems = knowsItems && other.knowsItems && hasSecond == other.hasSecond
        return both
    }

    /// Why the votes cannot be resampled.
    func undefined(byItems: Bool) -> Undefined? {
        if person == nil { return .noVotes }
        if isOfOnePerson { return .onePerson }
        return byItems && !knowsItems ? .noItems : nil
    }
}

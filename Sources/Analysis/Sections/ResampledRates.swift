import Preference
import Votes

/// The bootstrap of rates of a sample.
struct ResampledRates {
    /// Over other people.
    let people: [Estimate<RateBootstrap>]
    /// Over other people and other images: the item that both images show, where votes name it, else each image by
    /// itself.
    let peopleAndImages: [Estimate<RateBootstrap>]

    /// Resamples of these rates.
    init(_ sample: ConditionSample, _ rates: [SelectionRate], options: AnalysisOptions) {
        let pairs = sample.imageParts()
        let uses = rates.map { rate in
            pairs.enumerated().compactMap { number, pair in pair.use(number, by: rate) }
        }
        let found = RateBootstrap.ofBoth(
            pairs.map(\.part), rates: uses, resamples: options.resamples, seed: options.seed, level: options.level)
        people = zip(rates, found).map { $0.isNameless ? .failure(.noPeople) : $1.people }
        peopleAndImages = zip(rates, found).map { $0.isNameless ? .failure(.noPeople) : $1.items }
    }
}

/// The votes between two methods by person and images, seen from the one with the lower index.
private struct PairPart {
    let lower: Int
    let higher: Int
    let part: RatePart

    /// How a rate takes the votes, the part having this number; nil where it does not.
    func use(_ number: Int, by rate: SelectionRate) -> RatePart.Use? {
        for (method, other) in [(lower, higher), (higher, lower)]
        where method == rate.method && rate.against ?? other == other {
            return RatePart.Use(number, isTurned: method == higher)
        }
        return nil
    }
}

extension SelectionRate {
    /// Whether votes do not say whose they are.
    fileprivate var isNameless: Bool { wins + losses > 0 && people.isEmpty }
}

extension ConditionSample {
    /// The votes of people known, by pair of methods, person and images.
    fileprivate func imageParts() -> [PairPart] {
        // Places of names do not depend on the order of the votes, as numbers do.
        let (items, images) = (table.items.ranks, table.images.ranks(methods: table.methods))
        func place(_ number: Int32, in ranks: [Int32]) -> Int32 { number < 0 ? -1 : ranks[Int(number)] }
        var cells = [[RateCell]](repeating: [], count: methods.count * methods.count)
        for (number, vote) in zip(rows, comparisons) where vote.outcome != .tie {
            guard let person = vote.person else { continue }
            let isTurned = vote.left > vote.right
            let (left, right) = (
                place(table.leftImage[number], in: images), place(table.rightImage[number], in: images)
            )
            let item = place(table.item[number], in: items)
            cells[min(vote.left, vote.right) * methods.count + max(vote.left, vote.right)].append(
                RateCell(
                    person: Int32(person), first: item >= 0 ? item : isTurned ? right : left,
                    second: item >= 0 ? -1 : isTurned ? left : right,
                    wins: (vote.outcome == .left) == isTurned ? 0 : UInt32(vote.count), trials: UInt32(vote.count)))
        }
        return cells.enumerated().compactMap { place, cells in
            let (lower, higher) = (place / methods.count, place % methods.count)
            guard lower < higher else { return nil }
            // Items are the same for all methods; images are each method's own.
            let part =
                cells.contains { $0.second >= 0 }
                ? RatePart(cells: cells, firstKind: lower, secondKind: higher)
                : RatePart(cells: cells, firstKind: methods.count)
            return PairPart(lower: lower, higher: higher, part: part)
        }
    }
}

import Preference
import Votes

/// The bootstrap of rates of a sample.
struct ResampledRates {
    /// Over other people.
    let people: [Result<RateBootstrap, Missing>]
    /// Over other people and what else was judged; see ``JudgedUnits``.
    let peopleAndImages: [Result<RateBootstrap, Missing>]

    /// Resamples of these rates.
    init(_ sample: ConditionSample, _ rates: [SelectionRate], options: AnalysisOptions) {
        let pairs = sample.imageParts()
        // Found by their methods: looking through all pairs for each rate would take the fourth power of the methods.
        let numbers = PairNumbers(pairs, methods: sample.methods.count)
        let uses = rates.map { numbers.uses(by: $0) }
        let found = RateBootstrap.ofBoth(
            pairs.map(\.part), rates: uses, resamples: options.resamples, seed: options.seed, level: options.level)
        people = zip(rates, found).map { ($0.isNameless ? .failure(.noPeople) : $1.people).mapError($0.reason) }
        let noUnits = sample.units.whyNone
        peopleAndImages = zip(rates, found).map { rate, found in
            (rate.isNameless ? .failure(.noPeople) : found.items).mapError {
                $0 == .noItems ? noUnits : rate.reason($0)
            }
        }
    }
}

/// The votes between two methods by person and images, seen from the one with the lower index.
private struct PairPart {
    let lower: Int
    let higher: Int
    let part: RatePart
}

/// The numbers of the pairs that have votes, by their methods.
private struct PairNumbers {
    private let methods: Int
    /// By the one method x methods + the other one; -1 where they never met.
    private var numbers: [Int]

    init(_ pairs: [PairPart], methods: Int) {
        self.methods = methods
        numbers = Array(repeating: -1, count: methods * methods)
        for (number, pair) in pairs.enumerated() {
            numbers[pair.lower * methods + pair.higher] = number
            numbers[pair.higher * methods + pair.lower] = number
        }
    }

    /// The pairs whose votes a rate takes.
    func uses(by rate: SelectionRate) -> [RatePart.Use] {
        (rate.against.map { $0...$0 } ?? 0...(methods - 1)).compactMap { other in
            let number = other == rate.method ? -1 : numbers[rate.method * methods + other]
            return number < 0 ? nil : RatePart.Use(number, isTurned: rate.method > other)
        }
    }
}

extension SelectionRate {
    /// Whether votes do not say whose they are.
    fileprivate var isNameless: Bool { wins + losses > 0 && people.isEmpty }
}

extension ConditionSample {
    /// The votes of people known, by pair of methods that met, person and unit.
    fileprivate func imageParts() -> [PairPart] {
        // Places of names do not depend on the order of the votes, as numbers do.
        let (items, images) = (table.items.ranks, table.images.ranks(methods: table.methods))
        let areItems = units.areItems
        var cells = [[RateCell]](repeating: [], count: methods.count * methods.count)
        for (number, vote) in zip(rows, comparisons) where vote.outcome != .tie {
            guard let person = vote.person else { continue }
            let isTurned = vote.left > vote.right
            var (first, second): (Int32, Int32) = (-1, -1)
            if areItems {
                first = table.item[number] < 0 ? -1 : items[Int(table.item[number])]
            } else if table.namesImages(number) {
                let (left, right) = (images[Int(table.leftImage[number])], images[Int(table.rightImage[number])])
                (first, second) = isTurned ? (right, left) : (left, right)
            }
            cells[min(vote.left, vote.right) * methods.count + max(vote.left, vote.right)].append(
                RateCell(
                    person: Int32(person), first: first, second: second,
                    wins: (vote.outcome == .left) == isTurned ? 0 : UInt32(vote.count), trials: UInt32(vote.count)))
        }
        return cells.enumerated().compactMap { place, cells in
            guard !cells.isEmpty else { return nil }
            let (lower, higher) = (place / methods.count, place % methods.count)
            // Items are the same for all methods; images are each method's own.
            let part =
                areItems
                ? RatePart(cells: cells, firstKind: methods.count)
                : RatePart(cells: cells, firstKind: lower, secondKind: higher)
            return PairPart(lower: lower, higher: higher, part: part)
        }
    }
}

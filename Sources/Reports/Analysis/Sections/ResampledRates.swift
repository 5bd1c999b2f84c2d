import Preference

/// The bootstrap of all rates of a sample, in the order of their table.
///
/// The rate of B against A is 1 less that of A against B in every resample, so that only one of them is resampled.
struct ResampledRates {
    /// Over other people.
    let people: [Estimate<RateBootstrap>]
    /// Over other people and other images: the item that both images show, where votes name it, else each image by
    /// itself.
    let peopleAndImages: [Estimate<RateBootstrap>]

    /// Resamples of the rates in `table`.
    init(_ sample: ConditionSample, _ table: [SelectionRate], options: AnalysisOptions) {
        let (seed, level) = (options.seed, options.level)
        let asked = table.indices.filter { place in table[place].against.map { table[place].method < $0 } ?? true }
        let rates = asked.map { table[$0] }
        let byPeople = RateBootstrap.ofPeople(
            rates.map { rate in
                zip(rate.persons, rate.people).map { person, votes in
                    RateCell(
                        person: Int32(person), wins: UInt32(votes.successes), trials: UInt32(votes.trials))
                }
            }, resamples: options.resamples, seed: seed, level: level)
        let byImages = RateBootstrap.ofPeopleAndItems(
            sample.imageCells(rates), resamples: options.resamples, seed: seed, level: level)
        people = Self.spread(zip(rates, byPeople).map { $0.isNameless ? .failure(.noPeople) : $1 }, of: asked, table)
        peopleAndImages = Self.spread(
            zip(rates, byImages).map { $0.isNameless ? .failure(.noPeople) : $1 }, of: asked, table)
    }

    /// The estimates of all rows from those that were asked for.
    private static func spread(
        _ found: [Estimate<RateBootstrap>], of asked: [Int], _ table: [SelectionRate]
    ) -> [Estimate<RateBootstrap>] {
        let places = Dictionary(uniqueKeysWithValues: zip(asked.map { Pair(table[$0]) }, found))
        return table.map { rate in
            if let own = places[Pair(rate)] { return own }
            return (places[Pair(rate).exchanged] ?? .failure(.noVotes)).map(\.ofLosses)
        }
    }

    private struct Pair: Hashable {
        let method: Int
        let against: Int?

        init(_ rate: SelectionRate) { self.init(method: rate.method, against: rate.against) }

        private init(method: Int, against: Int?) {
            self.method = method
            self.against = against
        }

        var exchanged: Pair { Pair(method: against ?? method, against: method) }
    }
}

extension SelectionRate {
    /// Whether votes do not say whose they are.
    fileprivate var isNameless: Bool { wins + losses > 0 && people.isEmpty }
}

extension ConditionSample {
    /// The votes of each rate by person and images; none for rates with votes of nobody known.
    fileprivate func imageCells(_ rates: [SelectionRate]) -> [[RateCell]] {
        // For each ordered pair of methods the rates that its votes belong to, seen from the first.
        var places = [[Int]](repeating: [], count: methods.count * methods.count)
        for (place, rate) in rates.enumerated() where !rate.people.isEmpty {
            for other in methods.indices where other != rate.method && rate.against ?? other == other {
                places[rate.method * methods.count + other].append(place)
            }
        }
        // Places of names do not depend on the order of the votes, as numbers do.
        let (items, images) = (table.items.ranks, table.images.ranks)
        func place(_ number: Int32, in ranks: [Int32]) -> Int32 { number < 0 ? -1 : ranks[Int(number)] }
        var cells = rates.map { _ in [RateCell]() }
        for (number, vote) in zip(rows, comparisons) where vote.outcome != .tie {
            guard let person = vote.person else { continue }
            let row = table.rows[number]
            let (left, right) = (place(row.leftImage, in: images), place(row.rightImage, in: images))
            let item = place(row.item, in: items)
            for (method, other, isLeft) in [(vote.left, vote.right, true), (vote.right, vote.left, false)] {
                let won = (vote.outcome == .left) == isLeft
                for rate in places[method * methods.count + other] {
                    cells[rate].append(
                        RateCell(
                            person: Int32(person), first: item >= 0 ? item : isLeft ? left : right,
                            second: item >= 0 ? -1 : isLeft ? right : left, wins: won ? UInt32(vote.count) : 0,
                            trials: UInt32(vote.count)))
                }
            }
        }
        return cells
    }
}

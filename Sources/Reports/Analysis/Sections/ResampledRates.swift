import Preference

/// The bootstrap of rates of a sample.
struct ResampledRates {
    /// Over other people.
    let people: [Estimate<RateBootstrap>]
    /// Over other people and other images: the item that both images show, where votes name it, else each image by
    /// itself.
    let peopleAndImages: [Estimate<RateBootstrap>]

    /// Resamples of these rates.
    init(_ sample: ConditionSample, _ rates: [SelectionRate], options: AnalysisOptions) {
        let people = rates.map { rate in
            zip(rate.persons, rate.people).map { person, votes in
                RateCell(person: Int32(person), wins: UInt32(votes.successes), trials: UInt32(votes.trials))
            }
        }
        let found = RateBootstrap.ofBoth(
            zip(people, sample.imageCells(rates)).map { ($0, $1) }, resamples: options.resamples, seed: options.seed,
            level: options.level)
        self.people = zip(rates, found).map { $0.isNameless ? .failure(.noPeople) : $1.people }
        peopleAndImages = zip(rates, found).map { $0.isNameless ? .failure(.noPeople) : $1.items }
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

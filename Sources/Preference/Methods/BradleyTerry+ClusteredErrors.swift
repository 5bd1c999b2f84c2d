extension BradleyTerry {
    /// The covariance of the log-worths (and then of the log order effect) with people as clusters; undefined where a
    /// part of the scale rests on one person alone.
    ///
    /// - Parameter comparisons: the votes that the fit was made from; ties are left out, as in the fit.
    package func clusteredCovariance(of comparisons: [Comparison]) -> Estimate<ClusteredCovariance> {
        let votes = comparisons.filter { $0.outcome != .tie }
        guard !votes.isEmpty else { return .failure(.noVotes) }
        var people: [Int: [Comparison]] = [:]
        for vote in votes {
            guard let person = vote.person else { return .failure(.noPeople) }
            people[person, default: []].append(vote)
        }
        guard people.count > 1 else { return .failure(.onePerson) }
        let counts = PairCounts(items: logWorths.count, comparisons: votes)
        let likelihood = BradleyTerryLikelihood(counts, withOrderEffect: logOrderEffect != nil)
        let parameters = logWorths + (logOrderEffect.map { [$0] } ?? [])
        guard let factor = likelihood.factor(at: parameters) else { return .failure(.tooUneven) }
        var (cr0, cr2) = (SymmetricMatrix(size: parameters.count), SymmetricMatrix(size: parameters.count))
        // In a balanced plan all people have the same.
        var shares: [SymmetricMatrix: SymmetricEigen] = [:]
        for person in people.keys.sorted() {
            var score = [Double](repeating: 0, count: parameters.count)
            var information = SymmetricMatrix(size: parameters.count)
            for cell in cells(of: people[person] ?? []) {
                likelihood.add(cell, at: parameters, to: &score)
                likelihood.add(cell, at: parameters, to: &information)
            }
            let half = factor.solveLower(score)
            let axes = shares[information] ?? SymmetricEigen(factor.share(of: information))
            shares[information] = axes
            // A direction that one person's votes alone determine fits them without residuals, as if it had no error.
            guard axes.values.allSatisfy({ $0 < 1 - 1e-10 }) else { return .failure(.onePerson) }
            let adjusted = axes.apply({ 1 / (1 - $0).squareRoot() }, to: half)
            cr0.addSquare(of: factor.solveUpper(half))
            cr2.addSquare(of: factor.solveUpper(adjusted))
        }
        // Equal people leave rounding errors, not 0.
        guard cr0.trace > 1e-12 * covariance.trace else { return .failure(.noSpread) }
        let cr1 = cr0.times(Double(people.count) / Double(people.count - 1))
        return .success(ClusteredCovariance(people: people.count, cr0: cr0, cr1: cr1, cr2: cr2))
    }

    /// The votes of one person by ordered pairs, in an order of their own, so that sums do not depend on that of the
    /// votes.
    private func cells(of votes: [Comparison]) -> [PairCounts.Cell] {
        var wins: [Int: (first: Double, second: Double)] = [:]
        for vote in votes {
            let (pair, won) = (vote.left * logWorths.count + vote.right, Double(vote.count))
            if vote.outcome == .left {
                wins[pair, default: (0, 0)].first += won
            } else {
                wins[pair, default: (0, 0)].second += won
            }
        }
        return wins.sorted { $0.key < $1.key }.map { pair, wins in
            PairCounts.Cell(
                first: pair / logWorths.count, second: pair % logWorths.count, firstWins: wins.first,
                secondWins: wins.second, ties: 0)
        }
    }
}

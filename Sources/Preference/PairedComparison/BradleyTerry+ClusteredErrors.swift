import Parallel

extension BradleyTerry {
    /// The covariance of the log-worths (and then of the log order effect) with people as clusters; undefined where a
    /// part of the scale rests on one person alone.
    ///
    /// - Parameter counts: the votes that the fit was made from; ties are left out, as in the fit.
    package func clusteredCovariance(of counts: PersonPairCounts) -> Estimate<ClusteredCovariance> {
        clustered(counts, contrasts: []).map(\.covariance)
    }

    /// The covariance with people as clusters, and Satterthwaite's degrees of freedom of contrasts.
    func clustered(
        _ counts: PersonPairCounts, contrasts: [LogOddsContrast]
    ) -> Estimate<(covariance: ClusteredCovariance, degreesOfFreedom: [Double])> {
        let likelihood = BradleyTerryLikelihood(counts.pairCounts, withOrderEffect: logOrderEffect != nil)
        return ClusteredCovariance.estimate(counts, contrasts: contrasts, naive: covariance) {
            likelihood.factor(at: parameters).map { ParameterAxes(self, factor: $0) }
        }
    }
}

extension ClusteredCovariance {
    /// The covariance of a model's parameters with people as clusters, and Satterthwaite's degrees of freedom of contrasts.
    ///
    /// - Parameters:
    ///   - counts: the votes that the fit was made from.
    ///   - naive: the covariance if votes were independent.
    ///   - axes: gives the axes of the fit, or nil where double precision cannot tell them.
    static func estimate(
        _ counts: PersonPairCounts, contrasts: [LogOddsContrast], naive: SymmetricMatrix, axes: () -> ParameterAxes?
    ) -> Estimate<(covariance: ClusteredCovariance, degreesOfFreedom: [Double])> {
        guard !counts.hasNamelessChoice else { return .failure(.noPeople) }
        let people = counts.people.filter { person in
            counts.cells[person.cells].contains { $0.firstWins + $0.secondWins > 0 }
        }
        guard !people.isEmpty else { return .failure(.noVotes) }
        guard people.count > 1 else { return .failure(.onePerson) }
        guard let axes = axes() else { return .failure(.tooUneven) }
        var (cr0, cr2) = (SymmetricMatrix(size: axes.size), SymmetricMatrix(size: axes.size))
        // Each sum holds a matrix, so that those of all pairs of many items would take the memory of their fourth power:
        // people are asked again for each part of the contrasts.
        let most = max(64, heldEntries / (axes.size * min(axes.size, people.count)))
        var degreesOfFreedom: [Double] = []
        for first in stride(from: 0, to: max(1, contrasts.count), by: most) {
            // On all cores, yet each sum takes people in their order: it is the same on every machine.
            var sums = contrasts[first..<min(first + most, contrasts.count)].split(by: 8) {
                SatterthwaiteSum($0, axes, people: people.count)
            }
            for start in stride(from: 0, to: people.count, by: 1024) {
                let batch = people[start..<min(start + 1024, people.count)]
                let blocks = batch.split(by: 32) { $0 }
                let influences = blocks.mapOnAllCores { block in
                    PersonInfluence.of(block[...], counts, axes, withDirections: !contrasts.isEmpty)
                }
                for block in influences {
                    guard let block else { return .failure(.onOnePerson) }
                    for person in block where first == 0 {
                        cr0.addSquare(of: person.score)
                        cr2.addSquare(of: person.adjusted)
                    }
                }
                sums = sums.mapOnAllCores { block in
                    block.map { sum in
                        var sum = sum
                        for people in influences { sum.add(people ?? []) }
                        return sum
                    }
                }
            }
            degreesOfFreedom += sums.joined().map(\.degreesOfFreedom)
        }
        cr0 = axes.covariance(of: cr0)
        let clustered = ClusteredCovariance(
            people: people.count, cr0: cr0, cr1: cr0.times(Double(people.count) / Double(people.count - 1)),
            cr2: axes.covariance(of: cr2))
        // Equal people leave rounding errors, not 0.
        guard clustered.cr0.trace > 1e-12 * naive.trace else { return .failure(.noSpread) }
        return .success((clustered, degreesOfFreedom))
    }

    /// How many entries of matrices are held at a time: 128 MB of them, and once more as many while people are added.
    private static var heldEntries: Int { 1 << 25 }
}

extension RandomAccessCollection where Index == Int {
    /// What `make` gives of the elements, in blocks of a length.
    fileprivate func split<Made>(by length: Int, _ make: (Element) -> Made) -> [[Made]] {
        stride(from: startIndex, to: endIndex, by: length).map { self[$0..<Swift.min($0 + length, endIndex)].map(make) }
    }
}

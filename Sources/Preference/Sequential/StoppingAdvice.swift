import RealModule

/// What the evidence so far allows a study to do; holds at every look, however many there are.
package enum StoppingAdvice: Sendable, Hashable, CaseIterable {
    /// Stop: the mean is above one half.
    case stopAhead
    /// Stop: the mean is below one half.
    case stopBehind
    /// Stop: as many people as were planned have finished, and no leader is clear.
    case stopAtPlan
    /// Stop, if nothing else is asked: not even if all people still planned chose alike could a leader become clear.
    case stopOutOfReach
    /// Go on.
    case goOn

    /// Whether a leader is clear.
    package var isClear: Bool { self == .stopAhead || self == .stopBehind }

    /// The advice of who looks at losses for wins.
    package var ofLosses: StoppingAdvice {
        switch self {
        case .stopAhead: .stopBehind
        case .stopBehind: .stopAhead
        case .stopAtPlan, .stopOutOfReach, .goOn: self
        }
    }
}

extension BettingMartingale {
    /// What to do after the last of these people.
    ///
    /// A leader is clear once the e-value has ever reached 1/alpha, so that a study without a preference is stopped for
    /// one with probability at most alpha. Stopping for want of a leader makes this only rarer.
    ///
    /// - Parameter alpha: above 0 and below 1.
    /// - Parameter plannedPeople: with how many people the study ends; nil where it has no such end.
    package func advice(alpha: Double, plannedPeople: Int? = nil) -> StoppingAdvice {
        if let people = peopleUntilClear(alpha: alpha) {
            return means.prefix(people).reduce(0, +) > Double(people) / 2 ? .stopAhead : .stopBehind
        }
        guard let plannedPeople else { return .goOn }
        if means.count >= plannedPeople { return .stopAtPlan }
        let best = greatestLogEValue(after: plannedPeople - means.count)
        return best >= -Double.log(alpha) ? .goOn : .stopOutOfReach
    }

    /// The greatest e-value that so many more people can give. As the capital is a sum of products of straight lines, it
    /// is greatest where every further person is at 0 or at 1; and of those, where all are at the same end.
    private func greatestLogEValue(after people: Int) -> Double {
        var capital = BettingCapital(against: 0.5)
        for mean in means { capital.add(mean) }
        return [0.0, 1].map { outcome in
            var rest = capital
            for _ in 0..<people { rest.add(outcome) }
            return rest.logarithm
        }.max() ?? 0
    }
}

/// Rules by which people's votes are left out of the estimates, declared before the first vote. A rule that is nil is not
/// applied.
///
/// Every rule has `planned`: the share of people, 0 to 1, that it is expected to leave out. A rule that drops far more
/// probably says something of the study and not of the people.
package struct ExclusionSettings: Sendable, Codable, Hashable {
    /// People who stopped before their last trial.
    package var incomplete: IncompleteRule?
    /// People who gave wrong answers where the right one is obvious.
    package var failedCatch: FailedCatchRule?
    /// People who answered faster than anybody can look.
    package var tooFast: TooFastRule?
    /// People who chose one side nearly always.
    package var straightLining: StraightLiningRule?

    /// Rules; none is applied where none is given.
    package init(
        incomplete: IncompleteRule? = nil, failedCatch: FailedCatchRule? = nil, tooFast: TooFastRule? = nil,
        straightLining: StraightLiningRule? = nil
    ) {
        self.incomplete = incomplete
        self.failedCatch = failedCatch
        self.tooFast = tooFast
        self.straightLining = straightLining
    }
}

/// Leaves out who did not answer all trials.
package struct IncompleteRule: Sendable, Codable, Hashable {
    /// The share of people that it is expected to leave out, 0 to 1.
    package var planned: Double

    /// The rule; what is left out has its default.
    package init(planned: Double = 0.1) { self.planned = planned }
}

/// Leaves out who failed more catch trials than can happen to people who attend.
package struct FailedCatchRule: Sendable, Codable, Hashable {
    /// The most failed catch trials that are forgiven; at least 0. Services that pay people ask for two failures before
    /// somebody is turned away.
    package var maxFailed: Int
    /// The share of people that it is expected to leave out, 0 to 1.
    package var planned: Double

    /// The rule; what is left out has its default.
    package init(maxFailed: Int = 1, planned: Double = 0.05) {
        self.maxFailed = maxFailed
        self.planned = planned
    }
}

/// Leaves out who gave more than `share` of their timed votes in less than `milliseconds`; with a share of one half this
/// is a bound on the median.
package struct TooFastRule: Sendable, Codable, Hashable {
    /// A vote is fast that came in less, counted from both images in view; at least 1.
    package var milliseconds: Int
    /// The largest share of fast votes that is forgiven, 0 ..< 1.
    package var share: Double
    /// The share of people that it is expected to leave out, 0 to 1.
    package var planned: Double

    /// The rule; what is left out has its default.
    package init(milliseconds: Int = 300, share: Double = 0.5, planned: Double = 0.05) {
        self.milliseconds = milliseconds
        self.share = share
        self.planned = planned
    }
}

/// Leaves out who chose one side in at least `share` of their votes for a side. A person without preference and without
/// bias does so in 10 of 10 votes with probability 1/512.
package struct StraightLiningRule: Sendable, Codable, Hashable {
    /// The least share of one side that is taken for straight-lining; above 0.5, at most 1.
    package var share: Double
    /// Whoever chose a side in fewer votes is not judged; at least 2.
    package var minVotes: Int
    /// The share of people that it is expected to leave out, 0 to 1.
    package var planned: Double

    /// The rule; what is left out has its default.
    package init(share: Double = 0.95, minVotes: Int = 10, planned: Double = 0.05) {
        self.share = share
        self.minVotes = minVotes
        self.planned = planned
    }
}

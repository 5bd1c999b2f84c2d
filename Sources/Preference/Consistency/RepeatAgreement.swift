/// How often people who were shown two images again, with the sides exchanged, chose the same one.
///
/// Model: a repeated pair is answered alike with the same rate by everyone; people are independent. "Alike" means the
/// same image (or method), whichever side it stood on, or neither both times: somebody who always takes the left one is
/// never alike. Somebody who answers by chance and without ties is alike half of the time.
package struct RepeatAgreement: Sendable, Hashable {
    /// Repeated pairs answered alike, of all.
    package let alike: Proportion

    /// The agreement over all repeated pairs.
    ///
    /// - Parameter repeats: what was answered the first time and again. Both show the same two; a pair that does not is
    ///   no repeat and is left out.
    package static func estimate(_ repeats: [(first: Comparison, again: Comparison)]) -> Estimate<RepeatAgreement> {
        let answers = repeats.filter { $0.first.shown == $0.again.shown }
        guard !answers.isEmpty else { return .failure(.noRepeats) }
        let alike = answers.count { $0.first.chosen == $0.again.chosen }
        return .success(RepeatAgreement(alike: Proportion(successes: alike, trials: answers.count)))
    }
}

extension Comparison {
    /// What was shown, whichever side it stood on.
    fileprivate var shown: [Int] { [min(left, right), max(left, right)] }

    /// What was chosen; nil for neither.
    fileprivate var chosen: Int? {
        switch outcome {
        case .left: left
        case .right: right
        case .tie: nil
        }
    }
}

/// How often the methods of a pair stood on the left and on the right within a person, in main trials.
package enum SideBalance: Sendable, Hashable {
    /// Each as often on the left as on the right.
    case equal
    /// Each once more on one side than on the other.
    case withinOne

    /// The balance of a plan.
    ///
    /// - Parameter trials: main trials of a pair that a person sees, at least 1. Half of them have the pair's first
    ///   method on the left; of an odd number one half is greater by one.
    package init(trials: Int) { self = trials.isMultiple(of: 2) ? .equal : .withinOne }
}

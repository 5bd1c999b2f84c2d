/// Some of the votes that make a rate: one person's on the same items.
///
/// Indices are numbers from 0 without great gaps: the memory that resampling takes grows with the greatest of them.
package struct RateCell: Sendable, Hashable {
    /// Index of the person.
    package var person: Int32
    /// Index of the first item shown, such as the image of the one method; -1 where it is not known.
    package var first: Int32
    /// Index of the second, such as the image of the other method, in a list of its own; -1 where there is only one.
    package var second: Int32
    /// Votes for the method; 0 ... `trials`.
    package var wins: UInt32
    /// Votes for the method or the other.
    package var trials: UInt32

    /// Some votes.
    package init(person: Int32, first: Int32 = -1, second: Int32 = -1, wins: UInt32, trials: UInt32) {
        precondition(person >= 0 && first >= -1 && second >= -1, "indices from 0, or -1 for what is not known")
        precondition(wins <= trials, "wins are 0 to the number of trials")
        self.person = person
        self.first = first
        self.second = second
        self.wins = wins
        self.trials = trials
    }
}

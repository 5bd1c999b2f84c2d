/// How many people to invite, so that enough of them can be counted.
///
/// Model: a share of the people invited does not finish, and of those who do a share fails the catch trials. What is
/// left is the wish on average; in half of the studies a little less.
package struct Recruitment: Sendable, Hashable {
    /// The share of people who do not finish.
    package let dropOut: Double
    /// The share of people who finish but fail the catch trials.
    package let catchLoss: Double

    /// The two shares, each at least 0 and below 1.
    package init(dropOut: Double, catchLoss: Double) {
        precondition(0 <= dropOut && dropOut < 1 && 0 <= catchLoss && catchLoss < 1, "shares from 0 to below 1")
        self.dropOut = dropOut
        self.catchLoss = catchLoss
    }

    /// How many people to invite for so many who count.
    package func invitations(for people: Int) -> Int {
        let needed = Double(people) / ((1 - dropOut) * (1 - catchLoss))
        // 9/(1 - 0.1) is 10, and not the next double above it.
        return Int((needed * (1 - 1e-12)).rounded(.up))
    }
}

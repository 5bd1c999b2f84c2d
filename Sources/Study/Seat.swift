/// What one person is asked, made ahead: the items in their order.
package struct Seat: Sendable, Hashable {
    /// Number in the plan, from 1.
    package var number: Int
    /// The items, numbered from 1: the pairs in the order shown, then those to practise on, which are shown before them. So
    /// the first pair that counts is number 1, with practice and without.
    package var items: [SurveyItem]

    /// A seat.
    package init(number: Int, items: [SurveyItem]) {
        self.number = number
        self.items = items
    }

    /// A seat of pairs alone.
    package init(number: Int, trials: [Trial]) {
        self.init(number: number, items: trials.map { .pair($0) })
    }

    /// The pairs among the items, in their order.
    package var trials: [Trial] { items.compactMap(\.pair) }

    /// What is practised on, in the order shown.
    package var practice: [Trial] { items.filter { $0.pair == nil }.map(\.shown) }
}

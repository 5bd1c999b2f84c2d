/// What one person is asked, made ahead: the items in their order.
package struct Seat: Sendable, Hashable {
    /// Number in the plan, from 1.
    package var number: Int
    /// The items in the order shown, numbered from 1.
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
}

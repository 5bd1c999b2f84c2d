package import Preference

extension Table {
    /// What stands in one place of a table.
    package enum Cell: Sendable, Hashable {
        /// A text.
        case text(String)
        /// A whole number; in a format where it is too large to be read.
        case count(Int, NumberFormat? = nil)
        /// A number.
        case number(Double, NumberFormat)
        /// An interval.
        case interval(Interval, NumberFormat)
        /// A number with its interval, or with the reason why that does not exist.
        case estimate(Double, Result<Interval, Gap>, NumberFormat)
        /// A number that does not exist, and why; without a reason where another cell of the row has it. Something else
        /// than a dash may be shown.
        case missing(Gap? = nil, shown: String = NumberText.none)

        /// Nothing, where the reason stands elsewhere.
        package static var none: Cell { .missing() }
    }

    /// Why a number does not exist.
    package struct Gap: Error, Sendable, Hashable {
        /// The reason, in words.
        package var why: String
        /// What is missing, where the column's name does not say it.
        package var what: String?

        /// A reason.
        package init(_ why: String, what: String? = nil) {
            self.why = why
            self.what = what
        }
    }
}

extension Table.Cell {
    /// The cell where it is shown, a reason beside the dash of what is missing.
    var text: String {
        switch self {
        case .text(let text): text
        case .count(let count, let format): format?.text(Double(count)) ?? "\(count)"
        case .number(let value, let format): format.text(value)
        case .interval(let interval, let format): format.text(interval)
        case .estimate(let value, .success(let interval), let format):
            "\(format.text(value)) (\(format.text(interval)))"
        case .estimate(let value, .failure(let gap), let format): "\(format.text(value)) (\(gap.why))"
        case .missing(let gap, let shown): gap.map { "\(shown) (\($0.why))" } ?? shown
        }
    }

    /// Why what it is about does not exist; nil where it does, or where another cell says why.
    var gap: Table.Gap? {
        if case .missing(let gap, _) = self { gap } else { nil }
    }

    /// The same cell, whose reason says what is missing.
    func naming(_ what: String) -> Table.Cell {
        guard case .missing(let gap?, let shown) = self else { return self }
        return .missing(.init(gap.why, what: what), shown: shown)
    }

    /// Whether what it is about does not exist.
    var isMissing: Bool {
        if case .missing = self { true } else { false }
    }

    /// The cell without the reason.
    var withoutReason: Table.Cell {
        if case .missing(_, let shown) = self { .missing(nil, shown: shown) } else { self }
    }
}

extension Table {
    /// What stands over the cells of a column.
    package struct Column: Sendable, Hashable {
        /// What it holds.
        package var heading: String
        /// The unit or basis, which the heading ends with: `[%]`.
        package var unit: String?
        /// The side on which its cells stand under each other.
        package var alignment: Alignment
        /// What a terminal, which has less room, shows over it; nil for heading and unit.
        package var brief: String?
        /// What sentences call a number that is missing in it; nil for heading and unit.
        package var what: String?
        /// Where it is shown.
        package var place: Place
        /// Its name in data for programs; nil where there are none.
        package var key: String?
        /// Whether it holds intervals, of which data for programs have each end in a column of its own.
        package var isInterval = false

        /// Where cells of different length stand under each other.
        package enum Alignment: Sendable, Hashable {
            /// On the left: texts.
            case left
            /// On the right: numbers.
            case right
        }

        /// Where a column is shown.
        package enum Place: Sendable, Hashable {
            /// Wherever the table is.
            case everywhere
            /// Where there is room for it: not in a terminal.
            case page
            /// In a terminal alone, which has it elsewhere or not at all on a page.
            case terminal
        }

        /// A column.
        package init(
            _ heading: String, unit: String? = nil, _ alignment: Alignment = .right, brief: String? = nil,
            what: String? = nil, in place: Place = .everywhere, key: String? = nil
        ) {
            self.heading = heading
            self.unit = unit
            self.alignment = alignment
            self.brief = brief
            self.what = what
            self.place = place
            self.key = key
        }

        /// Heading and unit.
        package var title: String { unit.map { "\(heading) \($0)" } ?? heading }
        /// What a missing number is called.
        var name: String { what ?? title }
    }
}

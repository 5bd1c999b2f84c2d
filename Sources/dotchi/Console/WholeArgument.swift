import ArgumentParser
import Text

/// A whole number as an option with a default takes it, in decimal digits: `+5` is none.
struct WholeArgument: ExpressibleByArgument, ExpressibleByIntegerLiteral {
    /// The number.
    let value: Int

    init(integerLiteral value: Int) { self.value = value }

    init?(argument: String) {
        guard let value = argument.wholeNumber else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { "\(value)" }
}

/// A seed as an option with a default takes it.
struct SeedArgument: ExpressibleByArgument, ExpressibleByIntegerLiteral {
    /// The seed.
    let value: UInt64

    init(integerLiteral value: UInt64) { self.value = value }

    init?(argument: String) {
        guard let value = argument.seedNumber else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { "\(value)" }
}

import ArgumentParser
import Text

/// A number as an option with a default takes it, in decimal digits: `0x1p-3` and `nan` are none.
struct DecimalArgument: ExpressibleByArgument, ExpressibleByFloatLiteral {
    /// The number.
    let value: Double

    init(floatLiteral value: Double) { self.value = value }

    init?(argument: String) {
        guard let value = argument.decimalNumber else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { "\(value)" }
}

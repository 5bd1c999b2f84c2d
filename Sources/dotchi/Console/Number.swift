import ArgumentParser
import Text

/// Numbers as options without a default take them; what is none is refused with what was expected. (Where an option has a
/// default, a transform would keep it from the help.)
enum Number {
    /// A whole number; its range is checked by ``check(_:_:from:to:)``.
    static func whole(_ argument: String) throws -> Int {
        guard let number = argument.wholeNumber else {
            throw ValidationError("expected a whole number in decimal digits")
        }
        return number
    }

    /// A seed.
    static func seed(_ argument: String) throws -> UInt64 {
        guard let number = argument.seedNumber else {
            throw ValidationError("expected a whole number from 0 to \(UInt64.max), in decimal digits")
        }
        return number
    }

    /// Any number.
    static func any(_ argument: String) throws -> Double {
        guard let number = argument.decimalNumber else { throw ValidationError("expected a number, as 0.7") }
        return number
    }
}

/// An interval of numbers, whose ends may belong to it or not.
package struct NumberRange: Sendable, Hashable {
    private let lower: Double
    private let upper: Double
    private let holdsLower: Bool
    private let holdsUpper: Bool

    private init(_ lower: Double, _ holdsLower: Bool, _ upper: Double, _ holdsUpper: Bool) {
        precondition(lower < upper, "an interval holds more than one number")
        self.lower = lower
        self.upper = upper
        self.holdsLower = holdsLower
        self.holdsUpper = holdsUpper
    }

    /// Both ends belong to it.
    package static func from(_ lower: Double, to upper: Double) -> NumberRange { .init(lower, true, upper, true) }

    /// The lower end belongs to it.
    package static func from(_ lower: Double, below upper: Double) -> NumberRange { .init(lower, true, upper, false) }

    /// The upper end belongs to it.
    package static func above(_ lower: Double, atMost upper: Double) -> NumberRange { .init(lower, false, upper, true) }

    /// No end belongs to it.
    package static func above(_ lower: Double, below upper: Double) -> NumberRange { .init(lower, false, upper, false) }

    /// Whether `number` belongs to it; NaN belongs to none.
    package func contains(_ number: Double) -> Bool {
        (holdsLower ? number >= lower : number > lower) && (holdsUpper ? number <= upper : number < upper)
    }
}

extension NumberRange: CustomStringConvertible {
    /// `from 0 to 1`, `from 0, below 1`, `above 0, at most 1`, `above 0.5 and below 1`
    package var description: String {
        let (low, high) = (Self.text(lower), Self.text(upper))
        return switch (holdsLower, holdsUpper) {
        case (true, true): "from \(low) to \(high)"
        case (true, false): "from \(low), below \(high)"
        case (false, true): "above \(low), at most \(high)"
        case (false, false): "above \(low) and below \(high)"
        }
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }
}

import ArgumentParser
import Text

/// Time of training that `--budget` grants a method, all its networks together, as the command line writes it: `75h`,
/// `90m`, `40s`.
struct TrainingBudget: Sendable {
    /// Above 0.
    let seconds: Double

    /// The time that `argument` says.
    init(_ argument: String) throws {
        let units: [Character: Double] = ["h": 3600, "m": 60, "s": 1]
        if argument.decimalNumber != nil {
            throw ValidationError("a time needs its unit: \(argument)h, \(argument)m or \(argument)s")
        }
        guard let unit = argument.last.flatMap({ units[$0] }), let count = argument.dropLast().decimalNumber, count > 0,
            count <= 1_000_000
        else { throw ValidationError("expected a time above 0 with its unit: 75h, 90m or 40s") }
        seconds = count * unit
    }
}

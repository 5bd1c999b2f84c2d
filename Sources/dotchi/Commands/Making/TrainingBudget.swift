import ArgumentParser

/// Time of training that `--budget` grants a method, all its networks together, as the command line writes it: `75h`,
/// `90m`, `40s`.
struct TrainingBudget: ExpressibleByArgument, Sendable {
    /// Above 0.
    let seconds: Double

    init?(argument: String) {
        let units: [Character: Double] = ["h": 3600, "m": 60, "s": 1]
        guard let unit = argument.last.flatMap({ units[$0] }), let count = Double(argument.dropLast()), count > 0,
            count <= 1_000_000
        else { return nil }
        seconds = count * unit
    }
}

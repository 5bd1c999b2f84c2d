import ArgumentParser

/// Refuses a whole number that `option` does not take, and says which it takes; where it was not given, all is well.
///
/// - Throws: `ValidationError`, with which the command ends as at any wrong command line.
func check(_ option: String, _ value: Int?, from least: Int, to most: Int? = nil) throws {
    guard let value, value < least || most.map({ value > $0 }) == true else { return }
    let range = most.map { "from \(least) to \($0)" } ?? "from \(least) up"
    throw ValidationError("\(option) takes a whole number \(range), not \(value)")
}

/// The same for a setting of study.yaml that `option` stands in for, which has the same limits.
///
/// - Throws: `ValidationError`, with which the command ends as at any wrong command line.
func check(_ option: String, _ value: Int?, in range: ClosedRange<Int>) throws {
    try check(option, value, from: range.lowerBound, to: range.upperBound == .max ? nil : range.upperBound)
}

/// Refuses a number that `option` does not take, and says which it takes.
///
/// - Throws: `ValidationError`, with which the command ends as at any wrong command line.
func check(_ option: String, _ value: Double, in range: ClosedRange<Int>) throws {
    guard !(Double(range.lowerBound)...Double(range.upperBound)).contains(value) else { return }
    throw ValidationError("\(option) takes a number from \(range.lowerBound) to \(range.upperBound), not \(value)")
}

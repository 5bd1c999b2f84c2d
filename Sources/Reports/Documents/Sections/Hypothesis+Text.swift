import Study

extension Hypothesis {
    /// Its statement, and its claim as a formula: `A / B (equal-time) > 50 %`.
    ///
    /// - Parameter label: what a method is called.
    /// - Parameter allOthers: what all others together are called.
    func text(label: (String) -> String, allOthers: String) -> String {
        let formula = claim.map { claim in
            let sign =
                switch claim.direction {
                case .greater: ">"
                case .less: "<"
                case .twoSided: "≠"
                }
            let against = claim.against.map(label) ?? allOthers
            return "\(label(claim.method)) / \(against) (\(claim.condition)) \(sign) 50 %"
        }
        return [statement, formula].compactMap(\.self).joined(separator: " – ")
    }
}

import Study

extension SimulationSettings {
    /// All that is wrong with the settings for `plan`.
    func findings(for plan: SurveyPlan) -> [String] {
        var findings: [String] = []
        if plan.seats.isEmpty { findings.append("the plan has no seats") }
        let methods = Set(plan.generations.map(\.pool.method)).sorted()
        for (method, rate) in rates.sorted(by: { $0.key < $1.key }) {
            if !methods.contains(method) {
                findings.append("method \(method) is not in the plan, which has \(methods.joined(separator: ", "))")
            }
            if !(0...1).contains(rate) { findings.append("the rate of method \(method) is \(rate), expected 0 to 1") }
        }
        for (condition, named) in Self.conditions(of: plan) where named.allSatisfy({ rates[$0] != nil }) {
            findings.append(
                "every method of condition \(condition) has a rate (\(named.joined(separator: ", "))); a rate says how "
                    + "often a method is chosen over one that has none, so leave one of them out")
        }
        if !(-1...1).contains(sideBias) { findings.append("the side bias is \(sideBias), expected -1 to 1") }
        let shares = [
            ("share of careless people", careless), ("intra-class correlation", intraclassCorrelation),
            ("share of ties", ties),
        ]
        for (name, share) in shares where !(0...1).contains(share) {
            findings.append("the \(name) is \(share), expected 0 to 1")
        }
        for seat in seats where plan.seat(seat) == nil {
            findings.append("seat \(seat) is not in the plan, which has 1 to \(plan.seats.count)")
        }
        return findings
    }

    /// The conditions of the plan with their methods, in its order.
    private static func conditions(of plan: SurveyPlan) -> [(name: String, methods: [String])] {
        var names: [String] = []
        let pools = plan.generations.map(\.pool).filter { !$0.isRuined }
        for pool in pools where !names.contains(pool.condition) { names.append(pool.condition) }
        return names.map { name in
            (name, pools.filter { $0.condition == name }.map(\.method))
        }
    }
}

import Analysis
import Study

extension StoppingProgress {
    /// The object of the analysis.
    var json: JSONValue {
        .object([
            .init("rule", .string(rule.kind.rawValue)), .init("planned", rule.people.map(JSONValue.integer) ?? .null),
            .init("reached", .integer(reached)), .init("interim", .bool(isInterim)),
        ])
    }
}

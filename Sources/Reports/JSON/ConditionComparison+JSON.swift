import Analysis
import Preference

extension ConditionComparison {
    /// The element of `comparisons`.
    var json: JSONValue {
        let why = difference.why ?? mcNemarP.why
        return .object(
            [
                .init("conditions", .array([.text(conditions.first), .text(conditions.second)])),
                .init("method", .string(method)), .init("difference", .optional(difference.value)),
                .init(
                    "naive",
                    naive.json([("fisher_p", { .number($0.fisherP) }), ("newcombe", { .interval($0.newcombe) })])),
                .init("mcnemar_p", .optional(mcNemarP.value)),
                .init("clustered", clustered.json([("ci", { .interval($0.interval) }), ("p", { .number($0.p) })])),
            ] + (why.map { [.init("why", .string($0.words))] } ?? []))
    }
}

import Analysis
import Preference

extension ConsistencySection {
    /// The section's element of `consistency`.
    var json: JSONValue {
        .object(
            [
                .init("condition", .text(condition)),
                .init("repeat_pairs", .integer(repeats.value?.alike.trials ?? 0)),
                .init("repeat_agreement", .optional(repeats.value.flatMap { try? $0.alike.rate.get() })),
            ] + repeats.reason + [
                .init(
                    "circular_triads",
                    triads.json([("mean", { .number($0.mean) }), ("people_with_none", { .integer($0.peopleWithNone) })])
                ),
                .init(
                    "transitivity",
                    transitivity.json([
                        ("weak", { .integer($0.weak) }), ("moderate", { .integer($0.moderate) }),
                        ("strong", { .integer($0.strong) }),
                    ])),
            ])
    }
}

import Analysis
import Preference

extension DavidsonSection {
    /// The section's element of `davidson`.
    var json: JSONValue {
        let rows = items.map { items in
            JSONValue.array(
                items.map { item in
                    .object([
                        .init("name", .string(item.method)), .init("log_strength", .number(item.value)),
                        .init("se", .number(item.error)),
                    ])
                })
        }
        return .object(
            [.init("condition", .text(condition)), .init("items", rows.value ?? .null)]
                + fit.members([
                    ("nu", { .number($0.nu) }), ("deviance", { .number($0.deviance) }),
                    ("df", { .integer($0.degreesOfFreedom) }),
                ]))
    }
}

extension ThurstoneSection {
    /// The section's element of `thurstone`; errors and intervals are of `z` and `jod`, with people as clusters.
    var json: JSONValue {
        let rows = estimates.map { estimates in
            JSONValue.array(
                zip(items.value ?? [], estimates).map { item, estimate in
                    let clustered = estimate.clustered.mapError(Missing.init)
                    let interval = clustered.flatMap { _ in estimate.interval.mapError(Missing.init) }
                    return .object(
                        [
                            .init("name", .string(item.method)), .init("z", .number(item.value)),
                            .init("jod", .number(Thurstone.jod(item.value))),
                            .init("se_naive", .number(estimate.errorNaive)),
                            .init("se_cr2", .optional(clustered.value?.cr2)),
                            .init("jod_ci", interval.value.map { .interval(Thurstone.jod($0)) } ?? .null),
                        ] + interval.reason)
                })
        }
        return .object([.init("condition", .text(condition)), .init("items", rows.value ?? .null)] + rows.reason)
    }
}

extension Thurstone {
    /// An interval of distances in just objectionable differences.
    static func jod(_ interval: Interval) -> Interval { Interval(low: jod(interval.low), high: jod(interval.high)) }
}

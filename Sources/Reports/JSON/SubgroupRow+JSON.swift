import Analysis
import Preference

extension SubgroupRow {
    /// The element of `subgroups`.
    var json: JSONValue {
        let why = rate.why ?? clustered.why ?? difference.why
        return .object(
            [
                .init("condition", .text(condition)), .init("method", .string(method)), .init("by", .string(by)),
                .init("value", .text(value)), .init("people", .integer(people)), .init("rate", .optional(rate.value)),
                .init("ci", clustered.value.map { .interval($0.interval) } ?? .null),
                .init("p_difference", .optional(difference.value?.p)),
            ] + (why.map { [.init("why", .string($0.words))] } ?? []))
    }
}

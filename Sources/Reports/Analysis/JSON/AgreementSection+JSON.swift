import Preference

extension AgreementSection {
    /// The section's element of `agreement`.
    var json: JSONValue {
        let interval = alpha.flatMap { $0.interval.mapError(Missing.init) }
        let why = interval.why ?? kendallU.why
        return .object(
            [
                .init("condition", .text(condition)), .init("krippendorff_alpha", .optional(alpha.value?.alpha)),
                .init("ci", interval.value.map(JSONValue.interval) ?? .null),
                .init("kendall_u", .optional(kendallU.value?.u)),
            ] + (why.map { [.init("why", .string($0.rawValue))] } ?? []))
    }
}

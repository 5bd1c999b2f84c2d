import Analysis
import Preference

extension AgreementSection {
    /// The section's element of `agreement`; `why` is that of alpha and its interval, `kendall_u_why` that of u.
    var json: JSONValue {
        let interval = alpha.flatMap { $0.interval.mapError(Missing.init) }
        return .object(
            [
                .init("condition", .text(condition)),
                .init("unit", units.known > 0 ? .string(units.areItems ? "item" : "images") : .null),
                .init("unit_votes", .integer(units.known)),
                .init("krippendorff_alpha", .optional(alpha.value?.alpha)),
                .init("ci", interval.value.map(JSONValue.interval) ?? .null),
            ] + interval.reason + [
                .init("kendall_u", .optional(kendallU.value?.u)),
                .init("kendall_u_people", kendallU.value.map { .integer($0.people) } ?? .null),
            ] + (kendallU.why.map { [.init("kendall_u_why", .string($0.words))] } ?? []))
    }
}

import Study

extension HypothesisTest {
    /// The element of `hypotheses`; `supported` is null where nothing was tested.
    func json(level: Double) -> JSONValue {
        let claim = hypothesis.claim
        return .object(
            [
                .init("name", .string(hypothesis.name)), .init("statement", .text(hypothesis.statement)),
                .init("condition", .text(claim?.condition)), .init("method", .text(claim?.method)),
                .init("against", .text(claim?.against)), .init("direction", .text(claim?.direction.rawValue)),
                .init("p", .optional(p.value)), .init("p_holm", .optional(holmP)),
                .init("supported", isSupported(level: level).map(JSONValue.bool) ?? .null),
            ] + (claim == nil ? [.init("why", .string("in words only"))] : p.reason))
    }
}

import Analysis
import Study

extension HypothesisTest {
    /// The element of `hypotheses`; `supported` is null where nothing was tested, and while the study is not at its end.
    func json(level: Double, stopping: StoppingProgress?) -> JSONValue {
        let claim = hypothesis.claim
        let interim = stopping.flatMap { progress in
            let planned = progress.rule.people ?? 0
            return progress.isInterim
                ? "interim: \(progress.reached) of \(planned.counted("person", "people"))" : nil
        }
        let isSupported = interim == nil ? isSupported(level: level) : nil
        let untested = p.reason.isEmpty ? interim.map { [JSONValue.Member("why", .string($0))] } ?? [] : p.reason
        return .object(
            [
                .init("name", .string(hypothesis.name)), .init("statement", .text(hypothesis.statement)),
                .init("condition", .text(claim?.condition)), .init("method", .text(claim?.method)),
                .init("against", .text(claim?.against)), .init("direction", .text(claim?.direction.rawValue)),
                .init("p", .optional(p.value)), .init("p_holm", .optional(holmP)),
                .init("supported", isSupported.map(JSONValue.bool) ?? .null),
            ] + (claim == nil ? [.init("why", .string("in words only"))] : untested))
    }
}

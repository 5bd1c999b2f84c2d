import Analysis
import Preference

extension BradleyTerrySection {
    /// The section's element of `bradley_terry`.
    var json: JSONValue {
        let connected = components.count == 1
        let groups = estimate.flatMap { $0.groups.mapError(Missing.init) }
        let head: [JSONValue.Member] = [
            .init("condition", .text(condition)), .init("connected", .bool(connected)),
            .init("components", .array(components.map { .array($0.map(JSONValue.string)) })),
        ]
        guard case .success(let estimate) = estimate else {
            let keys = ["items", "log_likelihood", "deviance", "df", "order_effect", "pairs", "groups"]
            return .object(head + keys.map { .init($0, .null) } + self.estimate.reason)
        }
        return .object(
            head + [
                .init("items", .array(methods.indices.map { item($0, estimate.strengths[$0]) })),
                .init("log_likelihood", .number(estimate.fit.logLikelihood)),
                .init("deviance", .number(estimate.fit.deviance)), .init("df", .integer(estimate.fit.degreesOfFreedom)),
                .init("order_effect", orderEffect(estimate.orderEffect.mapError(Missing.init))),
                .init("pairs", .array(estimate.pairs.map(pair))),
                .init(
                    "groups",
                    groups.value.map { groups in .array(groups.map { .array($0.map { .string(methods[$0]) }) }) }
                        ?? .null),
            ] + groups.reason)
    }

    private func item(_ item: Int, _ strength: LogOddsEstimate) -> JSONValue {
        let clustered = strength.clustered.mapError(Missing.init)
        return .object(
            [
                .init("name", .string(methods[item])), .init("log_strength", .number(strength.value)),
                .init("se_naive", .number(strength.errorNaive)),
            ]
                + clustered.members([
                    ("se_cr0", { .number($0.cr0) }), ("se_cr1", { .number($0.cr1) }), ("se_cr2", { .number($0.cr2) }),
                ]) + [
                    .init("ci", (try? strength.interval.get()).map(JSONValue.interval) ?? .null),
                    .init("bootstrap", bootstrap(of: item)),
                ])
    }

    private func bootstrap(of item: Int) -> JSONValue {
        bootstrap.json([
            ("resamples", { .integer($0.resamples) }), ("seed", { .integer(Int(clamping: $0.seed)) }),
            ("se", { .number($0.strengths[item].error) }), ("ci", { .interval($0.strengths[item].interval) }),
            ("without_fit", { .integer($0.separated + $0.disconnected + $0.tooUneven) }),
        ])
    }

    private func orderEffect(_ effect: Result<LogOddsEstimate, Missing>) -> JSONValue {
        guard case .success(let estimate) = effect else {
            return .object(["log", "se", "p"].map { .init($0, .null) } + effect.reason)
        }
        let p = estimate.p.mapError(Missing.init)
        let error = (try? estimate.clustered.get())?.cr2 ?? estimate.errorNaive
        return .object(
            [
                .init("log", .number(estimate.value)), .init("se", p.value == nil ? .null : .number(error)),
                .init("p", .optional(p.value)),
            ] + p.reason)
    }

    private func pair(_ pair: BradleyTerryInference.Pair) -> JSONValue {
        let adjusted = pair.pHolm.mapError(Missing.init)
        return .object(
            [
                .init("a", .string(methods[pair.a])), .init("b", .string(methods[pair.b])),
                .init("p", .optional(try? pair.difference.p.get())), .init("p_holm", .optional(adjusted.value)),
            ] + adjusted.reason)
    }
}

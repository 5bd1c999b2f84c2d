import Analysis
import Preference

extension RateRow {
    /// The row's element of `rates`.
    ///
    /// - Parameter evidenceAlpha: an e-value of 1/`evidenceAlpha` is enough to stop at.
    func json(evidenceAlpha: Double) -> JSONValue {
        .object(
            plainMembers + [
                .init("bootstrap", bootstrapJSON), .init("two_way_bootstrap", twoWayJSON),
                .init("mixed", mixedJSON), .init("sequential", sequentialJSON(alpha: evidenceAlpha)),
                .init("fragility", fragilityJSON),
            ])
    }

    /// The row's element of `without_exclusions`.
    var plainJSON: JSONValue { .object(plainMembers) }

    private var plainMembers: [JSONValue.Member] {
        [
            .init("condition", .text(condition)), .init("method", .string(method)), .init("against", .text(against)),
            .init("wins", .integer(wins)), .init("losses", .integer(losses)), .init("ties", .integer(ties)),
            .init("participants", .integer(participants)), .init("rate", .optional(rate.value)),
        ] + rate.reason + [.init("naive", naiveJSON), .init("clustered", clusteredJSON)]
    }

    private var bootstrapJSON: JSONValue {
        bootstrap.json([
            ("resamples", { .integer($0.resamples) }), ("seed", { .integer(Int(clamping: $0.seed)) }),
            ("se", { .number($0.error) }), ("ci", { .interval($0.interval) }),
        ])
    }

    private var mixedJSON: JSONValue {
        mixed.json([
            ("intercept", { .number($0.intercept) }), ("sd", { .number($0.sd) }),
            ("conditional", { .number($0.conditional) }), ("marginal", { .number($0.marginal) }),
            ("ci", { .interval($0.interval) }),
        ])
    }

    private var twoWayJSON: JSONValue {
        twoWayBootstrap.json([("se", { .number($0.error) }), ("ci", { .interval($0.interval) })])
    }

    private var naiveJSON: JSONValue {
        naive.json([
            ("wilson", { .interval($0.wilson) }), ("clopper_pearson", { .interval($0.clopperPearson) }),
            ("jeffreys", { .interval($0.jeffreys) }), ("exact_p", { .number($0.exactP) }),
            ("mid_p", { .number($0.midP) }),
        ])
    }

    private var clusteredJSON: JSONValue {
        guard case .success(let clustered) = clustered else {
            let keys = ["se_cr0", "se_cr1", "se_cr2", "df", "ci", "p", "icc", "design_effect"]
            return .object(keys.map { .init($0, .null) } + self.clustered.reason)
        }
        let correlation = clustered.intraclassCorrelation.mapError(Missing.init)
        return .object(
            [
                .init("se_cr0", .number(clustered.errorCR0)), .init("se_cr1", .number(clustered.errorCR1)),
                .init("se_cr2", .number(clustered.errorCR2)), .init("df", .number(clustered.degreesOfFreedom)),
                .init("ci", .interval(clustered.interval)), .init("p", .number(clustered.p)),
                .init("icc", .optional(correlation.value)), .init("design_effect", .number(clustered.designEffect)),
            ] + correlation.reason)
    }

    private var fragilityJSON: JSONValue {
        let people = fragility.flatMap { $0.people.mapError(Missing.init) }
        return .object(
            [
                .init("votes_to_flip", fragility.value.map { .integer($0.votes) } ?? .null),
                .init("participants_to_flip", people.value.map(JSONValue.integer) ?? .null),
            ] + people.reason)
    }

    private func sequentialJSON(alpha: Double) -> JSONValue {
        let others: [JSONValue.Member] = [
            .init("naive_log_e", .optional(naive.value?.logEValue)),
            // In binary 1 - 0.95 is a little more than 0.05.
            .init("alpha", .number(Double(NumberText.significant(alpha, 12)) ?? alpha)),
        ]
        guard case .success(let sequential) = sequential else {
            return .object(
                ["e_value", "confidence_sequence", "advice"].map { .init($0, .null) } + self.sequential.reason
                    + others)
        }
        return .object(
            [
                .init("e_value", .number(sequential.eValue)),
                .init(
                    "confidence_sequence", sequential.confidenceSequence.value.map(JSONValue.interval) ?? .null),
            ] + sequential.confidenceSequence.reason + [
                .init("advice", .string(sequential.advice.name))
            ] + others)
    }
}

extension StoppingAdvice {
    /// The advice as programs read it.
    fileprivate var name: String {
        switch self {
        case .stopAhead: "stop_ahead"
        case .stopBehind: "stop_behind"
        case .stopAtPlan: "stop_at_plan"
        case .stopOutOfReach: "stop_out_of_reach"
        case .goOn: "go_on"
        }
    }
}

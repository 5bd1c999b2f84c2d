import Preference

extension AnalysisSummary {
    /// The object that `dotchi analyze --json` prints: `votes`, `funnel`, `rates`. A number that does not exist is null
    /// with a `why` beside it; intervals are `[low, high]`.
    package var json: JSONValue {
        .object([
            .init(
                "votes",
                .object([
                    .init("total", .integer(votes.total)), .init("counted", .integer(votes.counted)),
                    .init("participants", .integer(votes.participants)),
                    .init("simulated", .integer(votes.simulated)),
                ])),
            .init("funnel", .array(funnel.map(\.json))),
            .init("rates", .array(rates.map(\.json))),
        ])
    }
}

extension FunnelRow {
    fileprivate var json: JSONValue {
        .object([
            .init("rule", .string(rule)), .init("people", .integer(people)), .init("votes", .integer(votes)),
            .init("planned", .null), .init("alarm", .null), .init("why", .string("no share is planned")),
        ])
    }
}

extension RateRow {
    fileprivate var json: JSONValue {
        let members: [JSONValue.Member] = [
            .init("condition", .text(condition)), .init("method", .string(method)), .init("against", .text(against)),
            .init("wins", .integer(wins)), .init("losses", .integer(losses)), .init("ties", .integer(ties)),
            .init("participants", .integer(participants)),
            .init("rate", rate.value.map(JSONValue.number) ?? .null),
        ]
        let naive = naive.json([
            ("wilson", { .interval($0.wilson) }), ("clopper_pearson", { .interval($0.clopperPearson) }),
            ("exact_p", { .number($0.exactP) }),
        ])
        let clustered = clustered.json([
            ("se_cr2", { .number($0.errorCR2) }), ("df", { .number($0.degreesOfFreedom) }),
            ("ci", { .interval($0.interval) }), ("p", { .number($0.p) }),
        ])
        return .object(members + rate.reason + [.init("naive", naive), .init("clustered", clustered)])
    }
}

extension Result where Failure == Missing {
    /// The object of the numbers, or of as many nulls and the reason.
    fileprivate func json(_ members: [(key: String, number: (Success) -> JSONValue)]) -> JSONValue {
        .object(members.map { .init($0.key, value.map($0.number) ?? .null) } + reason)
    }

    fileprivate var reason: [JSONValue.Member] {
        why.map { [.init("why", .string($0.rawValue))] } ?? []
    }
}

extension JSONValue {
    fileprivate static func interval(_ interval: Interval) -> JSONValue {
        .array([.number(interval.low), .number(interval.high)])
    }
}

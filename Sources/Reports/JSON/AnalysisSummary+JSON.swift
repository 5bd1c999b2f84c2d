import Analysis
import Votes

extension AnalysisSummary {
    /// The object that `dotchi analyze --json` prints. A number that does not exist is null with a `why` beside it;
    /// intervals are `[low, high]`.
    package var json: JSONValue {
        let members: [JSONValue.Member] = [
            .init("votes", votes.json),
            .init("funnel", .array(funnel.map(\.json))),
            .init("stopping", stopping?.json ?? .null),
            .init("rates", .array(rates.map { $0.json(evidenceAlpha: evidenceAlpha) })),
            .init("hypotheses", .array(hypotheses.map { $0.json(level: level, stopping: stopping) })),
            .init("comparisons", .array(comparisons.map(\.json))),
            .init("bradley_terry", .array(bradleyTerry.map(\.json))),
            .init("davidson", .array(davidson.map(\.json))), .init("thurstone", .array(thurstone.map(\.json))),
            .init("side", .array(sides.map(\.json))),
            .init("consistency", .array(consistency.map(\.json))),
            .init("agreement", .array(agreement.map(\.json))),
            .init("images", .array(images.flatMap(\.json))),
            .init("fronts", .array(fronts.map(\.json))),
            .init("subgroups", .array(subgroups.map(\.json))),
            .init("without_exclusions", .object([.init("rates", .array(withoutExclusions.map(\.plainJSON)))])),
        ]
        return .object(members + (reportedImages.map { [.init("reported", .array($0.map(\.json)))] } ?? []))
    }
}

extension VoteCounts {
    fileprivate var json: JSONValue {
        .object([
            .init("total", .integer(total)), .init("counted", .integer(counted)),
            .init("participants", .integer(participants)), .init("simulated", .integer(simulated)),
            .init("other_plans", .integer(otherPlans)), .init("unreadable_sessions", .integer(unreadableSessions)),
        ])
    }
}

extension ReportedImageRow {
    fileprivate var json: JSONValue {
        .object([
            .init("image", .string(image)), .init("file", file.map(JSONValue.string) ?? .null),
            .init("people", .integer(people)),
        ])
    }
}

extension FunnelRow {
    /// The row's element of `funnel`.
    var json: JSONValue {
        .object(
            [
                .init("rule", .string(rule)), .init("people", .integer(people)), .init("votes", .integer(votes)),
                .init("planned", .optional(planned)), .init("alarm", alarm.map(JSONValue.bool) ?? .null),
            ]
                + (failed?.checks == nil
                    ? []
                    : [
                        .init("failed_catch", failed?.catches.map(JSONValue.integer) ?? .null),
                        .init("failed_check", failed?.checks.map(JSONValue.integer) ?? .null),
                    ]) + (planned == nil ? [.init("why", .string("no share is planned"))] : []))
    }
}

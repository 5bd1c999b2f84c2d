import Analysis
import Foundation
import Preference
import Study

extension Board {
    /// A part of the board: its heading, its sentences, and a table.
    struct Part {
        let heading: String
        var sentences: [String] = []
        var table: Table?
    }

    /// What is on the board, in this order; parts of which nothing is known are left out.
    var parts: [Part] {
        [peoplePart, votesPart, evidencePart, ratesPart, attritionPart, exclusionsPart, troublePart].compactMap(\.self)
    }

    /// What everybody sees first: numbers, each with what it is.
    var figures: [(number: String, name: String)] {
        let reached = summary?.stopping?.reached ?? 0
        let planned =
            summary?.stopping?.rule.people.map { [("\(reached) / \($0)", "who count, of those planned")] } ?? []
        return [
            ("\(people.finished)", "finished"), ("\(people.underWay)", "under way"), ("\(people.left)", "left"),
        ] + planned + [("\(summary?.votes.total ?? 0)", "votes")]
    }

    private var peoplePart: Part {
        let rows = [
            ("finished", people.finished), ("under way", people.underWay), ("left before the end", people.left),
            ("screened out", people.screenedOut), ("declined", people.declined),
        ]
        var sentences = [
            "Seats: \(seats.count), of which nobody has finished \(seats.unfinished); the most people on one seat: \(seats.most)."
        ]
        if people.simulated > 0 { sentences.insert("Of these people simulated: \(people.simulated).", at: 0) }
        if let stopping = summary?.stopping, let planned = stopping.rule.people, stopping.reached > planned {
            sentences.append("More than planned who finished and count: \(stopping.reached - planned).")
        }
        return Part(
            heading: "People", sentences: sentences,
            table: Table(
                [.init("State", .left) { .text($0.0) }, .init("People") { .count($0.1) }]
                    as [Table.Field<(String, Int)>],
                rows))
    }

    private var votesPart: Part {
        guard let summary, summary.votes.total > 0 else {
            return Part(heading: "Votes", sentences: ["There are no votes yet."])
        }
        var sentences = ["Votes that count: \(summary.votes.counted) of \(summary.votes.total)."]
        if let median = speed.medianMilliseconds {
            let seconds = (Double(median) / 1000).formatted(
                .number.precision(.fractionLength(1)).locale(.init(identifier: "en")))
            sentences.append("Median time to an answer: \(seconds) s.")
        }
        sentences.append("Votes of the last hour: \(speed.votesOfLastHour).")
        if let latest = speed.latest { sentences.append("The latest vote: \(latest.formatted(.iso8601)).") }
        if !scope.showsRates { sentences.append(hiddenRates) }
        return Part(heading: "Votes", sentences: sentences)
    }

    /// Why no rates are shown.
    private var hiddenRates: String {
        switch (summary?.stopping?.rule.kind, summary?.stopping?.rule.people) {
        case (.fixed, let planned?):
            "Rates are hidden until as many people finished and count as planned (\(planned)): who looks before finds more than there is."
        case (.eValue, _): "Rates are hidden until no pair of methods needs more people."
        default: "Rates are hidden: the study has no stopping rule (analysis.stopping), so no look is the last one."
        }
    }

    /// One row for each pair of methods under each condition, in the order of the methods: which of the two leads is no part of it.
    var pairs: [RateRow] {
        summary?.rates.filter { row in
            let methods = summary?.conditions.first { $0.name == row.condition }?.methods ?? []
            guard let against = row.against, let first = methods.firstIndex(of: row.method) else { return false }
            return methods.firstIndex(of: against).map { first < $0 } ?? false
        } ?? []
    }

    private var evidencePart: Part? {
        guard scope != .counts, let summary, summary.votes.counted > 0 else { return nil }
        let enough = EValueText.enough(alpha: summary.evidenceAlpha)
        return Part(
            heading: "Evidence",
            sentences: ["The evidence that two methods differ is enough at an e-value of \(enough)."],
            table: Table(
                nameFields + [
                    .init("E-value") { row in
                        row.sequential.value.map { .text(EValueText.text(logE: $0.logEValues.last ?? 0)) } ?? .none
                    },
                    .init("What to do", .left) { row in
                        row.sequential.value.map { .text($0.advice.withoutLeader) } ?? .none
                    },
                ], pairs))
    }

    private var ratesPart: Part? {
        guard scope.showsRates, let summary, summary.votes.counted > 0 else { return nil }
        return Part(
            heading: "Rates",
            sentences: [
                "Intervals at \(NumberText.level(summary.level)) %, with people as the unit; the second holds at any time."
            ],
            table: Table(
                nameFields + [
                    .init("Rate", unit: "[%]") { row in row.rate.value.map { .number($0, .percent) } ?? .none },
                    .init("By person", unit: "[%]") { row in
                        row.clustered.value.map { .interval($0.interval, .percent) } ?? .none
                    },
                    .init("At any time", unit: "[%]") { row in
                        row.sequential.value?.confidenceSequence.value.map { .interval($0, .percent) } ?? .none
                    },
                    .init("People") { .count($0.participants) },
                ], summary.conditions.flatMap { summary.leadingRates(of: $0) }))
    }

    private var nameFields: [Table.Field<RateRow>] {
        [
            .init("Condition", .left) { $0.condition.map { .text($0) } ?? .none },
            .init("Method", .left) { [labels] in .text(labels[$0.method] ?? $0.method) },
            .init("Against", .left) { [labels] row in .text(row.against.map { labels[$0] ?? $0 } ?? "all others") },
        ]
    }

    private var attritionPart: Part? {
        guard !devices.isEmpty else { return nil }
        let last = lastPairs.map { "\($0.answered) (\($0.people))" }
        return Part(
            heading: "Who stays",
            sentences: last.isEmpty
                ? [] : ["Pairs answered by those who left (people): \(last.joined(separator: ", "))."],
            table: Table(
                [
                    .init("Device", .left) { .text($0.name) }, .init("Began") { .count($0.began) },
                    .init("Finished") { .count($0.finished) }, .init("Left") { .count($0.left) },
                ], devices))
    }

    private var exclusionsPart: Part? {
        guard let summary, summary.funnel.contains(where: { $0.votes > 0 }) else { return nil }
        return Part(
            heading: "Left out",
            table: Table(
                [
                    .init("Rule", .left) { .text($0.rule) }, .init("People") { .count($0.people) },
                    .init("Votes") { .count($0.votes) },
                    .init("Planned", unit: "[%]") { $0.planned.map { .number($0, .percent) } ?? .none },
                    .init("", .left) { .text($0.alarm == true ? "▲ far more than planned" : "") },
                ], summary.funnel.filter { $0.votes > 0 }))
    }

    private var troublePart: Part? {
        guard !failedImages.isEmpty || timeouts > 0 else { return nil }
        return Part(
            heading: "Trouble",
            sentences: timeouts > 0 ? ["How often the time to answer was over: \(timeouts)."] : [],
            table: failedImages.isEmpty
                ? nil
                : Table(
                    [
                        .init("Condition", .left) { .text($0.condition) },
                        .init("Method", .left) { [labels] in .text(labels[$0.method] ?? $0.method) },
                        .init("Images not shown") { .count($0.images) },
                    ], failedImages))
    }
}

extension StoppingAdvice {
    /// What to do, without which method leads.
    fileprivate var withoutLeader: String {
        switch self {
        case .stopAhead, .stopBehind: "stop: the evidence is enough"
        case .stopAtPlan: "stop: as many people as planned finished"
        case .stopOutOfReach: "stop: the people still planned cannot bring enough evidence"
        case .goOn: "go on"
        }
    }
}

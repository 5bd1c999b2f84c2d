import Analysis
import Foundation
import Preference
import Study

extension Board {
    private var heading: String {
        "\(title), plan \(plan.prefix(12)), \(at.formatted(.iso8601))"
    }

    /// The board for a terminal, without a line feed at the end.
    package var terminal: String {
        let numbers = figures.map { "\($0.number) \($0.name)" }.joined(separator: ", ")
        let parts = parts.map { part in
            ([part.heading] + part.sentences.flatMap(PlainText.wrapped)
                + [part.table?.terminal].compactMap(\.self)
                .filter { !$0.isEmpty }).joined(separator: "\n")
        }
        return ([[PlainText.oneLine(heading), numbers].joined(separator: "\n")] + parts).joined(separator: "\n\n")
    }

    /// What stands within the page of the board. All of it is escaped.
    package var html: String {
        let head = """
            <header><p>\(HTML.escaped(String(plan.prefix(12))))</p><h1>\(HTML.escaped(title))</h1>\
            <p><time>\(HTML.escaped(at.formatted(.iso8601)))</time></p></header>
            """
        let sections = parts.map { part in
            HTML.section(
                part.heading.lowercased().replacing(" ", with: "-"), part.heading,
                part.sentences.map { HTML.paragraph($0) } + [part.table?.html ?? ""])
        }
        return ([head, HTML.keyFigures(figures)] + sections).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The page of a board as it stands at one moment, for itself: it loads and runs nothing.
    package var page: String { HTML.page(title: title, style: PageStyle.css, body: html) }

    /// The page of a board that keeps up with what a server says at `address`: server-sent events, each with ``html`` as JSON.
    package func livePage(events address: String) -> String {
        let script = """
            addEventListener("DOMContentLoaded", () => {
              const source = new EventSource(document.body.firstElementChild.dataset.events)
              source.onmessage = event => { document.querySelector("main").innerHTML = JSON.parse(event.data) }
              source.onerror = () => { document.querySelector("#lost").hidden = source.readyState !== EventSource.CLOSED }
            })
            """
        return HTML.page(
            title: title, style: PageStyle.css, script: script,
            body: """
                <div data-events="\(HTML.escaped(address))"></div>
                <p id="lost" class="notice" role="status" hidden>The collector ended the connection. Load this page again.</p>
                <main>
                \(html)
                </main>
                """)
    }

    /// The board as data for programs. Nothing is in it that may not be seen yet: it is null, with why.
    package var json: JSONValue {
        .object(
            [
                .init("title", .string(title)), .init("plan", .string(plan)),
                .init("at", .string(at.formatted(.iso8601))), .init("shows", .string(scope.rawValue)),
                .init(
                    "people",
                    .object([
                        .init("finished", .integer(people.finished)), .init("under_way", .integer(people.underWay)),
                        .init("left", .integer(people.left)), .init("screened_out", .integer(people.screenedOut)),
                        .init("declined", .integer(people.declined)), .init("simulated", .integer(people.simulated)),
                    ])),
                .init("stopping", summary?.stopping?.json ?? .null),
                .init(
                    "votes",
                    .object([
                        .init("total", .integer(summary?.votes.total ?? 0)),
                        .init("counted", .integer(summary?.votes.counted ?? 0)),
                        .init("last_hour", .integer(speed.votesOfLastHour)),
                        .init("median_ms", speed.medianMilliseconds.map(JSONValue.integer) ?? .null),
                        .init("latest", .text(speed.latest?.formatted(.iso8601))),
                    ])),
                .init(
                    "seats",
                    .object([
                        .init("count", .integer(seats.count)), .init("unfinished", .integer(seats.unfinished)),
                        .init("most", .integer(seats.most)),
                    ])),
                .init(
                    "devices",
                    .array(
                        devices.map {
                            .object([
                                .init("device", .string($0.name)), .init("began", .integer($0.began)),
                                .init("finished", .integer($0.finished)), .init("left", .integer($0.left)),
                            ])
                        })),
                .init(
                    "last_pairs",
                    .array(
                        lastPairs.map {
                            .object([.init("answered", .integer($0.answered)), .init("people", .integer($0.people))])
                        })),
                .init(
                    "failed_images",
                    .array(
                        failedImages.map {
                            .object([
                                .init("condition", .string($0.condition)), .init("method", .string($0.method)),
                                .init("images", .integer($0.images)),
                            ])
                        })),
                .init("timeouts", .integer(timeouts)),
                .init("funnel", .array(summary?.funnel.map(\.json) ?? [])),
            ] + votesJSON)
    }

    private var votesJSON: [JSONValue.Member] {
        guard let summary else { return [.init("evidence", .null), .init("rates", .null)] }
        let alpha = summary.evidenceAlpha
        let evidence = pairs.map { row in
            JSONValue.object([
                .init("condition", .text(row.condition)),
                .init("methods", .array([row.method, row.against ?? ""].map(JSONValue.string))),
                .init("e_value", .optional(row.sequential.value?.eValue)),
                .init("enough", .bool(row.sequential.value?.advice.isClear ?? false)),
                .init("stop", .bool(row.sequential.value.map { $0.advice != .goOn } ?? false)),
            ])
        }
        let why = [JSONValue.Member("why", .string("hidden until the study has ended"))]
        return [
            .init("evidence", scope == .counts ? .null : .array(evidence)),
            .init("rates", scope.showsRates ? .array(summary.rates.map { $0.json(evidenceAlpha: alpha) }) : .null),
        ] + (scope.showsRates ? [] : why)
    }
}

import Foundation
import TestKit
import Testing

@Suite("The metrics of a collector", .endsHangs)
struct MetricsTests {
    @Test("count what came in, name nobody, and can be read at their own port alone")
    func counted() async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(TinyStudy.yaml.replacing("trials: 3,", with: ServedStudy.survey), to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "4").trimmingCharacters(in: .newlines)
            let served = try await ServedStudy(dotchi, "--metrics-port", "0")
            let port = try await served.metricsPort()
            func series() async throws -> [String: Double] {
                let reply = try await HTTPExchange.request("GET", "/metrics", port: port, headers: [:], body: Data())
                try #require(reply.status == 200)
                #expect(reply.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
                let rows = reply.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
                return Dictionary(
                    uniqueKeysWithValues: rows.map { row in
                        let parts = row.split(separator: " ")
                        return (parts.dropLast().joined(separator: " "), Double(parts[parts.count - 1]) ?? .nan)
                    })
            }
            var before = try await series()
            #expect(before["dotchi_events_accepted_total"] == 0 && before["dotchi_answers_seconds_count"] == 0)

            let begun = try await served.begin(plan: plan)
            var file = AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))
            (file.session, file.seat, file.participant) = (begun.session, begun.seat, "person-of-note")
            #expect(try await served.request("POST", "/v1/answers", secret: begun.secret, file.text).status == 200)
            #expect(try await served.request("POST", "/v1/answers", secret: "other", file.text).status == 401)
            let after = try await series()
            #expect(after["dotchi_sessions_begun_total"] == 1)
            #expect(after["dotchi_events_accepted_total"] == Double(file.lines.count - 1))
            #expect(after["dotchi_events_refused_total"] == 0 && after["dotchi_store_failures_total"] == 0)
            #expect(after["dotchi_answers_seconds_count"] == 1)
            #expect(after[#"dotchi_answers_seconds_bucket{le="+Inf"}"#] == 1)
            #expect(after["dotchi_answers_seconds_sum"].map { $0 > 0 } == true)
            #expect(after[#"dotchi_http_replies_total{status="2xx"}"#] == 2)
            #expect(after[#"dotchi_http_replies_total{status="4xx"}"#] == 1)
            #expect(after[#"dotchi_people{state="under_way"}"#] == 1)
            #expect(!after.keys.contains { $0.contains("person-of-note") || $0.contains(begun.session) })
            // Buckets hold all that is below their ends.
            let buckets = after.filter { $0.key.contains("_bucket") }.values
            #expect(buckets.count == 14 && buckets.allSatisfy { $0 == 0 || $0 == 1 })

            _ = try await served.request(
                "POST", "/v1/finish", secret: begun.secret, #"{"session":"\#(begun.session)"}"#)
            before = try await series()
            #expect(
                before[#"dotchi_people{state="finished"}"#] == 1 && before[#"dotchi_people{state="under_way"}"#] == 0)
            #expect(try await served.request("GET", "/metrics").status == 404)
            #expect(try await served.end() == 0)
            let taken = try await dotchi("survey", "serve", "--port", "0", "--metrics-port", "70000")
            #expect(taken.status == 64 && taken.talk.contains("--metrics-port"), "\(taken.talk)")
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("The collector", .endsHangs)
struct CollectorTests {
    /// A study whose answers are sent, its plan, and the collector at work.
    private func withCollector(
        _ survey: String = ServedStudy.survey, _ arguments: String...,
        body: (Dotchi, String, ServedStudy) async throws -> Void
    ) async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(TinyStudy.yaml.replacing("trials: 3,", with: survey), to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "4").trimmingCharacters(in: .newlines)
            try await body(dotchi, plan, ServedStudy(dotchi))
        }
    }

    /// The answer file of somebody who was let in.
    private func answers(_ begun: ServedStudy.Begun, plan: String, _ person: String = "p") -> AnswerLines {
        var file = AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))
        (file.session, file.seat, file.participant) = (begun.session, begun.seat, person)
        return file
    }

    @Test(
        "a person begins, answers in parts given twice and in any order, and ends: stored once, with exit and receipt")
    func whole() async throws {
        let exit = #"exit: {finished: "https://example.org/done?cc=SECRETCODE"},"#
        try await withCollector(ServedStudy.survey + exit) { dotchi, plan, served in
            let page = try await served.request("GET", "/")
            #expect(
                page.status == 200 && page.headers["content-security-policy"]?.contains("connect-src 'self'") == true)
            let files = page.text.matches(of: /(?:src|href)="([^"]+\.(?:js|css))"/).map { String($0.output.1) }
            #expect(files.count == 3)
            for file in files {
                let part = try await served.request("GET", "/" + file)
                #expect(part.status == 200 && !part.text.contains("SECRETCODE"), "no code stands in the page")
            }
            let begun = try await served.begin(plan: plan)
            #expect(begun.trials.count == TinyStudy.trials && begun.seat == 1)
            let lines = answers(begun, plan: plan).lines
            let parts = [lines[0...5], [lines[0]] + lines[6...], lines[0...9]].map { $0.joined(separator: "\n") + "\n" }
            for part in [parts[1], parts[0], parts[2], parts[1]] {
                let reply = try await served.request("POST", "/v1/answers", secret: begun.secret, part)
                let taken = try JSONDecoder().decode(ServedStudy.Taken.self, from: reply.body)
                #expect(reply.status == 200 && taken.refused.isEmpty)
                #expect(taken.accepted.count == part.split(separator: "\n").count - 1)
            }
            let ended = try await served.request(
                "POST", "/v1/finish", secret: begun.secret, #"{"session":"\#(begun.session)"}"#)
            let left = try JSONDecoder().decode(ServedStudy.Left.self, from: ended.body)
            #expect(left.outcome == "finished" && left.exit == "https://example.org/done?cc=SECRETCODE")
            #expect(left.receipt?.wholeMatch(of: /[A-Z2-7]{16}/) != nil)
            let rows = try await Table(dotchi.well("votes", "sessions")).rows
            #expect(rows.count == 1 && rows[0]["complete"] == "TRUE" && rows[0]["votes"] == "\(TinyStudy.trials)")
            // The file of the same answers, imported later, counts nothing twice.
            try Data(answers(begun, plan: plan).text.utf8).write(to: dotchi.folder.appending(path: "same.jsonl"))
            #expect(try await dotchi.well("votes", "import", "same.jsonl").contains("new events 0"))
            #expect(try await served.end() == 0)
        }
    }

    @Test("who fails two instructed checks, or sees no images, leaves by an exit of theirs; payments say the same")
    func checks() async throws {
        let survey = """
            checks: 2, exit: {finished: "https://example.org/f", failed_checks: "https://example.org/c", \
            technical: "https://example.org/t"},
            """
        try await withCollector(ServedStudy.survey + survey) { dotchi, plan, served in
            for failures in [1, 2] {
                let begun = try await served.begin(plan: plan)
                #expect(begun.checks.count == 2)
                var file = answers(begun, plan: plan, "p\(failures)")
                file.choices = (1...begun.trials.count).map { begun.checks["\($0)"] ?? "left" }
                for number in begun.checks.keys.sorted().prefix(failures).compactMap({ Int($0) }) {
                    file.choices[number - 1] = file.choices[number - 1] == "left" ? "right" : "left"
                }
                let taken = try await served.request("POST", "/v1/answers", secret: begun.secret, file.text)
                #expect(taken.status == 200 && taken.text.contains(#""refused":[]"#), "\(taken.text)")
                let ended = try await served.request(
                    "POST", "/v1/finish", secret: begun.secret, #"{"session":"\#(begun.session)"}"#)
                let left = try JSONDecoder().decode(ServedStudy.Left.self, from: ended.body)
                #expect(left.outcome == (failures == 2 ? "failed_checks" : "finished"))
                #expect(left.exit == "https://example.org/\(failures == 2 ? "c" : "f")")
            }

            let begun = try await served.begin(plan: plan)
            let header = try #require(answers(begun, plan: plan, "p3").lines.first)
            let failures = (0..<3 * begun.trials.count).map { number in
                let trial = number % begun.trials.count + 1
                return """
                    {"id":"\(UUID().uuidString.lowercased())","t_ms":\(1000 * (number + 1)),"kind":"image_failed","trial":\(trial)}
                    """
            }
            let lines = ([header] + failures).joined(separator: "\n")
            let taken = try await served.request("POST", "/v1/answers", secret: begun.secret, lines)
            #expect(taken.status == 200 && taken.text.contains(#""refused":[]"#), "\(taken.text)")
            // Asked again it is the same.
            for _ in 1...2 {
                let ended = try await served.request(
                    "POST", "/v1/finish", secret: begun.secret, #"{"session":"\#(begun.session)"}"#)
                let left = try JSONDecoder().decode(ServedStudy.Left.self, from: ended.body)
                #expect(left.outcome == "technical" && left.exit == "https://example.org/t", "\(ended.text)")
            }

            let rows = try await Table(dotchi.well("votes", "payment")).rows
            let outcomes = Dictionary(
                uniqueKeysWithValues: rows.map {
                    ($0["participant"] ?? "", "\($0["outcome"] ?? "") \($0["pay"] ?? "")")
                })
            #expect(outcomes == ["p1": "finished TRUE", "p2": "failed_checks FALSE", "p3": "technical TRUE"])

            // Who declines is not one of those who were screened out.
            var first = AnswerLines(plan: plan, choices: []).lines[0]
            first = first.replacing("dotchi-answers-1", with: "dotchi-answers-2")
            let declined = """
                \(first)
                {"id":"\(UUID().uuidString.lowercased())","t_ms":1,"kind":"screened_out","value":"consent.declined"}

                """
            try Data(declined.utf8).write(to: dotchi.folder.appending(path: "declined.jsonl"))
            _ = try await dotchi("votes", "import", "declined.jsonl")
            let board = try await dotchi.well("board", "export", "board")
            #expect(!board.isEmpty)
            let data = try Data(contentsOf: dotchi.folder.appending(path: "board/board.json"))
            #expect(String(decoding: data, as: UTF8.self).contains(#""declined": 1"#))
            #expect(try await !dotchi("votes", "payment").talk.contains("screened out"))
        }
    }

    @Test(
        "who lets the time of pairs pass has not seen failed images: they leave as who stops, and are not listed as paid"
    )
    func timePassed() async throws {
        let survey = """
            view: {limit_ms: 60000}, exit: {finished: "https://example.org/f", stopped: "https://example.org/s", \
            technical: "https://example.org/t"},
            """
        try await withCollector(ServedStudy.survey + survey) { dotchi, plan, served in
            // One who lets all pass, and one whose images failed.
            for (person, late, outcome) in [("p1", Int.max, "stopped"), ("p2", 0, "technical")] {
                let begun = try await served.begin(plan: plan)
                var header = try #require(answers(begun, plan: plan, person).lines.first)
                header = header.replacing("dotchi-answers-1", with: "dotchi-answers-2")
                let vain = (0..<2 * begun.trials.count).map { number in
                    let trial = number % begun.trials.count + 1
                    let kind = trial <= late ? "timeout" : "image_failed"
                    return
                        #"{"id":"\#(UUID().uuidString.lowercased())","t_ms":\#(number + 1),"kind":"\#(kind)","trial":\#(trial)}"#
                }
                let lines = ([header] + vain).joined(separator: "\n")
                let taken = try await served.request("POST", "/v1/answers", secret: begun.secret, lines)
                #expect(taken.status == 200 && taken.text.contains(#""refused":[]"#), "\(taken.text)")
                let ended = try await served.request(
                    "POST", "/v1/finish", secret: begun.secret, #"{"session":"\#(begun.session)"}"#)
                let left = try JSONDecoder().decode(ServedStudy.Left.self, from: ended.body)
                #expect(left.outcome == outcome, "\(ended.text)")
            }
            let rows = try await Table(dotchi.well("votes", "payment")).rows
            #expect(rows.map { $0["pay"] } == ["FALSE", "TRUE"], "\(rows)")
        }
    }

    @Test("nobody writes for another: without the secret, with another's, with a changed header, nothing changes")
    func strangers() async throws {
        try await withCollector { dotchi, plan, served in
            let (own, other) = (try await served.begin(plan: plan), try await served.begin(plan: plan))
            #expect(own.seat != other.seat)
            let file = answers(own, plan: plan).text
            for secret in [nil, other.secret, "", own.secret + "0", "x"] {
                let reply = try await served.request("POST", "/v1/answers", secret: secret, file)
                #expect(reply.status == 401, "\(reply.text)")
            }
            var forged = answers(own, plan: plan)
            forged.seat = other.seat
            let refused = try await served.request("POST", "/v1/answers", secret: own.secret, forged.text)
            #expect(refused.status == 409 && refused.headers["content-type"] == "application/problem+json")
            #expect(try await Table(dotchi.well("votes", "sessions")).rows.isEmpty)
            #expect(try await served.request("POST", "/v1/answers", secret: own.secret, file).status == 200)
            // Another participant's id in the header of a session that is there.
            let stolen = answers(own, plan: plan, "q").text
            #expect(try await served.request("POST", "/v1/answers", secret: own.secret, stolen).status == 409)
            let closed = try await served.request(
                "POST", "/v1/sessions", #"{"plan":"\#(String(repeating: "0", count: 64))"}"#)
            #expect(closed.status == 410)
        }
    }

    @Test("a second collector of the store ends at once, and the first goes on")
    func second() async throws {
        try await withCollector { dotchi, plan, served in
            let second = try await dotchi("survey", "serve", "--port", "0")
            #expect(second.status == 75 && second.talk.contains("collected"), "\(second.talk)")
            _ = try await served.begin(plan: plan)
        }
    }

    @Test("a backup that is made meanwhile is whole, and has what was acknowledged before")
    func backup() async throws {
        try await withCollector { dotchi, plan, served in
            let answer = { (number: Int) async throws in
                let begun = try await served.begin(plan: plan)
                let file = answers(begun, plan: plan, "p\(number)").text
                let taken = try await served.request("POST", "/v1/answers", secret: begun.secret, file)
                #expect(taken.status == 200 && taken.text.contains(#""refused":[]"#), "\(taken.text)")
            }
            for number in 1...3 { try await answer(number) }
            async let backup = dotchi.well("store", "backup", "copy.sqlite")
            for number in 4...9 { try await answer(number) }
            _ = try await backup
            let copy = dotchi.folder.appending(path: "copy.sqlite")
            let votes = try await StoreBackupTests.votes(in: copy, of: dotchi).split(separator: "\n").count - 1
            #expect(votes >= 3 * TinyStudy.trials && votes.isMultiple(of: TinyStudy.trials), "\(votes)")
            #expect(try await served.end() == 0)
        }
    }

    @Test("what was acknowledged is there after a kill, and the session goes on by its secret")
    func killed() async throws {
        try await withCollector { dotchi, plan, served in
            let begun = try await served.begin(plan: plan)
            let lines = answers(begun, plan: plan).lines
            let part = lines[0...6].joined(separator: "\n") + "\n"
            #expect(try await served.request("POST", "/v1/answers", secret: begun.secret, part).status == 200)
            try await served.kill9()
            let again = try await ServedStudy(dotchi)
            struct Resumed: Decodable { var answers: String? }
            let resumed = try await again.request("GET", "/v1/sessions/\(begun.session)", secret: begun.secret)
            #expect(resumed.status == 200)
            let kept = try JSONDecoder().decode(Resumed.self, from: resumed.body).answers ?? ""
            #expect(kept.split(separator: "\n").count == 7)
            #expect(try await again.request("GET", "/v1/sessions/\(begun.session)", secret: "x").status == 401)
            #expect(
                try await again.request("POST", "/v1/answers", secret: begun.secret, answers(begun, plan: plan).text)
                    .status
                    == 200)
            #expect(try await Table(dotchi.well("votes", "sessions")).rows.map { $0["complete"] } == ["TRUE"])
        }
    }

    @Test("hostile requests get a proper status, and the next honest one is taken")
    func hostile() async throws {
        try await withCollector { _, plan, served in
            let begun = try await served.begin(plan: plan)
            func raw(_ text: String) async throws -> Int? {
                try await HTTPExchange.send(Data(text.utf8), port: served.port).status
            }
            let auth = "Authorization: Bearer \(begun.secret)\r\nConnection: close\r\n"
            for path in ["/../study.yaml", "/..%2fstudy.yaml", "/study.sqlite", "/images-0/x.png", "/data-0.js", "/v1"]
            {
                #expect(try await served.request("GET", path).status == 404, "\(path)")
            }
            #expect(try await served.request("PUT", "/v1/answers").status == 404)
            let large = "POST /v1/answers HTTP/1.1\r\nHost: x\r\n\(auth)Content-Length: 99999999\r\n\r\n{}"
            #expect(try await raw(large) == 413)
            let packed =
                "POST /v1/answers HTTP/1.1\r\nHost: x\r\n\(auth)Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
            #expect(try await raw(packed) == 415)
            let wide = "GET / HTTP/1.1\r\nHost: x\r\nX: \(String(repeating: "a", count: 1_000_000))\r\n\r\n"
            let status = try await raw(wide)
            #expect(status == nil || (400..<500).contains(status ?? 0))
            #expect(try await raw("nonsense\r\n\r\n") ?? 400 == 400)
            for body in ["", "{", "\u{0}", "[1]", "{\"plan\":1}"] {
                #expect(try await served.request("POST", "/v1/sessions", body).status == 400, "\(body)")
            }
            let bad = try await HTTPExchange.request(
                "POST", "/v1/answers", port: served.port, headers: ["Authorization": "Bearer \(begun.secret)"],
                body: Data([0xFF, 0xFE, 0x00]))
            #expect(bad.status == 400)
            #expect(
                try await served.request("POST", "/v1/answers", secret: begun.secret, answers(begun, plan: plan).text)
                    .status
                    == 200)
        }
    }

    @Test("a plan whose answers are files is not served, nor is a study without a plan")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            let talk = try await dotchi.fails(64, "survey", "serve", "--port", "0")
            #expect(talk.contains("submit: collector"), "\(talk)")
        }
    }
}

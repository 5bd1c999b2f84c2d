import Answers
import Foundation
import Randomness
import Reports
import Study
import StudyStore
import TestKit
import Testing

@testable import Workflows

/// Whatever is in a file that somebody sends, nothing ends by a trap, and nothing of it stops the analysis of the rest.
@Suite("files that are changed at random", .endsHangs)
struct HostileFilesTests {
    private static let numbers = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616", "1e308", "-1e308",
        "1e18", "-1", "0", "0.5", "9999999999999", "10000000000000", "1000000000000", "2147483648", "4294967296",
        "null",
        "true", "\"7\"", "[]", "1000000000", "1000000",
    ]

    private static let texts = [
        "", " ", "\\u0000", "\\u001b]0;x\\u0007", "\\u202e", "\\ud800", "simulated", "simulation",
        "0000-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00", "1970-01-01T00:00:00Z", "2026-02-31T24:00:00Z", "-001-01-01T00:00:00Z", "left",
        "tie",
        "vote", "undo", "finish", "=1+1", "\\\"", String(repeating: "x", count: 5000),
        String(repeating: "e\\u0301", count: 150), "00000000-0000-4000-8000-000000000001",
    ]

    @Test("answer files: 500 of them are taken or refused, and analyze, report and export go on")
    func answers() throws {
        try AnsweredStudy.with { study in
            var answers = AnswerImport(into: study.study.store)
            for number in 1...3 { try answers.take(study.answers(of: number).bytes, name: "sound") }
            #expect(answers.refusals == 0)
            let sound = try study.analyse()
            #expect(sound == 15)
            for seed in 1...500 {
                var random = RandomStream(seed: UInt64(seed), purpose: .participants)
                let bytes = Self.changed(study.answers(of: 3 + seed).bytes, &random)
                try answers.take(bytes, name: "seed \(seed)")
                if seed % 25 == 0 {
                    let votes = try study.analyse()
                    #expect(votes >= sound, "after seed \(seed)")
                }
            }
            // Some were refused, and much was taken: the changes are neither too wild nor too tame.
            #expect(
                answers.refusals > 100 && answers.added > 1000, "\(answers.refusals) refused, \(answers.added) taken")
            #expect(answers.refused.count == AnswerImport.mostTold)
            #expect(try study.study.store.unreadableSessions() == [])
        }
    }

    @Test("tables of votes and runs: 300 of them are analysed and reported, or refused by name")
    func tables() throws {
        try withTemporaryFolder { folder in
            let (votes, runs) = (folder.appending(path: "votes.csv"), folder.appending(path: "runs.csv"))
            var analysed = 0
            for seed in 1...300 {
                var random = RandomStream(seed: UInt64(seed), purpose: .participants)
                try Data(Self.table(&random).utf8).write(to: votes)
                try Data(Self.runs(&random).utf8).write(to: runs)
                do {
                    let source = try VoteSource(
                        votes: votes.path, runs: random.word() % 2 == 0 ? runs.path : nil, withoutSimulated: false,
                        people: .pseudonyms, reporter: RecordingReporter())
                    try AnsweredStudy.analyse(source, study: nil)
                    analysed += 1
                } catch {
                    #expect(Failure.Kind(of: error) == .badData, "seed \(seed): \(error)")
                }
            }
            #expect(analysed > 50 && analysed < 290, "\(analysed)")
        }
    }

    /// An answer file with some bytes, numbers, texts or lines changed.
    private static func changed(_ bytes: [UInt8], _ random: inout RandomStream) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int(random.word() % 3) {
            switch random.word() % 6 {
            case 0:
                for _ in 0...Int(random.word() % 4) {
                    let place = Int(random.word()) % bytes.count
                    bytes[place] ^= 1 << UInt8(random.word() % 8)
                }
            case 1, 2: bytes = replaced(bytes, #":-?[0-9][0-9.e+]*"#, ":", numbers, "", &random)
            case 3: bytes = replaced(bytes, #":"[^"]*""#, ":\"", texts, "\"", &random)
            case 4:
                var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
                let (one, other) = (Int(random.word()) % lines.count, Int(random.word()) % lines.count)
                if random.word() % 2 == 0 { lines.swapAt(one, other) } else { lines.insert(lines[one], at: other) }
                bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
            default: bytes = Array(bytes.prefix(max(1, Int(random.word()) % bytes.count)))
            }
        }
        return bytes
    }

    /// `bytes` with one match of a pattern replaced by one of `values`.
    private static func replaced(
        _ bytes: [UInt8], _ pattern: String, _ before: String, _ values: [String], _ after: String,
        _ random: inout RandomStream
    ) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self)
        guard let pattern = try? Regex(pattern) else { return bytes }
        let places = text.ranges(of: pattern)
        guard !places.isEmpty else { return bytes }
        let value = before + values[Int(random.word()) % values.count] + after
        text.replaceSubrange(places[Int(random.word()) % places.count], with: value)
        return Array(text.utf8)
    }

    private static let columns = [
        "participant", "left", "right", "choice", "condition", "count", "response_ms", "trial", "kind", "repeat_of",
        "shown_at", "session", "asked", "shown_px", "correct", "front", "render", "item", "left_image", "right_image",
        "excluded", "simulated", "seat",
    ]

    private static func table(_ random: inout RandomStream) -> String {
        var rows = (0..<40).map { row in
            [
                "p\(row / 5)", row % 2 == 0 ? "A" : "B", row % 2 == 0 ? "B" : "A", row % 3 == 0 ? "left" : "right",
                "one", "1",
                "700", "\(row % 5 + 1)", row % 5 == 4 ? "repeat" : "main", row % 5 == 4 ? "1" : "",
                "2026-01-05T10:0\(row % 10):00Z", "s\(row / 5)", "5", "256", "", "page", "img", "", "a/\(row % 4)",
                "b/\(row % 4)", "", "FALSE", "1",
            ]
        }
        let extremes = [
            "9223372036854775807", "1000000000000", "1000000000", "90000000", "0", "-1", "1e18", "1e300", "NA", "",
            "12.0",
            "9999-12-31T23:59:59-99:59", "0000-01-01T00:00:00+99", "yesterday", "=1+1", "tie", "catch", "left", "A",
            "\u{202E}x", String(repeating: "9", count: 400),
        ]
        for _ in 0...Int(random.word() % 3) {
            let (row, column) = (Int(random.word()) % rows.count, Int(random.word()) % columns.count)
            rows[row][column] = extremes[Int(random.word()) % extremes.count]
        }
        return ([columns] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func runs(_ random: inout RandomStream) -> String {
        let epochs = [
            "20", "9223372036854775807", "0", "\"6000, 2000\"", "\"9223372036854775807, 9223372036854775807\"",
        ]
        let hours = ["2.5", "1e300", "1e-300", "0", "1e15", "3600000000000000"]
        return "condition,method,epochs,hours\n"
            + ["A", "B"].map { method in
                "one,\(method),\(epochs[Int(random.word()) % epochs.count]),\(hours[Int(random.word()) % hours.count])\n"
            }.joined()
    }
}

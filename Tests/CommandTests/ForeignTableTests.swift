import Foundation
import TestKit
import Testing

@Suite("Tables of votes that other programs wrote", .endsHangs)
struct ForeignTableTests {
    @Test("a study's export that R read and wrote again has the same estimates, and says what was read as missing")
    func r() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("simulate", "--participants", "12")
            let export = try await dotchi.well("votes", "export")
            try Data(export.utf8).write(to: dotchi.folder.appending(path: "votes.csv"))
            try Data(asR(export).utf8).write(to: dotchi.folder.appending(path: "r.csv"))
            let ours = try await dotchi.well("analyze", "votes.csv", "--json")
            let theirs = try await dotchi("analyze", "r.csv", "--json")
            #expect(theirs.status == 0 && theirs.output == ours)
            #expect(
                theirs.talk.contains("note: r.csv: excluded \"NA\" (84 rows) is read as missing."), "\(theirs.talk)")
        }
    }

    @Test("an export behind itself has the estimates of one, rows without a choice have none, and both are noted")
    func noVotes() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("simulate", "--participants", "3")
            let export = try await dotchi.well("votes", "export")
            let lines = export.split(separator: "\n")
            for (name, text) in [
                ("one", export), ("two", export + export),
                (
                    "more",
                    export + lines[1].replacing(/,(left|right),/, with: ",NA,").replacing(/-[0-9a-f]{12},/, with: "-0,")
                        + "\n"
                ),
                (
                    "other",
                    export
                        + "\(lines[1].replacing(",left,equal", with: ",tie,equal").replacing(",right,equal", with: ",tie,equal"))\n"
                ),
            ] { try Data(text.utf8).write(to: dotchi.folder.appending(path: "\(name).csv")) }
            let one = try await dotchi("analyze", "one.csv", "--json")
            #expect(one.status == 0 && !one.talk.contains("one.csv"), "\(one.talk)")
            let two = try await dotchi("analyze", "two.csv", "--json")
            #expect(two.output == one.output && two.talk.contains("two.csv: 1 line repeats the header"), "\(two.talk)")
            #expect(two.talk.contains("two.csv: \(lines.count - 1) rows (lines \(lines.count + 2), "), "\(two.talk)")
            let more = try await dotchi("analyze", "more.csv", "--json")
            #expect(more.output == one.output, "\(more.talk)")
            #expect(more.talk.contains("more.csv: 1 row (line \(lines.count + 1)) has no choice"), "\(more.talk)")
            let other = try await dotchi.fails(65, "analyze", "other.csv")
            #expect(other.contains("other.csv: line \(lines.count + 1), column vote: "), "\(other)")
            #expect(other.contains("is the id of line 2 too, and choice is \"tie\" here"), "\(other)")
        }
    }

    @Test("times that are not ISO 8601 are noted")
    func times() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            for (name, times, note) in [
                (
                    "excel", ["01/02/2026 10:00", "01/03/2026 10:00", "NA"],
                    "\"01/02/2026 10:00\" and the like (2 rows) are no"
                ),
                ("one", ["2026-01-02T10:00:00Z", "yesterday", ""], "\"yesterday\" (1 row) is no"),
                ("pandas", ["2026-01-02 10:00:00+00:00", "2026-01-02 10:00", ""], nil),
            ] {
                let rows = times.enumerated().map { "p\($0.offset),A,B,left,\($0.element)\n" }.joined()
                try Data(("participant,left,right,choice,shown_at\n" + rows).utf8).write(
                    to: folder.appending(path: "\(name).csv"))
                let run = try await dotchi("analyze", "\(name).csv")
                #expect(run.status == 0 && run.talk.contains("time in ISO 8601") == (note != nil), "\(run)")
                if let note {
                    #expect(run.talk.contains("note: \(name).csv: shown_at \(note) time in ISO 8601"), "\(run)")
                }
            }
        }
    }

    @Test("rows of count 0 are noted, and a table of nothing else holds no votes")
    func zeros() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            let head = "participant,left,right,choice,count\n"
            try Data((head + "p,A,B,left,3\nq,A,B,right,0\n").utf8).write(to: folder.appending(path: "some.csv"))
            let some = try await dotchi("analyze", "some.csv")
            #expect(some.status == 0 && some.output.contains("3 of 3 votes count; people: 1."), "\(some)")
            #expect(some.talk.contains("count \"0\" (1 row) counts nothing"), "\(some)")
            try Data((head + "p,A,B,left,0\n").utf8).write(to: folder.appending(path: "none.csv"))
            #expect(try await dotchi.fails(65, "analyze", "none.csv").contains("its counts are all 0"))
        }
    }

    /// A table as R writes it after reading: numbers of rows first, texts in quotes, columns without a value logical.
    private func asR(_ csv: String) throws -> String {
        let lines = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let head = try #require(lines.first)
        let rows = lines.dropFirst()
        let isEmpty = head.indices.map { column in rows.allSatisfy { $0[column].isEmpty } }
        let isText = head.indices.map { column in
            rows.contains { Double($0[column]) == nil && !["", "TRUE", "FALSE"].contains($0[column]) }
        }
        let written = rows.enumerated().map { number, row in
            let cells = row.indices.map { column in
                isText[column]
                    ? "\"\(row[column])\"" : isEmpty[column] || row[column].isEmpty ? "NA" : String(row[column])
            }
            return (["\"\(number + 1)\""] + cells).joined(separator: ",")
        }
        return ([(["\"\""] + head.map { "\"\($0)\"" }).joined(separator: ",")] + written).joined(separator: "\n") + "\n"
    }
}

import Foundation
import TestKit
import Testing

@Suite("The folder of a report", .endsHangs)
struct ReportFolderTests {
    private static let mark = "REPORT-INCOMPLETE.txt"

    /// Writes a table of votes under these conditions.
    private func write(_ conditions: [String], _ dotchi: Dotchi) throws {
        let rows = conditions.flatMap { condition in
            (1...6).map { "p\($0),A,B,\($0 % 3 == 0 ? "right" : "left"),\(condition)\n" }
        }
        try Data(("participant,left,right,choice,condition\n" + rows.joined()).utf8)
            .write(to: dotchi.folder.appending(path: "votes.csv"))
    }

    private func names(_ dotchi: Dotchi) throws -> Set<String> {
        Set(try contents(of: dotchi.folder.appending(path: "out")).keys)
    }

    @Test("a second report removes the tables of conditions that are gone, and no file of somebody else")
    func gone() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            let out = folder.appending(path: "out")
            try write(["one", "two"], dotchi)
            try await dotchi.well("report", "votes.csv", "--out", "out")
            let first = try names(dotchi)
            #expect(first.isSuperset(of: ["table-two.md", "table-two.csv", "table-two.tex", "report.html"]))
            // Files of others, one of a name that a report could have, and one of the report's own that was changed.
            for (name, text) in [
                ("notes.md", "mine"), ("table-mine.csv", "method,rate [%]\n"), ("table-two.tex", "% edited\n"),
            ] {
                try Data(text.utf8).write(to: out.appending(path: name))
            }
            try write(["one"], dotchi)
            let second = try await dotchi("report", "votes.csv", "--out", "out")
            #expect(second.status == 0, "\(second.talk)")
            #expect(
                try names(dotchi)
                    == first.subtracting(["table-two.md", "table-two.csv"]).union(["notes.md", "table-mine.csv"]))
            #expect(second.talk.contains("note: of an earlier report, and not of this one: table-mine.csv in "))
            #expect(try String(contentsOf: out.appending(path: "table-two.tex"), encoding: .utf8) == "% edited\n")
            #expect(second.output.contains("table-one.md") && !second.output.contains("two"))
        }
    }

    @Test("a report in one format leaves those of the others, and says so")
    func formats() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            try write(["one", "two"], dotchi)
            try await dotchi.well("report", "votes.csv", "--out", "out", "--format", "md,csv")
            try write(["one"], dotchi)
            let second = try await dotchi("report", "votes.csv", "--out", "out", "--format", "csv")
            #expect(
                try names(dotchi) == ["table-one.csv", "table-one.md", "table-two.md", "report.md", ".dotchi-report"])
            #expect(
                second.talk.contains(
                    "note: of an earlier report, and not of this one: report.md, table-one.md, table-two.md in "),
                "\(second.talk)")
        }
    }

    @Test("a killed report is recognised as such, by doctor too, and the next one makes it whole")
    func killed() async throws {
        try await withAnsweredStudy { dotchi in
            try await dotchi.well("report", "--out", "out")
            let before = try contents(of: dotchi.folder.appending(path: "out"))
            #expect(before[Self.mark] == nil)
            try await dotchi.well("simulate", "--participants", "4", "--beside-people")
            for (point, turn) in [("report: marked", 1), ("file: before rename", 3), ("report: file written", 4)] {
                let held = try await dotchi.held(at: point, turn: turn, ["report", "--out", "out"])
                _ = try await held.kill()
                #expect(try names(dotchi).contains(Self.mark), "\(point)")
            }
            try await dotchi.well("report", "--out", "out")
            let after = try contents(of: dotchi.folder.appending(path: "out"))
            #expect(Set(after.keys) == Set(before.keys) && after["report.md"] != before["report.md"])

            let held = try await dotchi.held(at: "report: file written", ["report"])
            _ = try await held.kill()
            #expect(try await dotchi("doctor").output.contains("note     report: its files may be of two reports"))
            try await dotchi.well("report")
            #expect(try await !dotchi("doctor").output.contains("report: its files"))
        }
    }

    @Test("a FIFO in the place of the folder or of a file of it is named itself")
    func fifo() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            try write(["one"], dotchi)
            try #require(mkfifo(folder.appending(path: "pipe").path, 0o600) == 0)
            let place = try await dotchi.fails(73, "report", "votes.csv", "--out", "pipe")
            #expect(place.contains("/pipe: it is a FIFO (a named pipe)"), "\(place)")
            let out = folder.appending(path: "out")
            try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
            try #require(mkfifo(out.appending(path: "report.md").path, 0o600) == 0)
            let file = try await dotchi.fails(73, "report", "votes.csv", "--out", "out")
            #expect(file.contains("/out/report.md: it is a FIFO (a named pipe), not a regular file"), "\(file)")
        }
    }
}

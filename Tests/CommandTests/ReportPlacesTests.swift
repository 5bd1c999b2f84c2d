import Foundation
import TestKit
import Testing

@Suite("What is in the places of a report's files", .endsHangs)
struct ReportPlacesTests {
    /// Runs `body` with a command beside a table of votes, and the folder `out`, in which no report is yet.
    private func withVotes(_ body: (Dotchi, URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let rows = (1...6).map { "p\($0),A,B,\($0 % 3 == 0 ? "right" : "left"),one\n" }
            try Data(("participant,left,right,choice,condition\n" + rows.joined()).utf8)
                .write(to: folder.appending(path: "votes.csv"))
            let out = folder.appending(path: "out")
            try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
            try await body(Dotchi(folder: folder), out)
        }
    }

    private let report = ["report", "votes.csv", "--out", "out"]

    @Test(
        "a file that dotchi did not write is named and never overwritten, and nothing is written",
        arguments: [
            "report.md", "report.html", "report.json", "table-one.md", "table-one.csv", "table-one.tex",
            "REPORT-INCOMPLETE.txt", ".dotchi-report",
        ])
    func foreign(name: String) async throws {
        try await withVotes { dotchi, out in
            try Data("mine\n".utf8).write(to: out.appending(path: name))
            let talk = try await dotchi.fails(73, report)
            #expect(talk.contains("/out/\(name) ") && talk.contains("nothing was written"), "\(talk)")
            #expect(talk.contains("or write to another folder with --out DIR."), "\(talk)")
            #expect(try contents(of: out) == [name: Data("mine\n".utf8)])
        }
    }

    @Test("a file that a person edited is named and stays; renamed, it is in nobody's way")
    func edited() async throws {
        try await withVotes { dotchi, out in
            try await dotchi.well("report", "votes.csv", "--out", "out")
            // What dotchi wrote itself is replaced.
            try await dotchi.well("report", "votes.csv", "--out", "out", "--language", "ja")
            let file = out.appending(path: "report.md")
            let text = try String(contentsOf: file, encoding: .utf8) + "My discussion.\n"
            try Data(text.utf8).write(to: file)
            let before = try contents(of: out)
            let talk = try await dotchi.fails(73, report)
            #expect(talk.contains("/out/report.md was not written by dotchi, or was changed since"), "\(talk)")
            #expect(try contents(of: out) == before)
            try FileManager.default.moveItem(at: file, to: out.appending(path: "discussion.md"))
            try await dotchi.well("report", "votes.csv", "--out", "out")
            let after = try contents(of: out)
            #expect(after["discussion.md"] == Data(text.utf8) && after["report.md"] != nil)
        }
    }

    @Test(
        "a condition of any length and script has files of its own, also beside one that begins alike",
        arguments: ["長", "ａ", "𠮷", "e\u{301}", "x"])
    func longNames(letter: String) async throws {
        try await withVotes { dotchi, out in
            let name = String(repeating: letter, count: 400)
            let rows = ["\(name)1", "\(name)2", String(repeating: letter, count: 30)].flatMap { condition in
                (1...4).map { "p\($0),A,B,\($0 == 1 ? "right" : "left"),\(condition)\n" }
            }
            try Data(("participant,left,right,choice,condition\n" + rows.joined()).utf8)
                .write(to: dotchi.folder.appending(path: "votes.csv"))
            for _ in 1...2 { try await dotchi.well("report", "votes.csv", "--out", "out") }
            let tables = try contents(of: out).keys.filter { $0.hasSuffix(".csv") }
            #expect(tables.count == 3 && tables.allSatisfy { $0.utf8.count <= 190 }, "\(tables)")
            #expect(tables.contains { $0.hasSuffix("-2.csv") }, "\(tables)")
        }
    }

    @Test("a report of votes without conditions is made again in its place")
    func conditionless() async throws {
        try await withVotes { dotchi, out in
            for rows in ["p1,A,B,left\np2,A,B,right\n", "p1,A,B,left\np2,A,B,left\np3,A,B,left\n"] {
                try Data(("participant,left,right,choice\n" + rows).utf8)
                    .write(to: dotchi.folder.appending(path: "votes.csv"))
                for _ in 1...2 { try await dotchi.well("report", "votes.csv", "--out", "out") }
                #expect(try contents(of: out).keys.contains("table.csv"))
            }
        }
    }

    @Test(
        "a symbolic link is named, and what it leads to is neither changed nor made",
        arguments: ["report.md", "REPORT-INCOMPLETE.txt", ".dotchi-report"], [true, false])
    func link(name: String, isTargetThere: Bool) async throws {
        try await withVotes { dotchi, out in
            let target = dotchi.folder.appending(path: "paper.md")
            if isTargetThere { try Data("my paper\n".utf8).write(to: target) }
            try FileManager.default.createSymbolicLink(at: out.appending(path: name), withDestinationURL: target)
            let talk = try await dotchi.fails(73, report)
            #expect(talk.contains("/out/\(name) is a symbolic link"), "\(talk)")
            #expect((try? Data(contentsOf: target)) == (isTargetThere ? Data("my paper\n".utf8) : nil))
            #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == [name])
        }
    }

    @Test(
        "a folder is named itself, wherever it is in the way",
        arguments: ["report.html", "REPORT-INCOMPLETE.txt", ".dotchi-report"])
    func folder(name: String) async throws {
        try await withVotes { dotchi, out in
            try FileManager.default.createDirectory(
                at: out.appending(path: name), withIntermediateDirectories: false)
            let talk = try await dotchi.fails(73, report)
            #expect(talk.contains("cannot write ") && talk.contains("/out/\(name): it is a directory"), "\(talk)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == [name])
        }
    }

    @Test("a file STALE.txt of somebody else is neither overwritten by an erasure nor taken away by the next report")
    func stale() async throws {
        try await withAnsweredStudy { dotchi in
            try await dotchi.well("report")
            let file = dotchi.folder.appending(path: "report/STALE.txt")
            try Data("mine\n".utf8).write(to: file)
            try await dotchi.well("votes", "erase", "hand-1")
            #expect(try Data(contentsOf: file) == Data("mine\n".utf8))
            try await dotchi.well("report")
            #expect(try Data(contentsOf: file) == Data("mine\n".utf8))
        }
    }

    @Test("doctor takes the mark for one only where it is dotchi's")
    func mark() async throws {
        try await withAnsweredStudy { dotchi in
            let mark = dotchi.folder.appending(path: "report/REPORT-INCOMPLETE.txt")
            try FileManager.default.createDirectory(at: mark, withIntermediateDirectories: true)
            #expect(try await !dotchi("doctor").output.contains("report: its files"))
        }
    }

    @Test("a folder's name with control characters is shown in the list of files, a line a file")
    func names() async throws {
        try await withVotes { dotchi, _ in
            let list = try await dotchi.well(
                "report", "votes.csv", "--out", "a\u{1B}]0;b\u{7}\nc", "--format", "csv,md")
            let lines = list.split(separator: "\n")
            #expect(lines.count == 3 && lines.allSatisfy { $0.contains(#"/a\u{1B}]0;b\u{7}\nc/"#) }, "\(list)")
        }
    }
}

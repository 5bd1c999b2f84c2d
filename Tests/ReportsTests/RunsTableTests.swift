import Foundation
import Reports
import TestKit
import Testing

@Suite("The table of runs")
struct RunsTableTests {
    @Test("columns in any order, a chain's epochs in quotes, empty cells where nothing was trained")
    func read() throws {
        let runs = try RunsTable.read(
            "hours,extra,method,condition,epochs\n113.8,x,A,c,6000\n75.2,,B,c,\"6000, 2000\"\n,,C,,\n", file: "runs.csv"
        )
        #expect(
            runs == [
                RunFacts(condition: "c", method: "A", epochs: [6000], seconds: 113.8 * 3600),
                RunFacts(condition: "c", method: "B", epochs: [6000, 2000], seconds: 75.2 * 3600),
                RunFacts(condition: nil, method: "C", epochs: [], seconds: nil),
            ])
    }

    @Test("a table that is not UTF-8 is refused with its line, and no name of it is garbled")
    func encoding() throws {
        let text = "condition,method,epochs,hours\n,方法,1,1\n"
        let bytes = Array(try #require(text.data(using: .shiftJIS)))
        #expect {
            try RunsTable.read(bytes, file: "runs.csv")
        } throws: {
            "\($0)".contains(
                "runs.csv:2: the file is not UTF-8 (first in line 2), and its bytes do not say which encoding")
        }
    }

    @Test("the paper's own runs are read with the method whose time is matched")
    func paper() throws {
        let file = Project.root.appending(path: "results/paper/runs.csv")
        #expect(
            try RunsTable.read(try String(contentsOf: file, encoding: .utf8), file: "runs.csv") == Ballots.paperRuns)
    }

    @Test(
        "each way the file can be wrong is named with file, line and what was expected",
        arguments: [
            ("", "runs.csv:1: the file is empty"),
            ("condition,method,epochs\n", "no column “hours” (found “condition”, “method”, “epochs”)"),
            ("condition,method,epochs,hours,hours\n", "two columns “hours”"),
            ("condition,method,epochs,hours\nc,A,6000, 2000,75.2\n", "runs.csv:2: 5 fields where the header has 4"),
            ("condition,method,epochs,hours\nc,A,6000\n", "runs.csv:2: 3 fields"),
            ("condition,method,epochs,hours\nc,,6000,1\n", "the method's name is empty"),
            ("condition,method,epochs,hours\nc,A,many,1\n", "epochs are “many”"),
            ("condition,method,epochs,hours\nc,A,\"6000,,1\",1\n", "epochs are “6000,,1”"),
            ("condition,method,epochs,hours\nc,A,-1,1\n", "epochs are “-1”"),
            ("condition,method,epochs,hours\nc,A,99999999999999999999,1\n", "epochs are"),
            ("condition,method,epochs,hours\nc,A,1,\"113,8\"\n", "hours are “113,8”"),
            ("condition,method,epochs,hours\nc,A,1,inf\n", "hours are “inf”"),
            ("condition,method,epochs,hours\nc,A,1,0x10\n", "hours are “0x10”"),
            ("condition,method,epochs,hours\nc,A,+1,1\n", "epochs are “+1”"),
            ("condition,method,epochs,hours\nc,A,1,1e306\n", "hours are “1e306”"),
            ("condition,method,epochs,hours\nc,A,1,-2\n", "hours are “-2”"),
            ("condition,method,epochs,hours\nc,A,1,2\n\nc,A,3,4\n", "runs.csv:4: method “A” stands twice"),
            ("condition,method,epochs,hours\nc,\"A,1,2\n", "runs.csv:2: a quote that opens here is never closed"),
            ("condition,method,epochs,hours,match_time_of\nc,A,1,2,B\n", "match_time_of names “B”"),
            ("condition,method,epochs,hours,match_time_of\nc,A,1,2,B\nc,B,1,2,A\n", "match_time_of is not the same"),
        ])
    func errors(text: String, message: String) {
        #expect { try RunsTable.read(text, file: "runs.csv") } throws: { "\($0)".contains(message) }
    }
}

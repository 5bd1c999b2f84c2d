import Study
import Testing

@testable import Answers
@testable import Votes

@Suite("Rows of a table that are no votes of their own")
struct RowsThatAreNoVotesTests {
    private static let header = "participant,left,right,choice,vote,condition"

    private func table(_ lines: [String], bytesOfPart: Int = 1 << 24) throws -> VoteTable {
        try VoteTable(csv: Array(lines.joined(separator: "\n").utf8), columns: nil, bytesOfPart: bytesOfPart)
    }

    @Test(
        "a row without a choice is left out and noted with its line, whatever else it lacks",
        arguments: ["", "NA", "NaN", "NULL", "null", "None", " NA "])
    func unanswered(word: String) throws {
        let table = try table([
            Self.header, "p,A,B,left,v1,x", "p,A,B,\(word),v2,x", "", "q,A,B,tie,v3,x", "q,NA,,\(word),NA,NA",
        ])
        #expect(table.rows.map(\.vote) == ["v1", "v3"] && table.rows.map(\.choice) == [.left, .tie])
        #expect(
            table.readings.map(\.description).contains("2 rows (lines 3, 6) have no choice, are no votes and left out"))
    }

    @Test("a file read in parts leaves out the same rows, and names the same lines")
    func parts() throws {
        let rows = (0..<400).map { "p\($0 / 9),A,B,\($0 % 50 == 7 ? "NA" : "left"),v\($0),c" }
        let lines = [Self.header] + rows.prefix(390)
        // The last ten rows have the ids of the first ten, and say the same but for one that has no choice.
        let last = (390..<400).map { "p\(($0 - 390) / 9),A,B,\($0 == 397 ? "NA" : "left"),v\($0 - 390),c" }
        let whole = try table(lines + last)
        let inParts = try table(lines + last, bytesOfPart: 300)
        #expect(whole == inParts && whole.count == 390 - 8)
        #expect(
            whole.readings.map(\.description).suffix(2) == [
                "9 rows (lines 9, 59, 109, 159, 209 ...) have no choice, are no votes and left out",
                "9 rows (lines 392, 393, 394, 395, 396 ...) repeat earlier rows of the same id in column vote, and count once",
            ])
    }

    @Test("one export behind another is one export: rows of one id count once, and a second header is passed over")
    func concatenated() throws {
        let rows = ["p,A,B,left,v1,x", "p,B,A,left,v2,x", "q,A,B,tie,,x", "q,A,B,tie,NA,x"]
        let once = try table([Self.header] + rows)
        let twice = try table([Self.header] + rows + [Self.header] + rows)
        // Rows without an id have nothing to be known by.
        #expect(once.count == 4 && twice.count == 6)
        #expect(
            twice.readings.map(\.description) == [
                "1 line repeats the header and is passed over", "vote \"NA\" (2 rows) is read as missing",
                "2 rows (lines 7, 8) repeat earlier rows of the same id in column vote, and count once",
            ])
    }

    @Test("rows of one id are looked for where the ids themselves are not asked for")
    func unwantedIDs() throws {
        let text = [Self.header, "p,A,B,left,v1,x", "p,A,B,left,v1,x"].joined(separator: "\n")
        let table = try VoteTable(csv: text.utf8, columns: [.participant, .left, .right, .choice])
        #expect(table.count == 1 && table[0].vote == nil)
    }

    @Test("rows of one id that say different things are an error that names both lines and what differs")
    func contradiction() throws {
        let error = try #require(throws: VoteTableError.self) {
            try table([
                Self.header, "p,A,B,left,v1,x", "", "p,B,A,left,v2,x", "p,A,B,right,v1,x", "q,B,A,left,v2,x",
                "p,A,B,left,v1,x",
            ])
        }
        #expect(error.problems.map(\.line) == [5, 6] && error.problems.allSatisfy { $0.column == "vote" })
        #expect(
            error.problems[0].reason.hasPrefix(
                "\"v1\" is the id of line 2 too, and choice is \"right\" here and \"left\" there; one id is one vote"))
        #expect(error.problems[1].reason.contains("line 4") && error.problems[1].reason.contains("participant"))
    }

    @Test("votes of several plans are told with their rows; of one there is nothing to tell")
    func plans() throws {
        let rows = ["p,A,B,left,1a2b", "p,B,A,left,1a2b", "q,A,B,left,ffff"]
        let table = try table(["participant,left,right,choice,plan"] + rows)
        #expect(table.rows.map(\.plan) == ["1a2b", "1a2b", "ffff"])
        #expect(
            table.readings.map(\.description) == [
                "the votes of 2 plans are taken together: \"1a2b\" (2 rows), \"ffff\" (1 row); plans may differ in pairs, images and question"
            ])
        #expect(try self.table(["participant,left,right,choice,plan"] + rows.prefix(2)).readings.isEmpty)
    }
}

import Foundation
import Study
import Testing
import VoteTestKit

@testable import Answers
@testable import Votes

@Suite("Votes as CSV")
struct VoteTableTests {
    @Test("a row of every column reads back as it was written")
    func roundTrip() throws {
        let rows = [
            VoteRow(
                participant: "p, \"1\"\r\nsecond line", left: "A", right: "方法 B", choice: .right,
                condition: "equal-time", item: "=1+1", leftImage: "A/1", rightImage: "B/2", responseMilliseconds: 0,
                vote: "v1", seat: 1, session: "s", asked: 9, trial: 2, kind: .repeat, repeatOf: 1,
                correct: .right,
                shownAt: 1_746_093_600_000, front: "page", render: "img", shownPixels: 512, simulated: true,
                excluded: "repeated_session", count: 1_000_000_000, plan: "0123456789ab",
                seen: [
                    .language: "ja", .device: "phone", .screen: "390x844@3", .layout: "stacked", .surround: "128",
                    .shownScale: "2.3333", .density: "5.5", .flips: "3", .enlarged: "4", .exposureMilliseconds: "512",
                ]),
            VoteRow(participant: " p ", left: "B", right: "A\t", choice: .tie, plan: "0123456789ab"),
        ]
        let csv = ExportTests.file(.csv, rows).text
        let table = try VoteTable(csv: csv.utf8)
        #expect(Array(table.rows) == rows)
        #expect(ExportTests.file(.csv, Array(table.rows)).text == csv)
        #expect(table.readings.map(\.column) == [.left], "A and A with a tab")
        #expect(Array(VoteTable(rows: rows).rows) == rows)
    }

    @Test("the text is RFC 4180's, with an apostrophe before what a spreadsheet takes for a formula")
    func text() {
        let row = VoteRow(participant: "=A1", left: "A", right: "B \"x\"", choice: .left, condition: "a,b")
        #expect(
            ExportTests.file(.csv, [row]).text == #"""
                participant,left,right,choice,condition,item,left_image,right_image,response_ms,vote,seat,session,\#
                asked,trial,kind,repeat_of,correct,shown_at,front,render,shown_px,simulated,excluded,count,plan,\#
                language,device,screen,layout,surround,shown_scale,px_per_mm,flips,enlarged,exposure_ms,timeouts,question,primary,grade
                '=A1,A,"B ""x""",left,"a,b",,,,,,,,,,main,,,,,,,FALSE,,1,,,,,,,,,,,,,,,

                """#)
    }

    @Test("four columns are enough, in any order, with any line end, a byte order mark, quotes and blank lines")
    func least() throws {
        let expected = [
            VoteRow(participant: "1", left: "A", right: "B", choice: .left),
            VoteRow(participant: nil, left: "B", right: "A", choice: .tie),
        ]
        for end in ["\n", "\r\n", "\r"] {
            for last in ["", end, end + end] {
                let text = ["\u{FEFF}choice,\"right\",left,participant", "left,B,\"A\",1", "", "tie,A,B,"]
                let table = try VoteTable(csv: (text.joined(separator: end) + last).utf8)
                #expect(Array(table.rows) == expected)
            }
        }
    }

    @Test("a file read in parts has the same rows, codes and faults as one read whole")
    func parts() throws {
        let row = { (number: Int) in
            "p\(number / 7),\(["A", "方法"][number % 2]),C,\(["left", "tie", "right"][number % 3]),\(number),x\(number * 7919 % 31),\(["main", "catch", "repeat"][number % 3]),\(["left", "", "right"][number % 3])"
        }
        let header = "participant,left,right,choice,response_ms,note,kind,correct"
        for end in ["\n", "\r\n"] {
            let lines = [header] + (0..<500).map(row)
            let bytes = Array((lines.joined(separator: end) + end).utf8)
            let whole = try VoteTable(csv: bytes, columns: nil, bytesOfPart: .max)
            #expect(whole.count == 500)
            for size in [1, 13, 97, 1000, bytes.count] {
                #expect(try VoteTable(csv: bytes, columns: nil, bytesOfPart: size) == whole)
            }
            let wrong = Array((lines + ["p,A,B,maybe,1,,,"]).joined(separator: end).utf8)
            let fault = try #require(throws: VoteTableError.self) {
                try VoteTable(csv: wrong, columns: nil, bytesOfPart: 97)
            }
            #expect(fault.problems.map(\.line) == [502])
        }
        let quoted = Array(
            (header + "\n" + (0..<40).map { "p\($0),A,B,left,1,\"a\nb,\",," }.joined(separator: "\n")).utf8)
        #expect(try VoteTable(csv: quoted, columns: nil, bytesOfPart: 50).count == 40)
    }

    @Test("columns that are not wanted are not kept, nor looked at")
    func wanted() throws {
        let csv = "participant,left,right,choice,seat,mood\np,A,B,left,many,\"x\"\n"
        let table = try VoteTable(csv: csv.utf8, columns: [.participant, .left, .right, .choice])
        #expect(Array(table.rows) == [VoteRow(participant: "p", left: "A", right: "B", choice: .left)])
        #expect(throws: VoteTableError.self) { try VoteTable(csv: csv.utf8) }
        let other = "participant,left,right,choice,mood\np,A,B,left,\"a\nb\"\n"
        #expect(try Array(VoteTable(csv: other.utf8).rows) == Array(table.rows))
    }

    @Test("a header alone is a table without votes")
    func noVotes() throws {
        #expect(try VoteTable(csv: "participant,left,right,choice".utf8).count == 0)
    }

    @Test("numbers and truth values are read as pandas, R and people write them")
    func values() throws {
        let table = try VoteTable(
            csv: """
                participant,left,right,choice,response_ms,simulated,count,kind,seat,correct
                1,A,B,left,1200.0,TRUE,,catch,NA,right
                1,A,B,left,NA,0,3,NA,7,NA
                1,A,B,left,1e3,False,2.0,,1,
                """.utf8)
        #expect(table.rows.map(\.responseMilliseconds) == [1200, nil, 1000])
        #expect(table.rows.map(\.simulated) == [true, false, false])
        #expect(table.rows.map(\.count) == [1, 3, 2])
        #expect(table.rows.map(\.kind) == [.catch, .main, .main])
        #expect(table.rows.map(\.seat) == [nil, 7, 1])
        #expect(table.rows.map(\.correct) == [.right, nil, nil])
    }

    @Test("semicolons stand for commas where the header has them, as spreadsheets write it in much of Europe")
    func semicolons() throws {
        let text = "\u{FEFF}participant;left;right;choice;\"a, b, c\"\r\nada;A;B;left;\"x;y\"\r\nbo;B,1;A;tie;\r\n"
        let table = try VoteTable(csv: text.utf8)
        #expect(table.rows.map(\.left) == ["A", "B,1"] && table.rows.map(\.choice) == [.left, .tie])
    }

    @Test("a person is the participant, else the session")
    func person() {
        var row = VoteRow(participant: "p", left: "A", right: "B", choice: .left, session: "s")
        #expect(row.person == "p")
        row.participant = nil
        #expect(row.person == "s")
        row.session = nil
        #expect(row.person == nil)
    }

    @Test("names stand once, in lists that columns share, and what is not known has its number")
    func columns() throws {
        let table = try VoteTable(csv: "participant,left,right,choice\n1,A,B,left\n2,B,A,tie\n1,A,B,right\n".utf8)
        #expect(table.methods.names == ["A", "B"] && table.left == [0, 1, 0] && table.right == [1, 0, 1])
        #expect(table.people.names == ["1", "2"] && table.person == [0, 1, 0])
        #expect(table.item == [-1, -1, -1] && table.items.names.isEmpty)
        #expect(table.choice == [.left, .tie, .right] && table.votes == [1, 1, 1])
        #expect(table.trial == [0, 0, 0] && table.responseMilliseconds == [-1, -1, -1])
        #expect(table.shownAt == Array(repeating: VoteTable.noTime, count: 3))
    }

    @Test(
        "participants are people in the order in which they come up, then sessions without one; images are a method's own"
    )
    func people() throws {
        let table = try VoteTable(
            csv: """
                participant,left,right,choice,session,left_image,right_image
                ,A,B,left,s2,1,1
                b,A,B,left,s1,1,2
                ,B,A,tie,b,2,1
                a,B,A,tie,s1,,1
                """.utf8)
        #expect(table.people.names == ["b", "a", "s2"] && table.person == [2, 0, 0, 1])
        #expect(table.participant == [-1, 0, -1, 1])
        #expect(table.rows.map(\.leftImage) == ["1", "1", "2", nil] && table.images.images.count == 3)
    }

    @Test(
        "a header that cannot be used is told",
        arguments: [
            BadFile("", ["line 1: the file is empty, expected a header line"]),
            BadFile(
                "participant:left:right:choice\n",
                [
                    "line 1: the header lacks participant, left, right, choice; its columns are "
                        + "\"participant:left:right:choice\""
                ]),
            BadFile(
                "\n\nleft,right,choice\nA,B,tie",
                ["line 3: the header lacks participant; its columns are \"left\", \"right\", \"choice\""]),
            BadFile(
                "participant,left,right,choice,left\n", ["line 1, column left: there are two columns of this name"]),
        ])
    func badHeaders(bad: BadFile) throws {
        #expect(try problems(Array(bad.text.utf8)).problems.map(\.description) == bad.problems)
    }

    @Test("all that is wrong with the rows is told at once, by line and column")
    func badRows() throws {
        let text = """
            participant,left,right,choice,response_ms,kind,simulated,count
            1,A,B,left,1,main,true,1
            1,A,B,both,-1,pain,maybe,-1
            "two
            lines",,B,left,1.5,main,true,99999999999999999999

            1,A,B,LEFT,,,
            1,A,B,left,x,,,
            """
        #expect(
            try problems(Array(text.utf8)).description == """
                line 3, column choice: "both" is no choice, expected left, right or tie
                line 3, column response_ms: -1 is out of range, expected 0 to 1000000000000
                line 3, column kind: "pain" is no kind of trial, expected main, catch, repeat or check
                line 3, column simulated: "maybe" is neither true nor false
                line 3, column count: -1 is out of range, expected 0 to 1000000000
                line 4, column response_ms: "1.5" is no whole number, expected decimal digits, 0 to 1000000000000
                line 4, column count: "99999999999999999999" is no whole number, expected decimal digits, 0 to 1000000000
                line 4, column left: is empty, expected a method's name
                line 7: 7 fields, expected 8 as in the header
                line 8, column response_ms: "x" is no whole number, expected decimal digits, 0 to 1000000000000
                """)
    }

    @Test("telling stops at a limit")
    func limit() throws {
        let text = "participant,left,right,choice\n" + String(repeating: "1,A,B,C\n", count: 1000)
        let error = try problems(Array(text.utf8))
        #expect(error.problems.map(\.line) == Array(2...21))
        #expect(error.isStopped && error.description.hasSuffix("\nthere may be more: reading stopped here"))
    }

    @Test(
        "broken quotes end the reading at their line",
        arguments: [
            BadFile(
                "1,A,B,bad\n\"1,A\n,B,left\n",
                [
                    "line 2, column choice: \"bad\" is no choice, expected left, right or tie",
                    "line 3: a quote that opens here is never closed",
                ]),
            BadFile("1,\"A\"x,B,left\n", ["line 2: text follows a closing quote, expected a comma"]),
        ])
    func brokenQuotes(bad: BadFile) throws {
        let error = try problems(Array(("participant,left,right,choice\n" + bad.text).utf8))
        #expect(error.problems.map(\.description) == bad.problems)
    }

    @Test("a quote inside an unquoted field stands for itself")
    func quoteInside() throws {
        let table = try VoteTable(csv: "participant,left,right,choice\n6\"2,A,B,left".utf8)
        #expect(table[0].participant == "6\"2")
    }

    @Test("bytes that are not UTF-8 are told")
    func notUTF8() throws {
        let bytes = Array("participant,left,right,choice\n".utf8) + [0xE9] + Array(",A,B,left\n".utf8)
        #expect(
            try problems(bytes).description == """
                line 2, column participant: is not UTF-8
                the file is not UTF-8 (first in line 2), and its bytes do not say which encoding it has: save it as UTF-8 in \
                the program it comes from; or, where you know the encoding, `iconv -f NAME -t UTF-8 FILE > NEW.csv` (Excel in \
                Japanese: CP932, in Western Europe: WINDOWS-1252) and use NEW.csv only if iconv ends without an error
                """)
        let sixteen: [UInt8] = [0xFF, 0xFE, 0x70, 0x00]
        #expect(
            try problems(sixteen).description == """
                line 1: the header is not UTF-8
                the file is UTF-16, not UTF-8: `iconv -f UTF-16 -t UTF-8 FILE > NEW.csv` converts it; use NEW.csv only if \
                iconv ends without an error
                """)
    }

    @Test("votes that were cut in mid-character are UTF-8 that is damaged, whatever the last byte could be elsewhere")
    func cut() throws {
        let text = "participant,left,right,choice\n太郎,方法ア,方法イ,left\n花子,方法イ,方法ア,right\n幸,方"
        let said = try problems(Array(text.utf8.dropLast())).description
        #expect(
            said.contains("are UTF-8, but line 4 has the first bytes that are not") && !said.contains("iconv"),
            "\(said)")
    }

    @Test(
        "a count or another whole number is one in decimal digits, of 3.0 and 1e+05 too; nothing else is",
        arguments: ["0x10", "0x1p4", "+5", "inf", "nan5", "1e400", "1_000", "3.5", "٣"])
    func decimal(word: String) throws {
        func table(_ word: String) -> [UInt8] { Array("participant,left,right,choice,count\n,A,B,left,\(word)\n".utf8) }
        #expect(
            try problems(table(word)).description
                == "line 2, column count: \"\(word)\" is no whole number, expected decimal digits, 0 to 1000000000")
        #expect(try VoteTable(csv: table("3.0"))[0].count == 3 && VoteTable(csv: table("1e+05"))[0].count == 100_000)
    }

    private func problems(_ bytes: [UInt8]) throws -> VoteTableError {
        try #require(throws: VoteTableError.self) { try VoteTable(csv: bytes) }
    }

    struct BadFile: Sendable {
        var text: String
        var problems: [String]

        init(_ text: String, _ problems: [String]) {
            self.text = text
            self.problems = problems
        }
    }
}

import Answers
import Study
import Testing
import Votes

@Suite("Tables of votes that other programs wrote")
struct ForeignTableTests {
    /// What an export holds: names that look like numbers, an excluded vote, a simulated one, a repeat.
    private static let rows = [
        VoteRow(
            participant: "p 1", left: "A", right: "B", choice: .left, responseMilliseconds: 100_000, seat: 1,
            session: "s1",
            trial: 1, front: "page"),
        VoteRow(
            participant: "p 1", left: "B", right: "A", choice: .right, responseMilliseconds: 900, seat: 1,
            session: "s1",
            trial: 2, kind: .repeat, repeatOf: 1, front: "page"),
        VoteRow(
            participant: nil, left: "A", right: "B", choice: .tie, seat: 2, session: "s2", trial: 1, simulated: true,
            excluded: "too_fast"),
    ]

    @Test("a round trip through R's read.csv and write.csv loses nothing")
    func r() throws {
        // Columns without any value are logical to R, and come back as NA; texts are quoted, numbers of rows stand first.
        let table = try VoteTable(
            csv: """
                "","participant","left","right","choice","condition","item","left_image","right_image","response_ms",\
                "vote","seat","session","asked","trial","kind","repeat_of","correct","shown_at","front","render",\
                "shown_px","simulated","excluded","count"
                "1","p 1","A","B","left",NA,NA,NA,NA,1e+05,NA,1,"s1",NA,1,"main",NA,NA,NA,"page",NA,NA,FALSE,"",1
                "2","p 1","B","A","right",NA,NA,NA,NA,900,NA,1,"s1",NA,2,"repeat",1,NA,NA,"page",NA,NA,FALSE,"",1
                "3","","A","B","tie",NA,NA,NA,NA,NA,NA,2,"s2",NA,1,"main",NA,NA,NA,"",NA,NA,TRUE,"too_fast",1

                """.utf8)
        #expect(Array(table.rows) == Self.rows)
        #expect(table.readings.map(\.column) == [.condition, .item, .leftImage, .rightImage, .vote, .shownAt, .render])
        #expect(table.readings.allSatisfy { $0.kind == .missing && $0.rows == 3 && $0.word == "NA" })
        #expect(table.readings.first?.description == "condition \"NA\" (3 rows) is read as missing")
    }

    @Test("excluded = NA leaves out nobody, as R writes it where nothing is excluded")
    func excludedNA() throws {
        let table = try VoteTable(
            csv: """
                "","participant","left","right","choice","excluded"
                "1","p","A","B","left",NA
                "2","q","A","B","left",NA
                """.utf8)
        #expect(table.rule == [-1, -1] && table.rules.names.isEmpty)
    }

    @Test("pandas' numbers with a point, truth values and nan are read")
    func pandas() throws {
        let table = try VoteTable(
            csv: """
                ,participant,left,right,choice,response_ms,seat,session,trial,kind,repeat_of,front,simulated,excluded,count
                0,p 1,A,B,left,100000.0,1.0,s1,1,main,nan,page,False,,1.0
                1,p 1,B,A,right,900.0,1.0,s1,2,repeat,1.0,page,False,None,1.0
                2,NaN,A,B,tie,NaN,2.0,s2,1,main,<NA>,NaN,True,too_fast,1.0
                """.utf8)
        #expect(Array(table.rows) == Self.rows)
    }

    @Test("a spreadsheet's semicolons, byte order mark and truth values in its language are read")
    func spreadsheet() throws {
        let text =
            "\u{FEFF}participant;left;right;choice;response_ms;seat;session;trial;kind;repeat_of;front;simulated;excluded\r\n"
            + "p 1;A;B;Left;100000;1;s1;1;main;#N/A;page;FALSCH;FALSCH\r\n"
            + "p 1;B;A; RIGHT;900;1;s1;2;Repeat;1;page;FALSCH;\r\n#N/A;A;B;tie;;2;s2;1;;;#N/A;WAHR;too_fast\r\n"
        let table = try VoteTable(csv: text.utf8)
        #expect(Array(table.rows) == Self.rows)
        #expect(
            table.readings.map(\.description) == [
                "participant \"#N/A\" (1 row) is read as missing",
                "choice \" RIGHT\" (1 row) is read as right", "choice \"Left\" (1 row) is read as left",
                "kind \"Repeat\" (1 row) is read as repeat", "front \"#N/A\" (1 row) is read as missing",
                "excluded \"FALSCH\" (1 row) leaves nothing out",
            ])
    }

    @Test(
        "empty and each word of a program for it are missing in every column",
        arguments: ["", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "null", "NULL", "None", " NA "])
    func missing(word: String) throws {
        let columns = VoteColumn.allCases.filter { ![.left, .right, .choice].contains($0) }
        let head = (["left,right,choice"] + columns.map(\.rawValue)).joined(separator: ",")
        let table = try VoteTable(csv: "\(head)\nA,B,left,\(columns.map { _ in word }.joined(separator: ","))".utf8)
        #expect(Array(table.rows) == [VoteRow(participant: nil, left: "A", right: "B", choice: .left)])
        for column in ["left", "right"] {
            let cells = ["left": "A", "right": "B", "choice": "tie"].merging([column: word]) { $1 }
            let text =
                "participant,left,right,choice\np,\(cells["left"] ?? ""),\(cells["right"] ?? ""),\(cells["choice"] ?? "")"
            let error = try #require(throws: VoteTableError.self) { try VoteTable(csv: text.utf8) }
            #expect(error.problems.map(\.line) == [2] && error.problems.first?.column == column)
        }
    }

    @Test("Na and Nan are people's names")
    func names() throws {
        let table = try VoteTable(csv: "participant,left,right,choice\nNan,A,B,left\nNa,A,B,left\n".utf8)
        #expect(table.rows.map(\.participant) == ["Nan", "Na"] && table.readings.isEmpty)
    }

    @Test("a truth value says whether a row is left out, and counts of nothing count nothing")
    func flags() throws {
        let words = ["TRUE", "1", "yes", "T", "too_fast", "FALSE", "0", "no", "F", "false", "0.0", ""]
        let lines = words.map { "p,A,B,left,\($0),1" } + ["p,A,B,left,,0"]
        let table = try VoteTable(
            csv: (["participant,left,right,choice,excluded,count"] + lines).joined(separator: "\n").utf8)
        let left = table.rows.map(\.excluded)
        #expect(left.prefix(5) == ["excluded", "excluded", "excluded", "excluded", "too_fast"])
        #expect(left.dropFirst(5).allSatisfy { $0 == nil })
        #expect(table[12].count == 0)
        #expect(table.readings.contains { $0.description == "count \"0\" (1 row) counts nothing" })
        #expect(table.readings.contains { $0.description == "excluded \"TRUE\" (1 row) leaves out" })
        #expect(table.readings.contains { $0.description == "excluded \"no\" (1 row) leaves nothing out" })
    }

    @Test(
        "negative and fractional counts are told with their line", arguments: ["-1", "0.5", "-2.0", "many", "inf"])
    func counts(count: String) throws {
        let error = try #require(throws: VoteTableError.self) {
            try VoteTable(csv: "participant,left,right,choice,count\np,A,B,left,1\np,A,B,left,\(count)\n".utf8)
        }
        #expect(error.problems.count == 1 && error.problems.first?.line == 3)
        #expect(error.problems.first?.column == "count")
    }
}

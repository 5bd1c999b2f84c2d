import Answers
import Study
import Testing
import VoteTestKit
import Votes

@Suite("votes on several questions")
struct QuestionColumnTests {
    /// Votes of a person on two questions about each of some trials, the second of which is primary.
    private static func rows(_ person: String, _ grades: [(Int, Int)], milliseconds: Int = 900) -> [VoteRow] {
        grades.enumerated().flatMap { place, grades in
            [("real", grades.0), ("sharp", grades.1)].map { question, grade in
                VoteRow(
                    participant: person, left: "A", right: "B", choice: Grade.choice(grade),
                    responseMilliseconds: question == "real" ? 10 : milliseconds,
                    vote: "\(person)-\(place)-\(question)", asked: grades.0 == 9 ? nil : 3, trial: place + 1,
                    question: question, isPrimary: question == "sharp", grade: grade)
            }
        }
    }

    @Test("csv and jsonl carry question and grade, and csv is read back as it was")
    func exports() throws {
        let rows = Self.rows("p", [(-3, 1), (0, 3), (2, -1)])
        let csv = ExportTests.file(.csv, rows).text
        #expect(csv.split(separator: "\n")[1].hasSuffix(",real,FALSE,-3") && csv.contains(",sharp,TRUE,1\n"))
        let table = try VoteTable(csv: csv.utf8)
        #expect(Array(table.rows) == rows && table.readings.isEmpty)
        #expect(Array(VoteTable(rows: rows).rows) == rows)
        #expect(ExportTests.file(.jsonl, rows).text.contains(#""question":"real","primary":false,"grade":-3}"#))
        let presses = ExportTests.file(.jspsych, rows).text
        #expect(presses.contains(#""response":0,"#) && presses.contains(#""response":6,"#))
        for form in [VoteExport.pwcmp, .arena] {
            let (text, summary) = ExportTests.file(form, rows)
            #expect(summary.votes == 3 && summary.otherQuestions == 3)
            #expect(text.split(separator: "\n").count == (form == .pwcmp ? 4 : 3))
        }
    }

    @Test("the primary question alone is kept, and the others are counted by name")
    func primary() throws {
        var table = VoteTable(rows: Self.rows("p", [(-3, 1), (0, 3)]) + Self.rows("q", [(1, -1)]))
        #expect((0..<table.count).count { table.counts($0) } == 3)
        table.takePrimaryQuestion()
        #expect(table.count == 3 && table.otherQuestions == ["real": 3])
        #expect(table.rows.map(\.grade) == [1, 3, -1] && table.rows.allSatisfy { $0.question == "sharp" })
        #expect(table.rows.map(\.vote) == ["p-0-sharp", "p-1-sharp", "q-0-sharp"])
        let before = table
        table.takePrimaryQuestion()
        #expect(table == before)
    }

    @Test("each vote that is kept keeps what stood beside it")
    func columns() throws {
        var table = VoteTable(rows: Self.rows("p", [(-3, 1), (0, 3)]) + Self.rows("q", [(1, -1)]))
        for row in 0..<table.count where row != 3 { table.seen.set("screen \(row)", in: .screen, row: row) }
        let rows = Array(table.rows)
        table.takePrimaryQuestion()
        #expect(Array(table.rows) == rows.filter { $0.isPrimary != false })
        #expect(table.rows.map { $0.seen[.screen] } == ["screen 1", nil, "screen 5"])
    }

    @Test("a table that does not say which question is primary goes by its first one; one without questions is whole")
    func unsaid() throws {
        let csv = """
            participant,left,right,choice,question
            p,A,B,left,sharp
            p,A,B,right,real
            p,A,B,right,

            """
        var table = try VoteTable(csv: csv.utf8)
        #expect(table.count == 3)
        table.takePrimaryQuestion()
        #expect(table.rows.map(\.question) == ["sharp", nil] && table.otherQuestions == ["real": 1])
        var plain = try VoteTable(csv: "participant,left,right,choice\np,A,B,left\n".utf8)
        plain.takePrimaryQuestion()
        #expect(plain.count == 1 && plain.otherQuestions.isEmpty)
    }

    @Test("rules judge by the primary question alone, and leave out all votes of a person")
    func rules() throws {
        // Fast, always left and not complete by the other question; none of it by the primary one.
        let rows =
            Self.rows("p", [(-3, 1), (-2, -1), (-1, 2)]) + Self.rows("q", [(1, 1), (-1, -1), (1, 1)], milliseconds: 9)
        var table = VoteTable(rows: rows)
        let rules = ExclusionSettings(
            incomplete: IncompleteRule(), tooFast: TooFastRule(milliseconds: 300, share: 0.5),
            straightLining: StraightLiningRule(share: 0.9, minVotes: 3))
        _ = table.exclude(rules)
        #expect(table.rows.map(\.excluded) == Array(repeating: nil, count: 6) + Array(repeating: "too_fast", count: 6))
        // Whichever comes first.
        var taken = VoteTable(rows: rows)
        taken.takePrimaryQuestion()
        _ = taken.exclude(rules)
        table.takePrimaryQuestion()
        #expect(taken.rows.map(\.excluded) == table.rows.map(\.excluded))
    }

    @Test(
        "a grade or a truth value that is none is named with its place",
        arguments: [
            ("grade", "4", "4 is out of range, expected -3 to 3"), ("grade", "1.5", "no whole number"),
            ("primary", "perhaps", "neither true nor false"),
        ])
    func faults(column: String, value: String, why: String) throws {
        let csv = "participant,left,right,choice,\(column)\np,A,B,left,\(value)\n"
        let error = try #require(throws: VoteTableError.self) { try VoteTable(csv: csv.utf8) }
        #expect(error.problems.map(\.line) == [2] && error.problems[0].column == column, "\(error)")
        #expect(error.problems[0].reason.contains(why), "\(error)")
    }
}

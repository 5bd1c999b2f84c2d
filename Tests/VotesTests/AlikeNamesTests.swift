import Answers
import Study
import Testing
import Votes

@Suite("Names in tables of votes")
struct AlikeNamesTests {
    private func notes(_ lines: String...) throws -> [String] {
        try VoteTable(csv: lines.joined(separator: "\n").utf8).readings.map(\.description)
    }

    @Test("blanks around a field are no part of it and noted once a column; in quotes they are, and are noted as alike")
    func blanks() throws {
        let text = "participant,left,right,choice\np1, A,B\t,left\np1,A ,B, right\np2,A,\"B \",tie\n"
        let table = try VoteTable(csv: text.utf8)
        #expect(table.rows.map(\.left) == ["A", "A", "A"] && table.rows.map(\.right) == ["B", "B", "B "])
        #expect(
            table.readings.map(\.description) == [
                "left is read without blanks around it in 2 rows, \" A\" as \"A\"; in quotes they would stay",
                "right is read without blanks around it in 1 row, \"B\\t\" as \"B\"; in quotes they would stay",
                "choice \" right\" (1 row) is read as right",
                "left, right: \"B\" (2 rows) and \"B \" (1 row) differ by blanks only, and are not one name",
            ])
    }

    @Test("names that differ by case, blanks or the form of letters are told with their rows, and stay apart")
    func alike() throws {
        let notes = try notes(
            "participant,left,right,choice,condition,item,left_image,right_image,session,front,render,excluded",
            "Ann,SRCNN,GAN,left,Time,x  y,a.png,b.png,s1,page,img,slow",
            "ann,GAN,srcnn,tie,time,x y,A.PNG,b.png,S1,Page,IMG,Slow",
            "Bob,ＧＡＮ,SRCNN,left,time,z,c.png,a.png,s2,page,img,")
        #expect(
            notes == [
                "participant: \"Ann\" (1 row) and \"ann\" (1 row) differ by case only, and are not one name",
                "left, right: \"SRCNN\" (2 rows) and \"srcnn\" (1 row) differ by case only, and are not one name; \"GAN\" (2 rows) "
                    + "and \"ＧＡＮ\" (1 row) differ by the form of letters (NFKC) only, and are not one name",
                "condition: \"Time\" (1 row) and \"time\" (2 rows) differ by case only, and are not one name",
                "item: \"x  y\" (1 row) and \"x y\" (1 row) differ by blanks only, and are not one name",
                "left_image, right_image: \"a.png\" (2 rows) and \"A.PNG\" (1 row) differ by case only, and are not one name",
                "session: \"s1\" (1 row) and \"S1\" (1 row) differ by case only, and are not one name",
                "front: \"page\" (2 rows) and \"Page\" (1 row) differ by case only, and are not one name",
                "render: \"img\" (2 rows) and \"IMG\" (1 row) differ by case only, and are not one name",
                "excluded: \"slow\" (1 row) and \"Slow\" (1 row) differ by case only, and are not one name",
            ])
    }

    @Test("two Unicode forms of one name are one person, which is noted")
    func forms() throws {
        let text = "participant,left,right,choice\nZo\u{EB},A,B,left\nZoe\u{308},A,B,right\n"
        let table = try VoteTable(csv: text.utf8)
        #expect(table.people.names.count == 1)
        #expect(
            table.readings.map(\.description) == [
                "participant: \"Zo\u{EB}\" (1 row) and \"Zoe\u{308}\" (1 row) are Unicode forms (NFC, NFD) of one name, and count as one"
            ])
    }

    @Test("three pairs of alike names are told, then how many more there are; other names are not told")
    func many() throws {
        let rows = (0..<5).flatMap { ["p\($0),A,B,left", "P\($0),A,B,left", "q\($0),A,B,left"] }
        let notes = try VoteTable(csv: (["participant,left,right,choice"] + rows).joined(separator: "\n").utf8).readings
        #expect(notes.count == 1 && notes[0].description.hasSuffix("; and 2 more"))
        #expect(notes[0].description.split(separator: "; ").count == 4 && notes[0].rows == 10)
    }

    @Test("columns are known in any case and between blanks, unless another has the very name")
    func headings() throws {
        let table = try VoteTable(
            csv: "Participant, LEFT ,right,choice,Condition,condition,Count\np,A,B,left,x,y,2\n".utf8)
        #expect(table[0] == VoteRow(participant: "p", left: "A", right: "B", choice: .left, condition: "y", count: 2))
        #expect(
            table.readings.map(\.description) == [
                "the column \"Participant\" is read as participant", "the column \" LEFT \" is read as left",
                "the column \"Count\" is read as count",
            ])
        #expect(throws: VoteTableError.self) {
            try VoteTable(csv: "participant,left,right,choice,COUNT,Count\np,A,B,left,1,1".utf8)
        }
    }
}

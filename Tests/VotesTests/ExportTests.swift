import Answers
import Foundation
import Study
import TestKit
import Testing
import Votes

@Suite("exports of votes")
struct ExportTests {
    /// Two sessions: a main trial, a tie, a repeat, a vote that a rule leaves out, a catch trial.
    static let rows: [VoteRow] = {
        var first = VoteRow(
            participant: "p, \"1\"\n", left: "A", right: "方法\\B", choice: .right, condition: "equal-time",
            item: "face", leftImage: "A/equal-time@1#0", rightImage: "B/equal-time@1#0", responseMilliseconds: 1250,
            vote: "v1", seat: 1, session: "s1", asked: 4, trial: 1, shownAt: 1_746_093_600_250,
            front: "page", render: "img", shownPixels: 512)
        var tie = first
        (tie.choice, tie.trial, tie.vote, tie.shownAt) = (.tie, 2, "v2", 1_746_093_603_000)
        var again = first
        (again.kind, again.trial, again.repeatOf, again.vote) = (.repeat, 4, 1, "v4")
        (again.left, again.right, again.choice) = (first.right, first.left, .left)
        let other = VoteRow(
            participant: nil, left: "方法\\B", right: "A", choice: .left, condition: "equal-time", vote: "v5",
            session: "s2", simulated: true)
        let excluded = VoteRow(
            participant: "q", left: "A", right: "方法\\B", choice: .left, condition: "c", excluded: "too_fast")
        let caught = VoteRow(participant: "q", left: "A", right: "A", choice: .left, kind: .catch, correct: .right)
        return [first, tie, again, other, excluded, caught]
    }()

    static func file(_ form: VoteExport, _ rows: [VoteRow] = rows) -> (text: String, summary: VoteExportSummary) {
        var bytes: [UInt8] = []
        let summary = form.write(rows) { bytes += $0 }
        return (String(decoding: bytes, as: UTF8.self), summary)
    }

    @Test("csv is the table that dotchi reads")
    func csv() throws {
        let (text, summary) = Self.file(.csv)
        #expect(try Array(VoteTable(csv: text.utf8).rows) == Self.rows)
        #expect(summary.votes == 6 && summary.excluded == 0 && summary.simulated == 1)
        #expect(summary.conditions == ["equal-time", "c", nil])
    }

    @Test("jsonl has every column of the CSV in every line, null where nothing is known")
    func jsonl() {
        let lines = Self.file(.jsonl).text.split(separator: "\n").map(String.init)
        #expect(lines.count == 6)
        #expect(
            lines[0] == #"""
                {"participant":"p, \"1\"\n","left":"A","right":"方法\\B","choice":"right","condition":"equal-time",\#
                "item":"face","left_image":"A/equal-time@1#0","right_image":"B/equal-time@1#0","response_ms":1250,\#
                "vote":"v1","seat":1,"session":"s1","asked":4,"trial":1,"kind":"main","repeat_of":null,"correct":null,\#
                "shown_at":"2025-05-01T10:00:00.250Z","front":"page","render":"img","shown_px":512,"simulated":false,\#
                "excluded":null,"count":1,"plan":null,"language":null,"device":null,"screen":null,"layout":null,\#
                "surround":null,"shown_scale":null,"px_per_mm":null,"flips":null,"enlarged":null,"exposure_ms":null,"timeouts":null,"question":null,\#
                "primary":null,"grade":null}
                """#)
        #expect(lines[3].hasPrefix(#"{"participant":null,"left":"方法\\B","#) && lines[3].contains(#""simulated":true"#))
        #expect(lines[5].contains(#""kind":"catch","repeat_of":null,"correct":"right""#))
    }

    @Test("jspsych has jsPsych's keys first: places and times within the session, buttons from 0")
    func jsPsych() {
        let lines = Self.file(.jspsych).text.split(separator: "\n").map(String.init)
        #expect(lines.first == "[" && lines.last == "]" && lines.count == 8)
        func row(_ index: Int, _ elapsed: String, _ rt: String, _ response: Int) -> String {
            #"{"trial_type":"html-button-response","trial_index":\#(index),"time_elapsed":\#(elapsed),"rt":\#(rt),"#
        }
        #expect(lines[1].hasPrefix(row(0, "1250", "1250", 1)))
        #expect(lines[1].contains(#""stimulus":["A/equal-time@1#0","B/equal-time@1#0"],"response":1,"participant":"#))
        #expect(lines[2].hasPrefix(row(1, "4000", "1250", 2)) && lines[2].contains(#""response":2,"#))
        #expect(lines[3].hasPrefix(row(2, "1250", "1250", 0)))
        #expect(lines[4].hasPrefix(row(0, "null", "null", 0)) && lines[4].contains(#""stimulus":[null,null]"#))
        #expect(lines[1...5].allSatisfy { $0.hasSuffix("},") } && lines[6].hasSuffix("}"))
        #expect(Self.file(.jspsych, []).text == "[\n]\n")
    }

    @Test("pwcmp has the columns of its own examples; ties, repeats and what a rule leaves out are counted")
    func pwcmp() throws {
        let (text, summary) = Self.file(.pwcmp)
        #expect(
            text == """
                observer,session_id,scene,condition_A,condition_B,is_A_selected,criterion
                "p, ""1""
                ",s1,equal-time/face,A,方法\\B,0,preference
                s2,s2,equal-time,方法\\B,A,1,simulated preference

                """)
        #expect(summary.votes == 2 && summary.ties == 1 && summary.otherTrials == 2 && summary.excluded == 1)
        if let reference = Project.reference {
            let example = try String(
                contentsOf: reference.appending(path: "pwcmp/ex3_tmo_cmp_data.csv"), encoding: .utf8)
            #expect(text.prefix { $0 != "\n" } == example.prefix { !$0.isNewline })
        }
    }

    @Test("arena has ties, and who stood on the left as model a")
    func arena() {
        let (text, summary) = Self.file(.arena)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                #"{"question_id":"v1","model_a":"A","model_b":"方法\\B","winner":"model_b","judge":"p, \"1\"\n","#
                    + #""tstamp":1746093600,"condition":"equal-time","item":"face"}"#,
                #"{"question_id":"v2","model_a":"A","model_b":"方法\\B","winner":"tie","judge":"p, \"1\"\n","#
                    + #""tstamp":1746093603,"condition":"equal-time","item":"face"}"#,
                #"{"question_id":"v5","model_a":"方法\\B","model_b":"A","winner":"model_a","judge":"s2","#
                    + #""condition":"equal-time","simulated":true}"#,
            ])
        #expect(summary.votes == 3 && summary.ties == 0 && summary.conditions == ["equal-time"])
    }

    @Test("a long file goes out in parts", arguments: VoteExport.allCases)
    func parts(form: VoteExport) {
        var sizes: [Int] = []
        let rows = Array(repeating: Self.rows[0], count: 20_000)
        form.write(rows) { sizes.append($0.count) }
        #expect(sizes.count > 3 && sizes.allSatisfy { $0 < 300_000 })
    }
}

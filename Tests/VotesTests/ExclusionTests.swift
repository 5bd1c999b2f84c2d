import Answers
import Study
import Testing
import VoteTestKit
import Votes

@Suite("rules of exclusion")
struct ExclusionTests {
    /// All rules, judging early so that few votes are enough.
    private static let all = ExclusionSettings(
        incomplete: IncompleteRule(planned: 0.2), failedCatch: FailedCatchRule(maxFailed: 1, planned: 0.1),
        tooFast: TooFastRule(milliseconds: 300, share: 0.5, planned: 0.03),
        straightLining: StraightLiningRule(share: 0.75, minVotes: 4, planned: 0))

    /// Votes of a person, one a letter: l, r or t for a main trial, upper case where it was fast; + and - for a catch
    /// trial answered right and wrong, y and n for a check.
    private static func votes(_ person: String?, _ answers: String, asked: Int? = nil) -> [VoteRow] {
        answers.map { letter in
            let choices: [Character: Choice] = [
                "l": .left, "r": .right, "t": .tie, "+": .left, "-": .right, "y": .left, "n": .right,
            ]
            let isCatch = "+-".contains(letter)
            let isCheck = "yn".contains(letter)
            return VoteRow(
                participant: person, left: "A", right: "B",
                choice: choices[Character(letter.lowercased())] ?? .tie,
                responseMilliseconds: letter.isUppercase ? 299 : 300, asked: asked,
                kind: isCatch ? .catch : isCheck ? .check : .main,
                correct: isCatch || isCheck ? .left : nil)
        }
    }

    /// The rows as a table with the rules that leave them out, and those rules.
    private static func excluded(
        _ rows: [VoteRow], _ settings: ExclusionSettings = all
    ) -> (table: VoteTable, rules: [AppliedRule]) {
        excluded(VoteTable(rows: rows), settings)
    }

    private static func excluded(
        _ votes: VoteTable, _ settings: ExclusionSettings, withoutSimulated: Bool = false
    ) -> (table: VoteTable, rules: [AppliedRule]) {
        var table = votes
        let exclusions = table.exclude(settings, withoutSimulated: withoutSimulated)
        return (table, exclusions.rules)
    }

    /// The rule that leaves each row out.
    private static func rules(_ table: VoteTable) -> [String?] { table.rows.map(\.excluded) }

    @Test(
        "each rule leaves out who breaks it, just beyond its bound and not at it",
        arguments: [
            ("lrlr", nil), ("lrl", "incomplete"), ("lrlr+-", nil), ("lrlr--", "failed_catch"), ("lrlr-t", nil),
            ("lrlrn", nil), ("lrlryn", nil), ("lrlrnn", "failed_catch"), ("lrlr-n", "failed_catch"),
            ("LRlr", nil), ("LRLr", "too_fast"), ("lllr", "straight_lining"), ("lltr", nil),
            ("rrrr", "straight_lining"),
            ("tttt", nil), ("lllrr", nil),
        ] as [(String, String?)])
    func bounds(answers: String, rule: String?) {
        let table = Self.excluded(Self.votes("p", answers, asked: 4)).table
        #expect(Self.rules(table).allSatisfy { $0 == rule })
        #expect(table.unfinished.map { table.people[$0] } == (rule == "incomplete" ? ["p"] : []))
    }

    @Test("a vote is counted under the first rule that leaves it out, and the sums are exact")
    func funnel() {
        // Each breaks one rule less than the one before.
        let people = [("a", "LL--"), ("b", "LL----"), ("c", "LLLLL+"), ("d", "llllll"), ("e", "lrlrlr")]
        var rows = people.flatMap { Self.votes($0.0, $0.1) } + Self.votes(nil, "LLL")
        rows[rows.count - 1].count = 5
        let again = Self.votes("e", "ll").map { row in
            var row = row
            row.excluded = "repeated_session"
            return row
        }
        var table = VoteTable(rows: rows + again)
        let exclusions = table.exclude(Self.all)
        let names = ["repeated_session", "incomplete", "failed_catch", "too_fast", "straight_lining"]
        #expect(exclusions.rules.map(\.name) == names)
        #expect(exclusions.planned == ["incomplete": 0.2, "failed_catch": 0.1, "too_fast": 0.03, "straight_lining": 0])
        #expect(exclusions.rules.map(\.note) == [nil, .mostAnswered(6), nil, nil, nil])
        let main = table.rows.filter { $0.kind == .main }
        func votes(_ rule: String?) -> Int { main.filter { $0.excluded == rule }.reduce(0) { $0 + $1.count } }
        #expect(names.map(votes) == [2, 2, 2, 5, 6])
        #expect(
            names.map { name in Set(main.filter { $0.excluded == name }.map(\.participant)).count } == [1, 1, 1, 1, 1])
        #expect(votes(nil) == 6 + 2 + 5)
    }

    @Test("what the file leaves out, and simulated people, are judged by nothing more")
    func earlierRules() throws {
        let table = try VoteTable(
            csv: """
                participant,left,right,choice,simulated,excluded,response_ms
                a,A,B,left,false,zebra,1
                a,A,B,left,false,moon,1
                a,A,B,left,false,repeated_session,1
                b,A,B,left,true,moon,1
                c,A,B,left,false,,900
                """.utf8)
        let settings = ExclusionSettings(tooFast: TooFastRule())
        let (excluded, rules) = Self.excluded(table, settings, withoutSimulated: true)
        #expect(rules.map(\.name) == ["simulated_people", "repeated_session", "moon", "zebra", "too_fast"])
        #expect(Self.rules(excluded) == ["zebra", "moon", "repeated_session", "simulated_people", nil])
        #expect(Self.excluded(table, .init()).table[3].excluded == "moon")
        #expect(Self.excluded(table, .init()).rules.map(\.name) == ["repeated_session", "moon", "zebra"])
    }

    @Test("a table that lacks what a rule looks at says so, and the rule leaves nobody out")
    func lacking() throws {
        let rows = "p,A,B,left\np,A,B,left\np,A,B,left\np,B,A,right\n"
        let table = try VoteTable(csv: ("participant,left,right,choice\n" + rows).utf8)
        var settings = Self.all
        settings.straightLining = nil
        let (excluded, rules) = Self.excluded(table, settings)
        #expect(rules.map(\.note) == [.mostAnswered(4), .noCatchTrials, .noTimes])
        #expect(Self.rules(excluded) == [nil, nil, nil, nil] && excluded.rules.names.isEmpty)
        let nobody = try VoteTable(
            csv: ("participant,left,right,choice\n" + rows.replacing("p,", with: ",")).utf8)
        #expect(Self.excluded(nobody, Self.all).rules.allSatisfy { $0.note == .noPeople })
        #expect(Self.rules(Self.excluded(nobody, Self.all).table) == [nil, nil, nil, nil])
    }

    @Test("where there are no votes, or all are left out before, no rule says that votes name nobody")
    func nothingLeft() {
        var simulated = Self.votes("p", "lrlr")
        for row in simulated.indices { simulated[row].simulated = true }
        for rows in [[], simulated] {
            let rules = Self.excluded(VoteTable(rows: rows), Self.all, withoutSimulated: true).rules
            #expect(rules.count >= 3 && rules.allSatisfy { $0.note == nil }, "\(rules)")
        }
    }

    @Test("how much a person was asked is taken from the table, person by person, where it says so")
    func asked() {
        let rows = Self.votes("a", "lrlr", asked: 5) + Self.votes("b", "lr", asked: 2) + Self.votes("c", "rl")
        let (table, rules) = Self.excluded(rows)
        #expect(Self.rules(table) == Array(repeating: "incomplete", count: 4) + [nil, nil, nil, nil])
        #expect(rules[0].note == nil && table.unfinished.map { table.people[$0] } == ["a"])
    }

    @Test("a person without an id is the session, and one of that name the same person")
    func sessions() {
        var rows = Self.votes(nil, "llll") + Self.votes("s2", "rr") + Self.votes(nil, "rr") + Self.votes(nil, "llll")
        for (place, session) in ["s1", "x", "s2"].enumerated() {
            for row in [0..<4, 4..<6, 6..<8][place] { rows[row].session = session }
        }
        let table = Self.excluded(rows, ExclusionSettings(straightLining: Self.all.straightLining)).table
        #expect(table.rule == Array(repeating: 0, count: 8) + Array(repeating: VoteTable.none, count: 4))
        #expect(Set(table.person.prefix(8)).count == 2)
    }

    @Test("the order of the rows changes nothing")
    func order() {
        let people = ["lrlr", "LRLrrl", "llllll", "--lrlr", "lr", "tttttt"]
        let rows = people.enumerated().flatMap { Self.votes("p\($0)", $1) }
        let (table, rules) = Self.excluded(rows)
        let (backwards, same) = Self.excluded(rows.reversed())
        #expect(Self.rules(backwards) == Self.rules(table).reversed())
        func unfinished(_ table: VoteTable) -> Set<String?> { Set(table.unfinished.map { table.people[$0] }) }
        #expect(same == rules && unfinished(backwards) == unfinished(table))
    }

    @Test("the rule of failed catch trials says whether it was these or checks that people failed")
    func whichFailed() {
        func failed(_ people: [String]) -> FailedAttention? {
            let rows = people.enumerated().flatMap { Self.votes("p\($0)", $1, asked: 4) }
            return Self.excluded(rows).rules.first { $0.name == "failed_catch" }?.failed
        }
        #expect(failed(["lrlr--", "lrlr+-"]) == FailedAttention(catches: 1, checks: nil))
        #expect(failed(["lrlrnn", "lrlryn"]) == FailedAttention(catches: nil, checks: 1))
        #expect(failed(["lrlr--y", "lrlr-n", "lrlrnn+", "lrlr+y"]) == FailedAttention(catches: 2, checks: 2))
        #expect(failed(["lrlr"]) == FailedAttention(catches: nil, checks: nil))
    }
}

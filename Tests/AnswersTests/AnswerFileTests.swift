import Answers
import Foundation
import Study
import Testing

@Suite("Answer files")
struct AnswerFileTests {
    @Test("a written file reads back the same")
    func roundTrip() throws {
        #expect(try AnswerFile(bytes: sample.bytes) == sample)
    }

    @Test("lines have a fixed order of keys and say nothing of what is absent")
    func lines() {
        #expect(
            sample.header.line
                == #"{"format":"dotchi-answers-1","study":"faces","plan_hash":"\#(planHash)","seat":3,"#
                + #""participant":"山田 \"太郎\"\\\n\u0001","session":"11111111-2222-4333-8444-555555555555","#
                + #""source":"link","language":"ja","started_at":"2025-05-01T10:00:00+09:00","front":"page","#
                + #""user_agent_class":"phone","screen":"390x844@3"}"#)
        #expect(
            sample.events.map(\.line) == [
                #"{"id":"00000000-0000-4000-8000-000000000000","t_ms":900,"kind":"consent"}"#,
                #"{"id":"00000000-0000-4000-8000-000000000001","t_ms":1000,"kind":"shown","trial":1}"#,
                #"{"id":"00000000-0000-4000-8000-000000000002","t_ms":2500,"kind":"vote","trial":1,"choice":"left","#
                    + #""response_ms":1500,"render":"img","shown_px":512}"#,
                #"{"id":"00000000-0000-4000-8000-000000000003","t_ms":2500,"kind":"finish"}"#,
            ])
    }

    @Test(
        "a vote has its question and its grade in the second format; a grade that says another side is refused by its line"
    )
    func grades() throws {
        func vote(_ number: Int, _ grade: Int?, _ choice: Choice, kind: AnswerEvent.Kind = .vote) -> AnswerEvent {
            AnswerEvent(
                id: "00000000-0000-4000-8000-00000000001\(number)", milliseconds: number, kind: kind, trial: 1,
                choice: choice, grade: grade, question: grade == nil ? nil : "real")
        }
        var file = sample
        file.events = [vote(0, -3, .left), vote(1, 0, .tie), vote(2, 1, .right)]
        #expect(
            file.events[0].line == #"{"id":"00000000-0000-4000-8000-000000000010","t_ms":0,"kind":"vote","trial":1,"#
                + #""choice":"left","grade":-3,"question":"real"}"#)
        #expect(AnswerHeader.format(of: file.events) == "dotchi-answers-2")
        #expect(AnswerHeader.format(of: [vote(0, nil, .left)]) == "dotchi-answers-1")
        file.header.format = "dotchi-answers-2"
        #expect(try AnswerFile(bytes: file.bytes) == file)
        file.events += [vote(3, 4, .right), vote(4, 2, .left), vote(5, 0, .right), vote(6, 1, .right, kind: .shown)]
        let read = try AnswerFile(bytes: file.bytes)
        #expect(read.events.count == 3)
        #expect(
            read.problems == [
                LineProblem(line: 5, reason: "\"grade\" is 4, expected -3 to 3"),
                LineProblem(line: 6, reason: "\"choice\" is left, but \"grade\" is 2, which says right"),
                LineProblem(line: 7, reason: "\"choice\" is right, but \"grade\" is 0, which says tie"),
                LineProblem(line: 8, reason: "\"grade\" is given, but only a vote has one"),
            ])
    }

    @Test("a file cut off anywhere keeps every whole line before the cut")
    func cuts() throws {
        let bytes = sample.bytes
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        for cut in bytes.indices {
            // A line is whole at its closing brace, one byte before its end.
            let whole = ends.count { $0 <= cut }
            let part = bytes[..<cut]
            guard whole > 0 else {
                #expect(throws: AnswerFileError.self) { try AnswerFile(bytes: part) }
                continue
            }
            let file = try AnswerFile(bytes: part)
            #expect(file.header == sample.header)
            #expect(file.events == Array(sample.events.prefix(whole - 1)))
            let isBetweenLines = cut == ends[whole - 1] || cut == ends[whole - 1] + 1
            #expect(
                file.problems
                    == (isBetweenLines
                        ? [] : [LineProblem(line: whole + 1, reason: "the file is cut off in this line")]))
        }
    }

    @Test("a byte order mark, CRLF, blank lines and unknown keys do no harm")
    func variants() throws {
        var text = String(decoding: sample.bytes, as: UTF8.self)
        text = text.replacing("\"t_ms\"", with: "\"mood\":{\"a\":[1,null]},\"t_ms\"")
        text = text.replacing("\n", with: "\r\n\r\n  \n")
        let file = try AnswerFile(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(file == sample)
    }

    @Test("ids count once, in upper case or lower, and a second use is told")
    func identities() throws {
        var text = String(decoding: sample.bytes, as: UTF8.self)
        text += sample.events[2].line.replacing("00000000-0000-4000-8000", with: "00000000-0000-4000-8000".uppercased())
        text += "\n" + sample.events[2].line.replacing("left", with: "right") + "\n"
        let file = try AnswerFile(bytes: text.utf8)
        #expect(file.events == sample.events)
        #expect(file.problems.map(\.line) == [7])
        #expect(file.problems.first?.reason.contains("belongs to another event") == true)
    }

    @Test("letters of ids are lowered")
    func upperCase() throws {
        var file = sample
        file.header.session = "ABCDEF01-2222-4333-8444-555555555555"
        file.events = [AnswerEvent(id: "ABCDEF01-0000-4000-8000-00000000000A", milliseconds: 0, kind: .consent)]
        let read = try AnswerFile(bytes: file.bytes)
        #expect(read.header.session == "abcdef01-2222-4333-8444-555555555555")
        #expect(read.events.map(\.id) == ["abcdef01-0000-4000-8000-00000000000a"])
    }

    @Test(
        "a bad line is told by number and reason, and the rest goes on",
        arguments: [
            BadLine(#"nonsense"#, "the line is no JSON object"),
            BadLine(#"[1,2]"#, "the line is not a JSON object"),
            BadLine(#"{"t_ms":1,"kind":"blur"}"#, "\"id\" is missing"),
            BadLine(#"{"id":"7","t_ms":1,"kind":"blur"}"#, "\"id\" is no UUID"),
            BadLine(#"{"id":"\#(freeID)\u0000","t_ms":1,"kind":"blur"}"#, "\"id\" is no UUID"),
            BadLine(#"{"id":7,"t_ms":1,"kind":"blur"}"#, "\"id\" is not a text"),
            BadLine(#"{"id":"\#(freeID)","kind":"blur"}"#, "\"t_ms\" is missing"),
            BadLine(#"{"id":"\#(freeID)","t_ms":"1","kind":"blur"}"#, "\"t_ms\" is \"1\", expected a whole number"),
            BadLine(#"{"id":"\#(freeID)","t_ms":null,"kind":"blur"}"#, "\"t_ms\" is null"),
            BadLine(#"{"id":"\#(freeID)","t_ms":-1,"kind":"blur"}"#, "\"t_ms\" is -1, expected 0 to 9999999999999"),
            BadLine(#"{"id":"\#(freeID)","t_ms":1e300,"kind":"blur"}"#, nil),
            BadLine(#"{"id":"\#(freeID)","t_ms":1.5,"kind":"blur"}"#, "\"t_ms\" is 1.5, expected a whole number"),
            BadLine(
                #"{"id":"\#(freeID)","t_ms":1,"kind":"sneeze"}"#,
                "\"kind\" is \"sneeze\", expected consent, shown, vote, practice, undo, answer, language, scheme, screened_out, flip, enlarge, timeout, blur, focus, image_failed or finish"
            ),
            BadLine(#"{"id":"\#(freeID)","t_ms":1,"kind":"vote","trial":1}"#, "a vote without \"choice\""),
            BadLine(#"{"id":"\#(freeID)","t_ms":1,"kind":"vote","choice":"tie"}"#, "a vote without \"trial\""),
            BadLine(
                #"{"id":"\#(freeID)","t_ms":1,"kind":"vote","trial":1,"choice":"both"}"#,
                "\"choice\" is \"both\", expected left, right or tie"),
            BadLine(
                #"{"id":"\#(freeID)","t_ms":1,"kind":"vote","trial":1,"choice":3}"#, "\"choice\" is not a text"),
            BadLine(
                #"{"id":"\#(freeID)","t_ms":1,"kind":"vote","trial":0,"choice":"tie"}"#,
                "\"trial\" is 0, expected 1 to 1000000000"),
            BadLine(
                #"{"id":"\#(freeID)","t_ms":1,"kind":"vote","trial":1,"choice":"tie","response_ms":-4}"#,
                "\"response_ms\" is -4, expected 0 to 1000000000000"),
            BadLine(#"{"id":"\#(freeID)","t_ms":1,"kind":"shown"}"#, "\"kind\" is shown, but there is no \"trial\""),
            BadLine(String(repeating: "[", count: 60_000), "the line is no JSON object"),
            BadLine(
                #"{"id":""# + String(repeating: "x", count: 70_000) + #""}"#,
                "the line has 70009 bytes, expected at most 65536"),
        ])
    func badLines(bad: BadLine) throws {
        var lines = String(decoding: sample.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        lines.insert(bad.text, at: 2)
        let file = try AnswerFile(bytes: lines.joined(separator: "\n").utf8)
        #expect(file.events == sample.events)
        #expect(file.problems.map(\.line) == [3])
        if let reason = bad.reason { #expect(file.problems.map(\.reason) == [reason]) }
    }

    @Test("of a file with more events or lines than any person makes, the first are read and the rest is named")
    func limits() throws {
        let count = AnswerLimits.events + 1
        let many = AnswerFile(
            header: sample.header,
            events: (0..<count).map { number in
                let digits = String(number)
                return AnswerEvent(
                    id: "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits,
                    milliseconds: number, kind: .blur)
            })
        let read = try AnswerFile(bytes: many.bytes)
        #expect(read.events.count == AnswerLimits.events)
        #expect(
            read.problems.map(\.description) == [
                "line \(AnswerLimits.events + 2): more than \(AnswerLimits.events) events; what follows was not read"
            ])
        let blank = sample.bytes + Array(repeating: UInt8(ascii: "\n"), count: 3 * AnswerLimits.lines)
        #expect(try AnswerFile(bytes: blank) == sample)
        let noise = sample.bytes + Array(repeatElement(Array("x\n".utf8), count: 2 * AnswerLimits.lines).joined())
        let problems = try AnswerFile(bytes: noise).problems
        #expect(problems.count == AnswerLimits.lines - 5 + 1)
        #expect(problems.last?.reason == "more than \(AnswerLimits.lines) lines; what follows was not read")
    }

    @Test("a line that is not UTF-8 is told, and the rest goes on")
    func invalidUTF8() throws {
        let file = try AnswerFile(bytes: Array((sample.header.line + "\n").utf8) + [0xFF, 0x0A] + sample.bytes)
        #expect(file.events == sample.events)
        #expect(file.problems.map(\.description) == ["line 2: the line is not UTF-8"])
    }

    @Test("a file joined on to another is not taken for the same person's")
    func joined() throws {
        var other = sample
        other.header.session = "99999999-2222-4333-8444-555555555555"
        let event = AnswerEvent(id: freeID, milliseconds: 1, kind: .blur)
        other.events = [event]
        let file = try AnswerFile(bytes: sample.bytes + other.bytes)
        #expect(file.events == sample.events)
        #expect(file.problems.map(\.line) == [6])
        let again = try AnswerFile(bytes: sample.bytes + sample.bytes + Array((event.line + "\n").utf8))
        #expect(again.events == sample.events + [event])
        #expect(again.problems == [])
    }

    @Test("without a header nothing is taken")
    func headers() {
        func error(_ text: String) -> AnswerFileError? {
            #expect(throws: AnswerFileError.self) { try AnswerFile(bytes: text.utf8) }
        }
        #expect(error("") == .empty)
        #expect(error("\r\n\n") == .empty)
        #expect(error("{") == .noHeader("the line is no JSON object"))
        #expect(error(#"{"format":"dotchi-answers-3"}"#) == .unknownFormat("dotchi-answers-3"))
        #expect(error(#"{"format":"dotchi-answers-1"}"#) == .noHeader("\"study\" is missing"))
        #expect(error(sample.events[0].line) == .noHeader("\"format\" is missing"))
        let line = sample.header.line
        #expect(
            error(line.replacing("\"seat\":3", with: "\"seat\":0")) == .noHeader("\"seat\" is 0, expected at least 1"))
        #expect(error(line.replacing("11111111", with: "1")) == .noHeader("\"session\" is no UUID"))
        #expect(
            error(line.replacing("555555555555", with: #"555555555555\u0000"#)) == .noHeader("\"session\" is no UUID"))
        #expect(error(line.replacing("faces", with: "")) == .noHeader("\"study\" is empty"))
        #expect(
            error(line.replacing(planHash, with: planHash.dropLast() + "é"))
                == .noHeader("\"plan_hash\" is not 64 hexadecimal digits"))
        #expect(
            error(#"{"format":"x"}"#)?.description
                == "line 1: the format is \"x\", but this dotchi reads \"dotchi-answers-1\" and \"dotchi-answers-2\"; a newer dotchi may read it"
        )
    }

    @Test("an answer file of another program's JSON encoder reads the same")
    func otherEncoders() throws {
        let encoder = JSONEncoder()
        let lines = [try encoder.encode(sample.header)] + (try sample.events.map { try encoder.encode($0) })
        #expect(try AnswerFile(bytes: lines.joined(separator: [0x0A])) == sample)
    }

    struct BadLine: Sendable {
        var text: String
        var reason: String?

        init(_ text: String, _ reason: String?) {
            self.text = text
            self.reason = reason
        }
    }

    @Test("lines of any length cost their length: blank ones are passed over, others are told, and the rest is read")
    func longLines() throws {
        let file = sample
        let lines = file.bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
        func joined(_ lines: [[UInt8]], end: String) -> [UInt8] { lines.flatMap { $0 + Array(end.utf8) } }
        for end in ["\n", "\r\n"] {
            for filling in [UInt8(ascii: " "), UInt8(ascii: "\t")] {
                let blank = [UInt8](repeating: filling, count: 3_000_001)
                #expect(try AnswerFile(bytes: joined([blank] + lines + [blank], end: end)) == file)
            }
            let long = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_001)
            #expect(throws: AnswerFileError.self) { try AnswerFile(bytes: joined([long] + lines, end: end)) }
            let read = try AnswerFile(bytes: joined([lines[0], long] + lines.dropFirst(), end: end))
            #expect(read.events == file.events && read.problems.map(\.line) == [2])
            #expect(read.problems.first?.reason.contains("bytes, expected at most 65536") == true)
        }
    }
}

private let freeID = "aaaaaaaa-0000-4000-8000-000000000000"
private let planHash = String(repeating: "0a", count: 32)

private let sample = AnswerFile(
    header: AnswerHeader(
        study: "faces", planHash: planHash, seat: 3, participant: "山田 \"太郎\"\\\n\u{1}",
        session: "11111111-2222-4333-8444-555555555555", source: "link", language: "ja",
        startedAt: "2025-05-01T10:00:00+09:00", front: "page", userAgentClass: "phone", screen: "390x844@3"),
    events: [
        AnswerEvent(id: "00000000-0000-4000-8000-000000000000", milliseconds: 900, kind: .consent),
        AnswerEvent(id: "00000000-0000-4000-8000-000000000001", milliseconds: 1000, kind: .shown, trial: 1),
        AnswerEvent(
            id: "00000000-0000-4000-8000-000000000002", milliseconds: 2500, kind: .vote, trial: 1, choice: .left,
            responseMilliseconds: 1500, render: "img", shownPixels: 512),
        AnswerEvent(id: "00000000-0000-4000-8000-000000000003", milliseconds: 2500, kind: .finish),
    ])

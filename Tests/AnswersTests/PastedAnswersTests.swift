import Answers
import Foundation
import Testing

@Suite("Pasted answers")
struct PastedAnswersTests {
    private static func header(_ session: Int, participant: String = "p") -> String {
        #"{"format":"dotchi-answers-1","study":"faces","plan_hash":"\#(String(repeating: "a", count: 64))","seat":1,"#
            + #""participant":"\#(participant)","session":"\#(uuid(session))","source":"link","language":"en","#
            + #""started_at":"2025-01-02T03:04:05Z","front":"page"}"#
    }

    private static func uuid(_ number: Int) -> String {
        "00000000-0000-4000-8000-" + String(repeating: "0", count: 11 - "\(number)".count) + "\(number)a"
    }

    private static func vote(_ number: Int) -> String {
        #"{"id":"\#(uuid(number))","t_ms":\#(number),"kind":"vote","trial":\#(number % 100),"choice":"left"}"#
    }

    private static let whole = [header(1), vote(101), vote(102), vote(103)]

    private static let mangledTexts: [(String, String)] = [
        (
            "a greeting and a signature",
            "Hi,\n\nhere they are:\n" + whole.joined(separator: "\n") + "\n-- \nAda {lab}\n"
        ),
        ("quote marks", whole.map { "> > \($0)" }.joined(separator: "\r\n")),
        ("joined lines", whole.joined(separator: " ")),
        ("no breaks at all", whole.joined()),
        ("broken lines", whole.joined(separator: "\n").replacing(#","kind""#, with: ",\n> \"kind\"")),
        (
            "typographic quotes",
            whole.joined(separator: "\n").replacing(#":""#, with: ":\u{201C}").replacing("\"", with: "\u{201D}")
        ),
        ("no-break spaces", whole.joined(separator: "\n").replacing(",", with: ",\u{A0}")),
        ("HTML's quotes", whole.joined(separator: "<br>").replacing("\"", with: "&quot;")),
        ("the header twice", (whole + [whole[0], vote(104)]).joined(separator: "\n")),
    ]

    @Test("answers are read out of what people paste", arguments: mangledTexts)
    func mangled(what: String, text: String) throws {
        let pasted = PastedAnswers(Array(text.utf8))
        let file = try #require(pasted.files.first)
        #expect(pasted.files.count == 1 && file.header.participant == "p")
        #expect(file.events.map(\.milliseconds).prefix(3) == [101, 102, 103], "\(what)")
        #expect(file.problems.isEmpty && pasted.problems.isEmpty, "\(what): \(file.problems) \(pasted.problems)")
    }

    @Test("what a person wrote keeps its spaces, and a line that was broken in it has one where it was")
    func texts() throws {
        let words = #""10\#u{A0}years in {print} \"A\" too""#
        let answer =
            #"{"id":"\#(Self.uuid(101))","t_ms":101,"kind":"answer","question":"job","value":"# + words + "}"
        let pasted = PastedAnswers(
            Array((Self.header(1) + "\n" + answer.replacing("years in", with: "years\n> in")).utf8))
        let file = try #require(pasted.files.first)
        #expect(file.problems.isEmpty && file.events.first?.value?.inWords == "10\u{A0}years in {print} \"A\" too")
    }

    @Test("several sessions in one text are several, and what is wrong is said by the line of the text")
    func several() throws {
        let text = [
            "Hello", Self.header(1), Self.vote(101), "", Self.header(2), Self.vote(201), #"{"x":1}"#, Self.vote(202),
        ]
        let pasted = PastedAnswers(Array(text.joined(separator: "\n").utf8))
        #expect(pasted.files.map(\.header.session) == [Self.uuid(1), Self.uuid(2)])
        #expect(pasted.files.map(\.events.count) == [1, 2] && pasted.files[1].lines == [6, 8])
        #expect(pasted.files[1].problems.map(\.line) == [7])
        let headless = PastedAnswers(Array((Self.vote(1) + "\n" + Self.header(1)).utf8))
        #expect(headless.problems.map(\.line) == [1] && headless.files.count == 1)
    }

    @Test("a text of braces that nothing closes ends, and says so")
    func braces() {
        let pasted = PastedAnswers(Array(String(repeating: "{\"a", count: 700_000).utf8))
        #expect(
            pasted.files.isEmpty
                && pasted.problems.map(\.reason) == ["too many braces that nothing closes; what follows was not read"])
    }
}

import Answers
import Testing

@Suite("looking for a person")
struct PersonSearchTests {
    private let session = "0f3a9c1e-1234-4abc-8def-0123456789ab"

    private func match(
        _ text: String, participant: String? = "ada", seat: Int = 7, file: String? = "answers-of-ada.jsonl"
    ) -> PersonSearch.Match? {
        PersonSearch(text).match(participant: participant, session: session, seat: seat, file: file)
    }

    @Test("a participant's id is found as it was typed, trimmed and composed, and never by a part of it")
    func participant() {
        #expect(match("ada") == .participant && match(" ada\n") == .participant)
        #expect(match("Zoe\u{308}", participant: "Zo\u{EB}") == .participant)
        #expect(match("Zo\u{EB}", participant: " Zoe\u{308} ") == .participant)
        for text in ["ad", "adaa", "ADA", "", " "] { #expect(match(text) == nil, "\(text)") }
        #expect(match("", participant: nil) == nil && match("a/da", participant: "a/da") == .participant)
    }

    @Test("a session is found by its id, by at least eight characters of its beginning, and by names of its file")
    func sessions() {
        let names = [
            session, session.uppercased(), "0f3a9c1e", "0F3A9C1E-1", "dotchi-faces-7-0f3a9c1e.jsonl",
            "answers/dotchi-my-faces-7-0f3a9c1e.jsonl", "dotchi-faces-7-0f3a9c1e", "dotchi-faces-7-0f3a9c1e (1).jsonl",
            "dotchi-faces-7-0f3a9c1e(2).jsonl", "answers-of-ada.jsonl", "a/answers-of-ada.jsonl",
        ]
        for name in names { #expect(match(name) == .session, "\(name)") }
        let others = [
            "0f3a9c1", "f3a9c1e-1234", "0f3a9c1e-1234-4abc-8def-0123456789abc", "dotchi-faces-8-0f3a9c1e.jsonl",
            "answers-of-ada", "answers-of-bob.jsonl", "-", "--------",
        ]
        for name in others { #expect(match(name) == nil, "\(name)") }
        #expect(PersonSearch("0f3a9c1").isTooShort && !PersonSearch("0f3a9c1e").isTooShort)
    }

    @Test("an id that is a participant's and how a session begins is the participant's there")
    func both() {
        #expect(match("0f3a9c1e", participant: "0f3a9c1e") == .participant)
        #expect(match("0f3a9c1e", participant: nil) == .session)
    }
}

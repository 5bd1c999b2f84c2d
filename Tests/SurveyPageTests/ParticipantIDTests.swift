import Answers
import Foundation
import Study
import TestKit
import Testing

/// The page takes the participants' ids that an import takes, and no others.
@MainActor
struct ParticipantIDTests {
    /// What a rule makes of a text: the id, and whether it can be one.
    private struct Reading: Codable, Equatable {
        var id: String?
        var isTaken: Bool
    }

    /// Ids of all kinds; then every character alone, before, within and after an id.
    private static var texts: [String] {
        let most = AnswerLimits.participant
        let kinds = [
            "", " ", "\t", "\u{85}", "P-1", " P-1 ", "\tP-1\n", "P\t1", "P\u{0}1", "P\u{7F}", "P\u{1B}[0m", "P 1",
            "参加者１番", "😀",
            "e\u{301}", "\u{E9}", "\u{200B}P", "P\u{200B}1", "\u{FEFF}P\u{FEFF}", "P\u{202E}1", "P\u{2028}1",
            "\u{2029}P", "=1+1", "<b>", "\u{FFFD}",
            String(repeating: "x", count: most), String(repeating: "x", count: most + 1),
            String(repeating: "😀", count: most), String(repeating: "😀", count: most + 1),
            // Longer as it is typed than as it is kept.
            String(repeating: "e\u{301}", count: most), " " + String(repeating: "x", count: most) + " ",
        ]
        let characters =
            (0...0x30FF).compactMap(Unicode.Scalar.init) + (0xFE00...0xFFFF).compactMap(Unicode.Scalar.init)
        return kinds + characters.flatMap { ["\($0)", "\($0)P", "P\($0)1", "P\($0)"] }
    }

    @Test("page and import read every id alike, and take the same ones")
    func sameRules() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let page = try browser.open(try SamplePage().write(to: folder))
            try page.wait(for: "#agree")
            let texts = Self.texts
            let list = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
            let read = try page.evaluate(
                """
                \(list).map(participantID).map(id => ({ id: id ?? null, isTaken: isParticipantID(id) }))
                """, as: [Reading].self)
            let expected = texts.map { text in
                let id = AnswerHeader.participantID(text)
                let header = AnswerHeader(
                    study: "s", planHash: "", seat: 1, participant: id, session: "", source: "link", language: "en",
                    startedAt: "2026-01-01T00:00:00Z", front: "page")
                return Reading(id: id, isTaken: header.fault == nil)
            }
            #expect(expected.contains { !$0.isTaken } && expected.contains { $0.id == nil })
            for (text, (read, expected)) in zip(texts, zip(read, expected)) {
                let scalars = text.unicodeScalars.prefix(8).map { String($0.value, radix: 16) }
                // Strings are compared by what they mean: composed and decomposed ones are equal.
                #expect(read.isTaken == expected.isTaken, "\(scalars)")
                #expect(read.id?.unicodeScalars.map(\.value) == expected.id?.unicodeScalars.map(\.value), "\(scalars)")
            }
            #expect(read.count == texts.count)
        }
    }

    @Test(
        "a link with an id that no import takes is refused before the consent, in every language",
        arguments: [
            "participant=AB%09CD", "PROLIFIC_PID=%1B%5B0m", "participant=" + String(repeating: "x", count: 1001),
        ])
    func refused(id: String) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            for (language, words) in [
                ("en", "The participant ID in this link cannot be used"), ("ja", "参加者番号は使えません"),
                ("ja-kansai", "参加者番号は使われへんねん"),
            ] {
                let person = try Participant(browser, index, "seat=1&lang=\(language)&\(id)")
                try person.page.wait(for: "#refused")
                #expect(try person.screen() == "refused")
                #expect(try person.page.evaluate("document.body.innerText", as: String.self).contains(words))
                #expect(try person.page.evaluate("Object.keys(localStorage).length", as: Int.self) == 0)
                #expect(person.page.scriptErrors == [])
            }
            // White space around an id is no part of it.
            let person = try Participant(browser, index, "seat=1&lang=en&participant=%09AB%20")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            #expect(try person.answers().header.participant == "AB")
        }
    }
}

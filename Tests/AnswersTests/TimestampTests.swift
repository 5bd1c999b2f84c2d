import Answers
import Foundation
import Testing

@Suite("Times in tables of votes")
struct TimestampTests {
    @Test(
        "a time is the milliseconds since 1970, whatever its offset and digits",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-23T09:05:30.250Z", 1_795_424_730_250),
            ("2026-11-23T18:05:30.25+09:00", 1_795_424_730_250), ("2026-11-23 04:05:30.2504-0500", 1_795_424_730_250),
            ("2026-11-23T18:05+09", 1_795_424_700_000), ("2024-02-29T00:00:00", 1_709_164_800_000),
            ("2000-03-01T00:00:00Z", 951_868_800_000), ("1969-12-31T23:59:59.999Z", -1),
        ])
    func times(text: String, milliseconds: Int) {
        #expect(Timestamp.milliseconds(text) == milliseconds)
    }

    @Test("every day of five centuries is where Foundation has it")
    func days() {
        let style = Date.ISO8601FormatStyle()
        for day in stride(from: -135_000, through: 60_000, by: 17) {
            let text = Date(timeIntervalSince1970: Double(day) * 86_400).formatted(style)
            #expect(Timestamp.milliseconds(text) == day * 86_400_000)
        }
    }

    @Test("a time is written in UTC with milliseconds, and reads back as it was")
    func written() {
        #expect(Timestamp.text(1_795_424_730_250) == "2026-11-23T09:05:30.250Z")
        #expect(Timestamp.text(0) == "1970-01-01T00:00:00.000Z" && Timestamp.text(-1) == "1969-12-31T23:59:59.999Z")
        #expect(Timestamp.text(253_402_300_799_999) == "9999-12-31T23:59:59.999Z")
        for day in stride(from: -719_162, to: 2_932_896, by: 97) {
            let time = day * 86_400_000 + day * 7919 % 86_400_000
            #expect(Timestamp.milliseconds(Timestamp.text(time)) == time)
        }
    }

    @Test(
        "what is no time is none",
        arguments: [
            "", "yesterday", "2026-11-23", "2026-13-01T00:00:00Z", "2026-11-23T25:00:00Z", "2026-11-23T09:60Z",
            "2026-11-23T09:05:30Zulu", "2026-11-23T09:05:30+9", "2026-11-23T09:05:30+09:0x", "23.11.2026 09:05:30 h",
        ])
    func none(text: String) {
        #expect(Timestamp.milliseconds(text) == nil)
    }
}

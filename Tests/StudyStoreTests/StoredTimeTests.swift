import Foundation
import Testing

@testable import StudyStore

@Suite("times in study.sqlite")
struct StoredTimeTests {
    @Test("a time that is read and written again is the same text, to the millisecond")
    func again() throws {
        for millisecond in 0..<1000 {
            for second in [0, 1_796_000_325, 253_402_300_799] {
                let start = try Stored.time("1970-01-01T00:00:00.000Z").addingTimeInterval(Double(second))
                let text = Stored.time(start.addingTimeInterval(Double(millisecond) / 1000))
                #expect(text.hasSuffix(".\(String("00\(millisecond)".suffix(3)))Z"), "\(text)")
                #expect(try Stored.time(Stored.time(text)) == text)
            }
        }
    }
}

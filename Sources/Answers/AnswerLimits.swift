/// The bounds of what a front can say. Everything that reads answers can rely on them: sums do not overflow, every time
/// has four digits of a year, every text is short and prints as it is.
package enum AnswerLimits {
    /// Milliseconds from the start of a session: 317 years, since a clock that is set right in the middle of a session may
    /// say half a century more.
    package static let milliseconds = 0...9_999_999_999_999
    /// Milliseconds from both images in view to a vote: 30 years; no clock that is set takes part in it.
    package static let responseMilliseconds = 0...1_000_000_000_000
    /// Side of an image in pixels.
    package static let pixels = 0...1_000_000
    /// Numbers of seats and trials.
    package static let numbers = 1...1_000_000_000
    /// When sessions start, in milliseconds since 1970: the years 1900 to 9999 in UTC. A clock that was never set says 1970,
    /// and answers are not lost for that; only what has no such year is refused.
    package static let startedAt = -2_208_988_800_000...253_402_300_799_999
    /// Characters of a participant's id: a service may sign its ids, and a person's answers are not lost for a long one.
    package static let participant = 1_000
    /// Characters of any other text of a header or an event.
    package static let text = 200
    /// Names that one answer chooses.
    package static let choices = 200
    /// Events of a session.
    package static let events = 100_000
    /// Lines of an answer file: whole ones, or not.
    package static let lines = 200_000
    /// Bytes of an answer file.
    package static let bytes = 1 << 26

    /// The fronts, as headers name them.
    package static let fronts = ["page", "terminal", "simulation"]
    /// The front of people that are not there.
    package static let simulation = "simulation"
    /// The colour schemes of a page, as events name them.
    package static let schemes = ["light", "dark"]
    /// How images are shown, as events name it.
    package static let renders = ["img", "kitty", "iterm", "sixel", "blocks"]

    /// What is wrong with a text; nil where it has at most so many characters and none that controls a terminal or ends a
    /// text or a line early.
    package static func fault(in text: String, atMost most: Int = text) -> String? {
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            if count > most { return "has more than \(most) characters" }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return "has a control character (U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits))"
            default: continue
            }
        }
        return nil
    }

    /// Whether `text` is a UUID as answers are known by: 36 characters, digits and hyphens at their places, and nothing
    /// after them. `UUID(uuidString:)` reads no further than a NUL, as SQLite does, and one id would be many texts.
    package static func isUUID(_ text: String) -> Bool {
        text.utf8.count == 36
            && text.utf8.enumerated().allSatisfy { place, byte in
                [8, 13, 18, 23].contains(place)
                    ? byte == UInt8(ascii: "-")
                    : isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

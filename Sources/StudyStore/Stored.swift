import Foundation

/// How values stand in columns that SQLite has no type for.
enum Stored {
    /// `time` as ISO 8601 in UTC with milliseconds; texts of this form sort as the times do.
    static func time(_ time: Date) -> String {
        // Formatting cuts off what is below a millisecond, and the nearest number to a time may lie below its own.
        let milliseconds = (time.timeIntervalSince1970 * 1000 + 0.01).rounded(.down)
        return Date(timeIntervalSince1970: (milliseconds + 0.25) / 1000).formatted(style)
    }

    /// The time that `text` of ``time(_:)`` stands for.
    static func time(_ text: String) throws -> Date { try time(text, of: "a time") }

    /// The same; `what` names it in the error.
    static func time(_ text: String, of what: String) throws -> Date {
        guard let time = try? Date(text, strategy: style) else {
            throw StudyStoreError.unreadableRow(what: what, why: "“\(text.prefix(40))” is no time")
        }
        return time
    }

    /// A seed's 64 bits as SQLite's signed number.
    static func seed(_ seed: UInt64) -> Int64 { Int64(bitPattern: seed) }

    /// The seed of those bits.
    static func seed(_ number: Int64) -> UInt64 { UInt64(bitPattern: number) }

    /// Canonical JSON: keys sorted, no white space; the same value always gives the same text.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The value of JSON that ``json(_:)`` wrote; `what` names it in the error.
    static func value<Value: Decodable>(_ type: Value.Type = Value.self, of json: String, what: String) throws -> Value
    {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw StudyStoreError.unreadableRow(what: what, why: (error as? DecodingError)?.words ?? "it is no JSON")
        }
    }

    /// The case of an enumeration whose name a column holds; its CHECK allows no other. `what` names the row in the error.
    static func word<Words: RawRepresentable<String>>(_ text: String, of what: String? = nil) throws -> Words {
        guard let word = Words(rawValue: text) else {
            if let what {
                throw StudyStoreError.unreadableRow(
                    what: what, why: "“\(text.prefix(40))” is a word that is not known")
            }
            throw StudyStoreError.refused("study.sqlite has \"\(text)\", which this version of dotchi does not know")
        }
        return word
    }

    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

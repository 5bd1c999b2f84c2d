/// Times of ISO 8601 as tables of votes have them: `2026-11-23T09:05:30.250Z`, a space in place of the T, with or
/// without parts of a second, with `Z`, an offset such as `+09:00`, or neither (then as UTC).
package enum Timestamp {
    /// The milliseconds from 1970-01-01T00:00:00Z to the time that `text` says; nil where it says none.
    package static func milliseconds(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), let day = number(bytes, 8, 2),
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), 1...12 ~= month, 1...31 ~= day,
            hour < 25, minute < 60, bytes[4] == minus, bytes[7] == minus, bytes[13] == colon,
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
        else { return nil }
        var place = 16
        var milliseconds = 0
        if place < bytes.count, bytes[place] == colon {
            guard let second = number(bytes, place + 1, 2), second < 61 else { return nil }
            milliseconds = second * 1000
            place += 3
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ",") {
            place += 1
            var unit = 100
            while place < bytes.count, let digit = digit(bytes[place]) {
                milliseconds += digit * unit
                unit /= 10
                place += 1
            }
        }
        guard let offset = offset(bytes, from: place) else { return nil }
        return ((days(year, month, day) * 24 + hour) * 60 + minute - offset) * 60_000 + milliseconds
    }

    /// The time so many milliseconds after 1970-01-01T00:00:00Z, in UTC with milliseconds: `2026-11-23T09:05:30.250Z`.
    /// Texts of the years 0 to 9999 sort as the times do.
    package static func text(_ milliseconds: Int) -> String {
        let (day, rest) = floored(milliseconds, by: 86_400_000)
        // Counted from March of the year 0 on, in spans of 400 years.
        let (era, dayOfEra) = floored(day + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let year = 400 * era + yearOfEra + (march < 10 ? 0 : 1)
        func digits(_ number: Int, _ width: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        let date = [
            digits(year, 4), digits(march < 10 ? march + 3 : march - 9), digits(dayOfYear - (153 * march + 2) / 5 + 1),
        ]
        let time = [digits(rest / 3_600_000), digits(rest / 60_000 % 60), digits(rest / 1_000 % 60)]
        return "\(date.joined(separator: "-"))T\(time.joined(separator: ":")).\(digits(rest % 1_000, 3))Z"
    }

    /// The quotient, rounded down, and the remainder, at least 0.
    private static func floored(_ number: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let remainder = number % divisor
        return remainder < 0 ? (number / divisor - 1, remainder + divisor) : (number / divisor, remainder)
    }

    private static let minus = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")

    /// Minutes east of Greenwich: nothing or `Z` is 0; nil for what is no offset.
    private static func offset(_ bytes: [UInt8], from place: Int) -> Int? {
        if place == bytes.count { return 0 }
        if bytes[place] == UInt8(ascii: "Z") || bytes[place] == UInt8(ascii: "z") {
            return place + 1 == bytes.count ? 0 : nil
        }
        guard bytes[place] == UInt8(ascii: "+") || bytes[place] == minus, let hours = number(bytes, place + 1, 2) else {
            return nil
        }
        var minutes = hours * 60
        if place + 3 < bytes.count {
            let start = place + (bytes[place + 3] == colon ? 4 : 3)
            guard let rest = number(bytes, start, 2), start + 2 == bytes.count else { return nil }
            minutes += rest
        }
        return bytes[place] == minus ? -minutes : minutes
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counted from March on so that a leap day ends a year.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month < 3 ? year - 1 : year
        let march = (month + 9) % 12
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * march + 2) / 5 + day - 719_469
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ digits: Int) -> Int? {
        guard start + digits <= bytes.count else { return nil }
        var number = 0
        for place in start..<start + digits {
            guard let digit = digit(bytes[place]) else { return nil }
            number = 10 * number + digit
        }
        return number
    }

    private static func digit(_ byte: UInt8) -> Int? {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? Int(byte - UInt8(ascii: "0")) : nil
    }
}

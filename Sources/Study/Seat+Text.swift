import Foundation

extension Seat {
    /// Reads a seat as ``SeatText`` writes it.
    ///
    /// - Parameters:
    ///   - text: the bytes.
    ///   - entry: the image at an index of the generation at a place of the plan's pools, both from 0; nil where there is
    ///     none.
    /// - Returns: nil where the text is not exactly what would be written.
    package init?(text: UnsafeBufferPointer<UInt8>, entry: (_ pool: Int, _ index: Int) -> PoolEntry?) {
        var scanner = SeatScanner(text)
        guard scanner.take(#"{"items":["#) else { return nil }
        var items: [SurveyItem] = []
        while !scanner.take("]") {
            guard items.isEmpty || scanner.take(","), let item = scanner.item(number: items.count + 1, entry) else {
                return nil
            }
            // Practice stands behind all pairs.
            if item.pair != nil, let last = items.last, last.pair == nil { return nil }
            items.append(item)
        }
        guard scanner.take(#","number":"#), let number = scanner.number(), scanner.take("}"), scanner.isAtEnd else {
            return nil
        }
        self.init(number: number, items: items)
    }
}

/// Goes through the text of a seat.
private struct SeatScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { place == text.count }

    /// Whether `part` comes next; goes behind it then.
    mutating func take(_ part: StaticString) -> Bool {
        let length = part.utf8CodeUnitCount
        guard text.count - place >= length else { return false }
        for offset in 0..<length where text[place + offset] != part.utf8Start[offset] { return false }
        place += length
        return true
    }

    /// A whole number from 0 of at most 18 digits.
    mutating func number() -> Int? {
        var number = 0
        let start = place
        while place < text.count, case let digit = text[place] &- UInt8(ascii: "0"), digit <= 9 {
            guard place - start < 18, place == start || number > 0 else { return nil }
            number = 10 * number + Int(digit)
            place += 1
        }
        return place > start ? number : nil
    }

    /// The item of that number.
    mutating func item(number: Int, _ entry: (Int, Int) -> PoolEntry?) -> SurveyItem? {
        take(#"{"practice":{"condition":"#)
            ? practice(number: number, entry).map(SurveyItem.practice)
            : pair(number: number, entry).map(SurveyItem.pair)
    }

    /// What follows the beginning of a pair to practise on.
    private mutating func practice(number: Int, _ entry: (Int, Int) -> PoolEntry?) -> Trial? {
        guard let condition = string(), take(#","left":"#), let left = image(entry), take(#","right":"#),
            let right = image(entry), take("}}")
        else { return nil }
        return Trial(number: number, condition: condition, left: left, right: right)
    }

    /// A pair.
    private mutating func pair(number: Int, _ entry: (Int, Int) -> PoolEntry?) -> Trial? {
        guard take(#"{"pair":{"condition":"#), let condition = string() else { return nil }
        var instructed: Choice?
        if take(#","instructed":"#) {
            instructed = string().flatMap(Choice.init)
            guard instructed == .left || instructed == .right else { return nil }
        }
        guard take(#","kind":"#), let kind = string(), let kind = Trial.Kind(rawValue: kind),
            (kind == .check) == (instructed != nil), take(#","left":"#), let left = image(entry)
        else { return nil }
        var original: Int?
        if take(#","repeat_of":"#) {
            original = self.number()
            guard original != nil else { return nil }
        }
        guard take(#","right":"#), let right = image(entry), take("}}") else { return nil }
        return Trial(
            number: number, kind: kind, condition: condition, left: left, right: right, repeatOf: original,
            instructed: instructed)
    }

    private mutating func image(_ entry: (Int, Int) -> PoolEntry?) -> PoolEntry? {
        guard take("["), let pool = number(), take(","), let index = number(), take("]") else { return nil }
        return entry(pool, index)
    }

    /// A text in quotes.
    private mutating func string() -> String? {
        let start = place
        guard take("\"") else { return nil }
        var isPlain = true
        while place < text.count, text[place] != UInt8(ascii: "\"") {
            let isEscaped = text[place] == UInt8(ascii: "\\")
            if isEscaped { isPlain = false }
            place += isEscaped ? 2 : 1
        }
        guard take("\"") else { return nil }
        let quoted = UnsafeBufferPointer(rebasing: text[start..<place])
        if isPlain { return String(validating: quoted.dropFirst().dropLast(), as: UTF8.self) }
        return try? JSONDecoder().decode(String.self, from: Data(quoted))
    }
}

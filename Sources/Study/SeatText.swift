import Foundation

/// Writes seats as they are hashed and kept: JSON in UTF-8 with sorted keys and no spaces, the same for the same seat on
/// every machine.
///
///     {"items":[{"pair":{"condition":"equal-time","kind":"main","left":[0,12],"right":[1,44]}}],"number":17}
///
/// An image is named by the place of its generation among the plan's pools, from 0, and its index there. Items are numbered
/// by their places. A repeat says which item it repeats (`"repeat_of":1`), a check which side its question asks for
/// (`"instructed":"left"`). A pair to practise on is `{"practice":{"condition":...,"left":...,"right":...}}`.
package struct SeatText {
    private let places: [PoolKey: [Int: Int]]
    /// Names of conditions as JSON.
    private var names: [String: [UInt8]] = [:]

    /// Writes seats that show images of `pools`.
    package init(pools: [PoolGeneration]) {
        var places: [PoolKey: [Int: Int]] = [:]
        for (place, generation) in pools.enumerated() {
            places[generation.pool, default: [:]][generation.number] = place
        }
        self.places = places
    }

    /// The text of `seat`, whose items are numbered from 1 and show images of the pools alone.
    package mutating func bytes(of seat: Seat) -> [UInt8] {
        var bytes = Array(#"{"items":["#.utf8)
        for (place, item) in seat.items.enumerated() {
            precondition(item.number == place + 1, "the items of a seat are numbered from 1")
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch item {
            case .pair(let trial): append(trial, to: &bytes)
            case .practice(let trial): append(practice: trial, to: &bytes)
            }
        }
        bytes += #"],"number":\#(seat.number)}"#.utf8
        return bytes
    }

    private mutating func append(_ trial: Trial, to bytes: inout [UInt8]) {
        bytes += #"{"pair":{"condition":"#.utf8
        bytes += name(trial.condition)
        if let instructed = trial.instructed { bytes += #","instructed":"\#(instructed.rawValue)""#.utf8 }
        bytes += #","kind":""#.utf8
        bytes += trial.kind.rawValue.utf8
        bytes += #"","left":"#.utf8
        append(trial.left, to: &bytes)
        if let original = trial.repeatOf {
            bytes += #","repeat_of":"#.utf8
            bytes += String(original).utf8
        }
        bytes += #","right":"#.utf8
        append(trial.right, to: &bytes)
        bytes += "}}".utf8
    }

    private mutating func append(practice trial: Trial, to bytes: inout [UInt8]) {
        bytes += #"{"practice":{"condition":"#.utf8
        bytes += name(trial.condition)
        bytes += #","left":"#.utf8
        append(trial.left, to: &bytes)
        bytes += #","right":"#.utf8
        append(trial.right, to: &bytes)
        bytes += "}}".utf8
    }

    private func append(_ entry: PoolEntry, to bytes: inout [UInt8]) {
        guard let place = places[entry.pool]?[entry.generation] else {
            preconditionFailure("the plan shows \(entry.name), which is in none of its generations")
        }
        bytes.append(UInt8(ascii: "["))
        bytes += String(place).utf8
        bytes.append(UInt8(ascii: ","))
        bytes += String(entry.index).utf8
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func name(_ condition: String) -> [UInt8] {
        if let name = names[condition] { return name }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let name = try? encoder.encode(condition) else { preconditionFailure("JSON can say every text") }
        names[condition] = Array(name)
        return Array(name)
    }
}

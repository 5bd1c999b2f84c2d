import Foundation

/// Writes a whole plan as plans were hashed before they had heads: JSON in UTF-8 with sorted keys and no spaces, byte for
/// byte what the encoder of that time wrote. Written by hand, since an encoder takes several times as long for a large plan.
package struct WholePlanText {
    /// Texts as JSON.
    private var texts: [String: [UInt8]] = [:]

    /// Writes one plan.
    package init() {}

    /// What stands before the first seat.
    package mutating func beginning(_ generations: [PoolGeneration]) -> [UInt8] {
        var bytes = Array(#"{"generations":["#.utf8)
        for (place, generation) in generations.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += #"{"count":\#(generation.count),"number":\#(generation.number),"pool":"#.utf8
            append(generation.pool, to: &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += #"],"seats":["#.utf8
        return bytes
    }

    /// A seat.
    package mutating func bytes(of seat: Seat, isFirst: Bool) -> [UInt8] {
        var bytes = Array(
            (isFirst ? #"{"number":\#(seat.number),"trials":["# : #",{"number":\#(seat.number),"trials":["#).utf8)
        for (place, trial) in seat.trials.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(trial, to: &bytes)
        }
        bytes += "]}".utf8
        return bytes
    }

    /// What stands after the last seat.
    ///
    /// - Parameter survey: the settings, as they were kept.
    package mutating func end(seed: UInt64, study: String, survey: String) -> [UInt8] {
        var bytes = Array(#"],"seed":\#(seed),"study":"#.utf8)
        append(study, to: &bytes)
        bytes += #","survey":\#(survey)}"#.utf8
        return bytes
    }

    private mutating func append(_ trial: Trial, to bytes: inout [UInt8]) {
        bytes += #"{"condition":"#.utf8
        append(trial.condition, to: &bytes)
        bytes += #","kind":""#.utf8
        bytes += trial.kind.rawValue.utf8
        bytes += #"","left":"#.utf8
        append(trial.left, to: &bytes)
        bytes += #","number":"#.utf8
        bytes += String(trial.number).utf8
        if let original = trial.repeatOf {
            bytes += #","repeatOf":"#.utf8
            bytes += String(original).utf8
        }
        bytes += #","right":"#.utf8
        append(trial.right, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func append(_ entry: PoolEntry, to bytes: inout [UInt8]) {
        bytes += #"{"generation":"#.utf8
        bytes += String(entry.generation).utf8
        bytes += #","index":"#.utf8
        bytes += String(entry.index).utf8
        bytes += #","pool":"#.utf8
        append(entry.pool, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func append(_ pool: PoolKey, to bytes: inout [UInt8]) {
        bytes += #"{"condition":"#.utf8
        append(pool.condition, to: &bytes)
        bytes += #","method":"#.utf8
        append(pool.method, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func append(_ text: String, to bytes: inout [UInt8]) {
        if let known = texts[text] {
            bytes += known
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let json = try? encoder.encode(text) else { preconditionFailure("JSON can say every text") }
        texts[text] = Array(json)
        bytes += json
    }
}

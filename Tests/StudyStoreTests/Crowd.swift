import Foundation
import GRDB

@testable import StudyStore

/// Many people whose answers arrived in between each other's, with random ids; the same ones for a seed.
struct Crowd {
    /// A person, and all texts by which the file could tell that they were there.
    struct Person {
        let participant: String
        let session: String
        let texts: [String]
    }

    let people: [Person]
    private let rows: [(sql: String, values: StatementArguments)]

    /// So many people with so many events each.
    init(_ count: Int, events: Int, seed: UInt64) {
        var random = Numbers(state: seed)
        var people: [Person] = []
        var rows: [(time: UInt64, sql: String, values: StatementArguments)] = []
        for _ in 0..<count {
            let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
            let participant = String(
                (0..<Int.random(in: 16...40, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            let session = random.uuid()
            let file = "dotchi-paper-1-\(session.prefix(8)).jsonl"
            let start = UInt64.random(in: 0..<3000, using: &random)
            var texts = [participant, session]
            rows.append(
                (
                    start,
                    """
                    INSERT INTO session (id, planHash, seat, participant, source, language, startedAt, front, importedFrom)
                    VALUES (?, ?, 1, ?, 'link', 'en', '2025-01-02T03:04:05Z', 'page', ?)
                    """, [session, Fixture.planHash, participant, file]
                ))
            for number in 0..<events {
                let id = random.uuid()
                texts.append(id)
                rows.append(
                    (
                        start + 1 + UInt64.random(in: 0..<1500, using: &random),
                        "INSERT INTO event VALUES (?, ?, ?, 'vote', 1, 'left', 700, 'img', 256, NULL, NULL, NULL)",
                        [id, session, number * 1000]
                    ))
            }
            people.append(Person(participant: participant, session: session, texts: texts))
        }
        self.people = people
        self.rows = rows.sorted { $0.time < $1.time }.map { ($0.sql, $0.values) }
    }

    /// Stores all that they did in the order in which it came, a hundred rows at a time.
    func arrive(in queue: DatabaseQueue) throws {
        for start in stride(from: 0, to: rows.count, by: 100) {
            try queue.write { db in
                for row in rows[start..<min(rows.count, start + 100)] {
                    try db.cachedStatement(sql: row.sql).execute(arguments: row.values)
                }
            }
        }
    }

    /// SplitMix64.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return word ^ word >> 31
        }

        mutating func uuid() -> String {
            let digits = [next(), next()].map {
                String(repeating: "0", count: $0.leadingZeroBitCount / 4) + String($0, radix: 16)
            }
            .map { String($0.suffix(16)) }.joined()
            var text = ""
            for (place, digit) in digits.enumerated() {
                if [8, 12, 16, 20].contains(place) { text.append("-") }
                text.append(digit)
            }
            return text
        }
    }
}

/// Looks for pieces of texts in files: sixteen bytes that follow each other are enough.
struct PieceSearch {
    private static let length = 16
    private var pieces: Set<UInt64> = []
    private var beginnings = [Bool](repeating: false, count: 1 << 16)

    init(_ texts: [String]) {
        for text in texts {
            let bytes = Array(text.utf8)
            precondition(bytes.count >= Self.length, "too short to be looked for")
            for start in 0...(bytes.count - Self.length) {
                bytes[start...].withUnsafeBytes { bytes in
                    pieces.insert(Self.mixed(bytes, 0))
                    beginnings[Int(bytes.loadUnaligned(as: UInt16.self))] = true
                }
            }
        }
    }

    /// How many places of the files of a folder, whatever they are, hold a piece.
    func count(inFilesOf folder: URL) throws -> Int {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).map { file in
            let bytes = [UInt8](try Data(contentsOf: file))
            return bytes.withUnsafeBytes { bytes in
                var count = 0
                var place = 0
                let end = bytes.count - Self.length
                while place <= end {
                    if beginnings[Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))],
                        pieces.contains(Self.mixed(bytes, place))
                    {
                        count += 1
                    }
                    place += 1
                }
                return count
            }
        }.reduce(0, +)
    }

    private static func mixed(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        let (one, two) = (
            bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
        )
        return (one &* 0x9E37_79B9_7F4A_7C15) ^ (two &* 0xC2B2_AE3D_27D4_EB4F)
    }
}

import Foundation
import Pairing
import Pictures
import Study
import SurveyPage
import TestKit
import Testing

/// A study whose methods and ruined copies anybody would tell by the sizes of their files, and its page.
struct BlindStudy {
    static let seats = 60
    let plan: SurveyPlan

    init() throws {
        let conditions = ["c0", "c1"].map { Condition(name: $0, methods: ["A", "B"]) }
        let study = Study(
            identity: StudyIdentity(id: "blind"), conditions: conditions,
            survey: SurveySettings(languages: [.english], trials: 4, repeats: 2, catchTrials: 2))
        var generations = conditions.flatMap(\.pools).map { PoolGeneration(pool: $0, number: 1, count: 12) }
        let copies = try #require(ruinedCopies(for: study, of: generations, seed: 3))
        generations.append(PoolGeneration(pool: copies.original.pool.ruined, number: 1, count: copies.images))
        plan = try makePlan(study: study, generations: generations, seats: Self.seats, seed: 3)
    }

    func write(to folder: URL, unlinked: Bool = false, singleFile: Bool = false, seat: Int? = nil) throws {
        try SurveyPage(
            plan: FrozenPlan(plan), texts: SurveyTexts.all(plan.survey), singleFile: singleFile, seat: seat,
            unlinked: unlinked
        )
        .write(to: folder, templates: SamplePage.templates) { try Self.image($0) }
    }

    /// The image as the study keeps it, compressed: smooth of method A, rough of B, nothing but noise where it is ruined.
    static func image(_ entry: PoolEntry) throws -> PageImage {
        let side = 12
        var word: UInt64 = 1 &+ UInt64(entry.index) &* 77 &+ (entry.pool.condition.hasPrefix("c0") ? 0 : 1000)
        let roughness = entry.pool.isRuined ? 256 : entry.pool.method == "A" ? 1 : 40
        let bytes = (0..<side * side * 3).map { place -> UInt8 in
            word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: place / 9 + entry.index + Int(word >> 33) % roughness)
        }
        let name = entry.name.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        let hash = String(name, radix: 16)
        return PageImage(
            sha256: String(repeating: "0", count: 64 - hash.count) + hash,
            png: try PixelBuffer(width: side, height: side, bytes: bytes).pngBytes())
    }
}

/// What can be told of a PNG file without looking at its picture.
struct PNGTraits {
    /// Each chunk's type and length, in their order.
    var chunks: [String] = []
    /// The bytes of all chunks with picture data.
    var data: [UInt8] = []

    init(_ file: [UInt8]) {
        var place = 8
        while place + 12 <= file.count {
            let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let type = String(decoding: file[place + 4..<place + 8], as: UTF8.self)
            chunks.append("\(type) \(length)")
            if type == "IDAT" { data += file[place + 8..<place + 8 + length] }
            place += 12 + length
        }
    }
}

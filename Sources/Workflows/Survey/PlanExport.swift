package import Foundation
import Pairing
import Study
import StudyStore

/// A frozen plan as one file of JSON, to be registered before people are asked: everything that its hash was taken of, byte
/// for byte, and what was frozen with it.
package struct PlanExport: Encodable {
    private let format = "dotchi-plan-export-1"
    private let plan: String
    private let frozenAt: Date
    /// What the plan's hash is the SHA-256 of; nil for a plan of before plans had heads.
    private let head: String?
    /// The text of each seat, in order.
    private let seats: [String]
    /// The language file of each language, byte for byte; none in plans of before these were kept.
    private let texts: [String: String]
    /// What is agreed to, by language and front.
    private let consents: [String: [String: ParticipantTexts.Consent]]
    /// The images of each pool in the order of their numbers in the seats, which the plan's hash knows by these alone: so whoever
    /// has the registered file can tell that no image was exchanged.
    private let images: [Images]
    /// What is shown with the items of images; nil where nothing is.
    private let contexts: [Context]?
    private let analysis: Analysis?

    private struct Images: Encodable {
        let pool: String
        let images: [Image]
    }

    private struct Image: Encodable {
        /// The name of the file that was imported, without folder and ending; nil for an image that was generated.
        let file: String?
        let sha256: String
    }

    private struct Context: Encodable {
        let image: String
        let text: String?
        let reference: String?
    }

    private struct Analysis: Encodable {
        let sha256: String
        let frozenAt: Date
        let settings: AnalysisSettings
    }

    private enum CodingKeys: String, CodingKey {
        case format, plan, head, seats, texts, consents, images, contexts, analysis
        case frozenAt = "frozen_at"
    }

    /// The plan in use of `study`.
    ///
    /// - Throws: ``Failure`` where there is none; `StudyStoreError` where it is not what was frozen.
    package init(_ study: OpenStudy) throws {
        let record = try study.plan()
        let outline = try study.planOutline()
        plan = record.hash
        frozenAt = record.frozenAt
        if case .head(let text) = record.frozen.hashed { head = text } else { head = nil }
        var text = SeatText(pools: record.frozen.plan.generations)
        seats = record.frozen.plan.seats.map { String(decoding: text.bytes(of: $0), as: UTF8.self) }
        texts = Dictionary(
            uniqueKeysWithValues: try outline.texts.compactMap { language, sha256 in
                try study.store.languageText(sha256).map { (language.rawValue, String(decoding: $0, as: UTF8.self)) }
            })
        consents = try ParticipantTexts(study).consents(of: outline)
        images = try record.frozen.plan.generations.map { generation in
            let pool = "\(generation.pool.method)/\(generation.pool.condition)@\(generation.number)"
            return Images(
                pool: pool,
                images: try study.store.entries(of: generation).map { entry in
                    guard case .file(let stem) = entry.origin else { return Image(file: nil, sha256: entry.sha256) }
                    return Image(file: stem, sha256: entry.sha256)
                })
        }
        let shown =
            outline.survey.usedContext == .none ? [] : record.frozen.plan.generations.filter { !$0.pool.isRuined }
        let kept = try shown.flatMap { generation in
            try study.store.itemContexts(of: generation).map { context in
                let entry = PoolEntry(pool: generation.pool, generation: generation.number, index: context.index)
                return Context(image: entry.name, text: context.text, reference: context.reference?.sha256)
            }
        }
        contexts = shown.isEmpty ? nil : kept
        analysis = try study.store.analysisPlans(ofPlan: record.hash).last.map {
            Analysis(sha256: $0.hash, frozenAt: $0.frozenAt, settings: $0.settings)
        }
    }

    /// The file.
    package var bytes: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            encoder.dateEncodingStrategy = .iso8601
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }
}

import Foundation
import Study
import StudyStore

/// A run as `dotchi runs --json` prints it.
struct RunJSON: Encodable {
    private let run, network, kind, device, engine, startedAt: String
    private let number, size, epochs, images, threads, checkpoints: Int
    private let redoneSeconds: Double
    private let seconds, imagesPerSecond, budgetSeconds: Double?
    private let why: String?
    private let current, shipped: Bool

    private init(_ listed: ListedRun) {
        let summary = listed.summary
        let record = summary.run
        run = record.name
        network = record.settings.name
        kind = record.settings.architecture.kind.rawValue
        device = record.machine.device
        engine = record.machine.engine
        startedAt = record.startedAt.formatted(.iso8601)
        number = record.number
        size = record.settings.architecture.outputSize
        epochs = summary.epochs
        images = summary.images
        threads = record.machine.threads
        checkpoints = summary.checkpoints
        seconds = listed.seconds
        why = listed.fault.map { "\($0)" }
        redoneSeconds = summary.redoneSeconds
        imagesPerSecond = listed.imagesPerSecond
        budgetSeconds = record.budget
        current = summary.isCurrent
        shipped = record.isShipped
    }

    /// All runs as one JSON array.
    static func document(_ runs: [ListedRun]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(runs.map(RunJSON.init)), as: UTF8.self)
    }
}

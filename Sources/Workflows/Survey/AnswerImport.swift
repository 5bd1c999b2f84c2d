import Answers
import Foundation
import Logging
import Study
import StudyStore
import Votes

/// Takes answer files into a study, one after the other; what is wrong with one keeps no other out.
package struct AnswerImport {
    private let store: StudyStore
    private let trustsArrivals: Bool
    /// All that is given in one call arrives at one time.
    private let time = Date.now
    /// Events that are new.
    package private(set) var added = 0
    /// Events that were there before.
    package private(set) var known = 0
    /// What was refused, with file and reason: the first of it, so that no file can fill a terminal.
    private(set) var refused: [String] = []
    /// How much was refused.
    package private(set) var refusals = 0

    /// What was taken and should be known, with the file.
    private(set) var notes: [String] = []
    /// The sessions that got new events, by plan.
    private(set) var sessions: [String: Set<String>] = [:]

    private let simulated: Bool

    /// How many refusals are printed.
    static let mostTold = 50

    /// An import into `store`.
    ///
    /// - Parameters:
    ///   - simulated: whether the simulator gives the answers.
    ///   - trustsArrivals: whether the files come from another study of the researcher's own, so that the times at which
    ///     that one received them are taken.
    init(into store: StudyStore, simulated: Bool = false, trustsArrivals: Bool = false) {
        self.store = store
        self.simulated = simulated
        self.trustsArrivals = trustsArrivals
    }

    /// Refuses something for a reason that was found elsewhere.
    mutating func refuse(_ what: String) {
        refusals += 1
        if refused.count < Self.mostTold { refused.append(what) }
    }

    /// Takes the answer file `name` with these bytes.
    ///
    /// - Throws: `StudyStoreError` for faults of the store only.
    mutating func take(_ bytes: some Sequence<UInt8>, name: String) throws {
        let file: AnswerFile
        do {
            file = try AnswerFile(bytes: bytes)
        } catch {
            let isTable = VoteTable.isTable(Array(bytes.prefix(AnswerFile.longestLine)))
            refuse(
                "\(name): "
                    + (isTable
                        ? "this is a table of votes, not an answer file; `dotchi analyze FILE` reads it" : "\(error)"))
            return
        }
        for problem in file.problems { refuse("\(name): \(problem)") }
        let receivedAt: Date?
        do {
            receivedAt = try trustsArrivals ? file.header.arrival : nil
        } catch {
            refuse("\(name): \(error)")
            return
        }
        let receipt = try store.accept(
            file.header, file.events, lines: file.lines, importedFrom: name, simulated: simulated,
            receivedAt: receivedAt, at: time)
        log.debug(
            "\(name) taken",
            metadata: [
                "session": "\(SessionName.short(file.header.session))", "events": "\(file.events.count)",
                "new": "\(receipt.added)", "late": "\(receipt.late.count)", "refused": "\(receipt.refused.count)",
            ])
        if let refusal = receipt.refusal { refuse("\(name): \(refusal)") }
        for event in receipt.refused { refuse("\(name): \(event)") }
        if !receipt.late.isEmpty {
            notes.append(
                "\(name): \(receipt.late.count.counted("event")) of session \(SessionName.short(file.header.session)) after its end; nothing "
                    + "after the end counts")
        }
        if receipt.replaced {
            notes.append(
                "\(name): session \(SessionName.short(file.header.session)) was there under another participant or seat without a vote; "
                    + "this file took its place")
        }
        if receipt.added > 0 { sessions[file.header.planHash, default: []].insert(file.header.session) }
        added += receipt.added
        known += receipt.accepted.count - receipt.added
    }
}

extension AnswerHeader {
    /// When a study first received the answers; nil where the file does not say.
    ///
    /// - Throws: ``Failure`` where it says what is no time.
    fileprivate var arrival: Date? {
        get throws {
            guard let receivedAt else { return nil }
            guard let milliseconds = Timestamp.milliseconds(receivedAt), milliseconds > 0 else {
                throw Failure(.badData, "line 1: \"received_at\" is no time after 1970 as ISO 8601 writes it")
            }
            return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        }
    }
}

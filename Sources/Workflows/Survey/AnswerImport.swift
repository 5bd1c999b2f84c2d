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
    /// Files that are no answers, and why.
    private(set) var aside: [String] = []
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

    /// Notes what was taken and should be known.
    mutating func note(_ what: String) { notes.append(what) }

    /// Leaves a file aside for a reason that was found elsewhere.
    mutating func leaveAside(_ what: String) { aside.append(what) }

    /// Takes the answer file `name` with these bytes, or what answers stand in that text.
    ///
    /// - Parameter mayBeNone: whether it was only looked at, since it may be one; it is left aside then where it is none.
    /// - Throws: `StudyStoreError` for faults of the store only.
    mutating func take(_ bytes: some Sequence<UInt8>, name: String, mayBeNone: Bool = false) throws {
        let bytes = Array(bytes)
        let strict = Result { () throws(AnswerFileError) in try AnswerFile(bytes: bytes) }
        if case .success(let file) = strict, file.problems.isEmpty { return try take(file, name: name) }
        // What people pasted, or several sessions in one file, is read wherever it stands.
        var pasted = PastedAnswers(Self.unicode(bytes))
        let found = (try? strict.get().events.count) ?? -1
        if pasted.events <= found || pasted.files.isEmpty {
            // A mail program may have broken lines wherever they were too long for it.
            let unbroken = PastedAnswers(Self.unicode(bytes).filter { $0 != 10 && $0 != 13 })
            if unbroken.events > pasted.events { pasted = unbroken }
        }
        if pasted.events > found, !pasted.files.isEmpty {
            for problem in pasted.problems { refuse("\(name): \(problem)") }
            notes.append("\(name): answers were read out of a text that is no answer file as the page writes it")
            for file in pasted.files { try take(file, name: name) }
            return
        }
        switch strict {
        case .success(let file): try take(file, name: name)
        case .failure(let error):
            let isTable = VoteTable.isTable(Array(bytes.prefix(AnswerFile.longestLine)))
            let reason =
                isTable ? "this is a table of votes, not an answer file; `dotchi analyze FILE` reads it" : "\(error)"
            let speaksOfAnswers = Data(bytes).range(of: Data("dotchi-answers-".utf8)) != nil
            if mayBeNone, !speaksOfAnswers {
                aside.append("\(name): \(reason)")
            } else {
                refuse("\(name): \(reason)")
            }
        }
    }

    /// A text in UTF-16, as some editors save it, in UTF-8; others as they are.
    private static func unicode(_ bytes: [UInt8]) -> [UInt8] {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        return isUTF16 ? String(data: Data(bytes), encoding: .utf16).map { Array($0.utf8) } ?? bytes : bytes
    }

    private mutating func take(_ file: AnswerFile, name: String) throws {
        for problem in file.problems { refuse("\(name): \(problem)") }
        let receivedAt: Date?
        do {
            receivedAt = try trustsArrivals ? file.header.arrival : nil
        } catch {
            refuse("\(name): \(error)")
            return
        }
        try take(
            HandedAnswers(
                header: file.header, events: file.events, lines: file.lines, source: name, isSimulated: simulated,
                receivedAt: receivedAt), name: name)
    }

    /// Takes answers of one session that came in `name`.
    mutating func take(_ answers: HandedAnswers, name: String) throws {
        let (header, receipt) = (answers.header, try store.accept([answers], at: time)[0])
        log.debug(
            "\(name) taken",
            metadata: [
                "session": "\(SessionName.short(header.session))", "events": "\(answers.events.count)",
                "new": "\(receipt.added)", "late": "\(receipt.late.count)", "refused": "\(receipt.refused.count)",
            ])
        if let refusal = receipt.refusal { refuse("\(name): \(refusal)") }
        for event in receipt.refused { refuse("\(name): \(event)") }
        if !receipt.late.isEmpty {
            notes.append(
                "\(name): \(receipt.late.count.counted("event")) of session \(SessionName.short(header.session)) after its end; nothing "
                    + "after the end counts")
        }
        if receipt.replaced {
            notes.append(
                "\(name): session \(SessionName.short(header.session)) was there under another participant or seat without a vote; "
                    + "this file took its place")
        }
        if receipt.added > 0 { sessions[header.planHash, default: []].insert(header.session) }
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

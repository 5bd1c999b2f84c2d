import Answers
import Foundation
import StudyStore

/// Takes answer files into a study, one after the other; what is wrong with one keeps no other out.
struct AnswerImport {
    private let store: StudyStore
    /// Events that are new.
    private(set) var added = 0
    /// Events that were there before.
    private(set) var known = 0
    /// What was refused, with file and reason: the first of it, so that no file can fill a terminal.
    private(set) var refused: [String] = []
    /// How much was refused.
    private(set) var refusals = 0

    private let simulated: Bool

    /// How many refusals are told in words.
    static let mostTold = 50

    /// An import into `store`.
    ///
    /// - Parameter simulated: whether the simulator gives the answers.
    init(into store: StudyStore, simulated: Bool = false) {
        self.store = store
        self.simulated = simulated
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
            refuse("\(name): \(error)")
            return
        }
        for problem in file.problems { refuse("\(name): \(problem)") }
        let receipt = try store.accept(file.header, file.events, importedFrom: name, simulated: simulated)
        if let refusal = receipt.refusal { refuse("\(name): \(refusal)") }
        for event in receipt.refused { refuse("\(name): event \(event.id): \(event.why)") }
        added += receipt.added
        known += receipt.accepted.count - receipt.added
    }
}

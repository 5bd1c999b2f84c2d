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
    /// What was refused, with file and reason.
    private(set) var refused: [String] = []

    /// An import into `store`.
    init(into store: StudyStore) {
        self.store = store
    }

    /// Takes the answer file `name` with these bytes.
    ///
    /// - Throws: `StudyStoreError` for faults of the store only.
    mutating func take(_ bytes: some Sequence<UInt8>, name: String) throws {
        let file: AnswerFile
        do {
            file = try AnswerFile(bytes: bytes)
        } catch {
            refused.append("\(name): \(error)")
            return
        }
        refused += file.problems.map { "\(name): \($0)" }
        let receipt = try store.accept(file.header, file.events, importedFrom: name)
        if let refusal = receipt.refusal { refused.append("\(name): \(refusal)") }
        refused += receipt.refused.map { "\(name): event \($0.id): \($0.why)" }
        added += receipt.added
        known += receipt.accepted.count - receipt.added
    }
}

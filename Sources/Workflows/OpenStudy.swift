import Answers
import Foundation
import Logging
import Pairing
package import Study
package import StudyFiles
package import StudyStore
import Votes

/// A study at hand: where it lies, what is planned, what happened.
package struct OpenStudy: Sendable {
    /// Where it lies.
    package let folder: StudyFolder
    /// What study.yaml plans.
    package let study: Study
    /// What happened.
    package let store: StudyStore
    /// Who hears what is done in it, and may stop that.
    package let reporter: any Reporter

    /// Opens the study in `folder`.
    ///
    /// - Parameters:
    ///   - reporter: who hears what is done in it.
    ///   - readOnly: whether it is only read; a study in which nothing happened yet is then an error.
    ///   - patience: how many seconds to wait for another process that is writing.
    package init(
        _ folder: StudyFolder, reporter: any Reporter, readOnly: Bool = false, patience: Double = 10
    ) throws {
        let study = try log.timed("\(folder.studyFile.path) read") { try folder.study() }
        try self.init(folder, planning: study, reporter: reporter, readOnly: readOnly, patience: patience)
    }

    /// Opens the study in `folder` that its study.yaml plans, or will plan once it is written.
    init(
        _ folder: StudyFolder, planning study: Study, reporter: any Reporter, readOnly: Bool = false,
        patience: Double = 10
    ) throws {
        self.folder = folder
        self.reporter = reporter
        self.study = study
        store = try log.timed("\(folder.store.path) opened \(readOnly ? "for reading" : "for writing")") {
            try StudyStore(at: folder.store, readOnly: readOnly, patience: patience)
        }
        if store.wasOpenToOthers {
            reporter.note(
                "other users of this machine could read \(folder.store.path); now only you can, since it holds the "
                    + "ids of participants.")
        }
        if store.readonliness == .asItIs {
            reporter.note(
                "nothing can be written beside \(folder.store.path), so it is read as it is. `dotchi report` and `dotchi "
                    + "figures` need a folder elsewhere: --out DIR.")
        }
    }

    /// A study that is open already, as `study` plans it.
    init(_ folder: StudyFolder, planning study: Study, store: StudyStore, reporter: any Reporter) {
        self.folder = folder
        self.study = study
        self.store = store
        self.reporter = reporter
    }

    /// The votes of a plan, their sessions, and how many sessions are left out because they cannot be read; each is named.
    func votes(ofPlan plan: String, people names: PeopleNames = .pseudonyms) throws -> (
        table: VoteTable, sessions: [SessionRecord], unreadable: Int
    ) {
        let (votes, sessions, unreadable) = try log.timed("votes of plan \(plan.prefix(12)) read") {
            try store.readVotes(ofPlan: plan, people: names)
        }
        log.debug(
            "votes of the plan", metadata: ["rows": "\(votes.count)", "unreadable sessions": "\(unreadable.count)"])
        sayLeftOut(unreadable)
        return (votes, sessions, unreadable.count)
    }

    /// Names sessions that cannot be read.
    func sayLeftOut(_ sessions: [UnreadableSession]) {
        for session in sessions.prefix(AnswerImport.mostTold) { reporter.note("left out is \(session).") }
        let rest = sessions.count - AnswerImport.mostTold
        if rest > 0 { reporter.note("left out are \(rest.counted("more session")) that cannot be read.") }
    }

    /// The photographs in use.
    package func dataset() throws -> DatasetRecord {
        guard let dataset = try store.currentDataset() else {
            throw Failure(
                .noInput,
                "this study has no photographs yet; choose them with `dotchi dataset add SOURCE` (or `procedural`).")
        }
        return dataset
    }

    /// The frozen plan in use, with all its seats.
    ///
    /// - Parameter number: a seat beside which no other is needed: damage of others does not matter then.
    /// - Throws: ``Failure`` where there is none; `StudyStoreError` where it is not what was frozen.
    package func plan(onlySeat number: Int? = nil) throws -> PlanRecord {
        let record = try frozen(store.currentPlan(onlySeat: number))
        guard record.frozen.hasItsHash else {
            throw StudyStoreError.damagedPlan("plan \(record.hash.prefix(12))")
        }
        return record
    }

    /// The frozen plan in use, without its seats, of which there may be a hundred thousand.
    package func planOutline() throws -> PlanOutline { try frozen(store.currentOutline()) }

    private func frozen<Plan>(_ plan: Plan?) throws -> Plan {
        guard let plan else {
            throw Failure(.noInput, "this study has no frozen plan yet; make it with `dotchi survey plan`.")
        }
        return plan
    }

    /// `file` as it is written from the study folder, else its whole path.
    func relativePath(of file: URL) -> String {
        let root = folder.root.path + "/"
        let path = file.standardizedFileURL.path
        return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    }
}

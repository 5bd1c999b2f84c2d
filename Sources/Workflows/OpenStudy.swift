import Answers
import Votes
import Foundation
import Study
import StudyFiles
import StudyStore

/// A study at hand: where it lies, what is planned, what happened.
struct OpenStudy: Sendable {
    /// Where it lies.
    let folder: StudyFolder
    /// What study.yaml plans.
    let study: Study
    /// What happened.
    let store: StudyStore

    /// Opens the study that `options` name.
    ///
    /// - Parameter readOnly: whether the command only reads; a study in which nothing happened yet is then an error.
    /// - Parameter patience: how many seconds to wait for another process that is writing.
    init(_ options: StudyOptions, readOnly: Bool = false, patience: Double = 10) throws {
        try self.init(options.folder(), readOnly: readOnly, patience: patience)
    }

    /// Opens the study in `folder`.
    ///
    /// - Parameter readOnly: as above.
    /// - Parameter patience: as above.
    init(_ folder: StudyFolder, readOnly: Bool = false, patience: Double = 10) throws {
        self.folder = folder
        study = try folder.study()
        store = try StudyStore(at: folder.store, readOnly: readOnly, patience: patience)
        if store.wasOpenToOthers {
            Console.say(
                "note: other users of this machine could read \(folder.store.path); now only you can, since it holds the "
                    + "ids of participants.")
        }
        if store.readonliness == .asItIs {
            Console.say(
                "note: nothing can be written beside \(folder.store.path), so it is read as it is. `dotchi report` and `dotchi "
                    + "figures` need a folder elsewhere: --out DIR.")
        }
    }

    /// What `list` finds in the study that `options` name; nothing where nothing happened in it yet.
    static func list<Item>(_ options: StudyOptions, _ list: (OpenStudy) throws -> [Item]) throws -> [Item] {
        do {
            return try list(OpenStudy(options, readOnly: true))
        } catch StudyStoreError.missing {
            return []
        }
    }

    /// The votes of a plan, and how many sessions are left out of them because they cannot be read; each is named.
    func votes(ofPlan plan: String, people names: PeopleNames = .pseudonyms) throws -> (
        table: VoteTable, unreadable: Int
    ) {
        let (votes, unreadable) = try store.readVotes(ofPlan: plan, people: names)
        sayLeftOut(unreadable)
        return (votes, unreadable.count)
    }

    /// Names sessions that cannot be read.
    func sayLeftOut(_ sessions: [UnreadableSession]) {
        for session in sessions.prefix(AnswerImport.mostTold) { Console.say("note: left out is \(session).") }
        let rest = sessions.count - AnswerImport.mostTold
        if rest > 0 { Console.say("note: left out are \(rest.counted("more session")) that cannot be read.") }
    }

    /// The photographs in use.
    func dataset() throws -> DatasetRecord {
        guard let dataset = try store.currentDataset() else {
            throw Failure(
                .noInput,
                "this study has no photographs yet; choose them with `dotchi dataset add SOURCE` (or `procedural`).")
        }
        return dataset
    }

    /// The frozen plan in use, with all its seats.
    func plan() throws -> PlanRecord { try frozen(store.currentPlan()) }

    /// The frozen plan in use, without its seats, of which there may be a hundred thousand.
    func planOutline() throws -> PlanOutline { try frozen(store.currentOutline()) }

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

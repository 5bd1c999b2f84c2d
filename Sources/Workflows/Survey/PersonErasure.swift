import Answers
import Files
import Foundation
import Study
import StudyFiles
import StudyStore
import Text

/// Whose answers are to be erased, and what of them there is: in the store, and in files of the study folder.
package struct PersonErasure {
    private let study: OpenStudy
    /// The sessions that were meant, those of the store and those of answer files that it does not have.
    private(set) var sessions: [FoundSession] = []
    /// Files in the study folder with answers of sessions that were meant, and erased before.
    private(set) var filesOfErased: [String] = []
    /// Sessions of the same participants that were not meant.
    private(set) var others = 0
    private let terms: FolderSearch.Terms

    /// A session that was found.
    struct FoundSession {
        /// Its id.
        let id: String
        /// Its person, where the participant's id was given; nil where the session itself was.
        let participant: String?
        /// Its seat, its start and its file, for a list to choose from.
        let description: String
        /// The file that its answers were imported from.
        let file: String?
        /// Whether the store has it.
        let isStored: Bool
    }

    /// What `search` finds in `study`.
    init(_ search: PersonSearch, in study: OpenStudy) throws {
        self.study = study
        let stored = try study.store.sessionIdentities()
        var found: [String: FoundSession] = [:]
        func look(_ id: String, _ participant: String?, _ seat: Int, _ start: String, file: String?, isStored: Bool) {
            guard found[id] == nil,
                let match = search.match(participant: participant, session: id, seat: seat, file: file)
            else { return }
            found[id] = FoundSession(
                id: id, participant: match == .participant ? AnswerHeader.participantID(participant) : nil,
                description: "session \(id), seat \(seat), started \(start.visibleLine)"
                    + (file.map { ", from \($0.visibleLine)" } ?? ""), file: file,
                isStored: isStored)
        }
        for session in stored {
            // Simulated answers came from no file, whatever they are called.
            let file = session.isSimulated ? nil : session.importedFrom
            look(session.session, session.participant, session.seat, session.startedAt, file: file, isStored: true)
        }
        // Whose a session is the store knows: a file may say that somebody else's is this person's.
        let known = Set(stored.map(\.session))
        for (file, header) in study.folderSearch.answerFiles()
        where header.study == study.study.identity.id && !known.contains(header.session) {
            let name = file.lastPathComponent
            if try study.store.erasure(ofSession: header.session) != nil {
                let match = search.match(
                    participant: header.participant, session: header.session, seat: header.seat, file: name)
                if match != nil { filesOfErased.append(study.relativePath(of: file).visibleLine) }
                continue
            }
            look(
                header.session, header.participant, header.seat, header.startedAt, file: name, isStored: false)
        }
        sessions = found.values.sorted { $0.id < $1.id }
        let erased = stored.filter { found[$0.session] != nil }
        let participants = Set(erased.compactMap(\.participant))
        let staying = stored.filter { found[$0.session] == nil && $0.participant.map(participants.contains) == true }
        others = staying.count
        let kept = Set(staying.flatMap(\.pseudonyms))
        let gone = participants.subtracting(staying.compactMap(\.participant))
        terms = FolderSearch.Terms(
            ids: Set(found.keys).union(erased.flatMap(\.pseudonyms)).subtracting(kept),
            participants: gone.union(sessions.compactMap(\.participant)))
    }

    /// The persons and sessions that were meant: more than one needs the caller's word.
    var subjects: Int {
        Set(sessions.compactMap(\.participant)).count + sessions.count { $0.participant == nil }
    }

    /// Erases them, and overwrites the log.
    ///
    /// - Returns: what was erased, and why its bytes are not overwritten yet, if they are not.
    func erase() throws -> (erased: ErasedAnswers, log: StudyStoreError?) {
        HoldPoint.reached("erase: before")
        let erased = try study.store.erase(sessions: Set(sessions.map(\.id)))
        HoldPoint.reached("erase: before the log is emptied")
        do {
            try study.store.truncateLog()
            return (erased, nil)
        } catch let error as StudyStoreError {
            return (erased, error)
        }
    }

    /// What an erasure does not reach, in sentences; reports in the study folder are marked.
    func remains() -> [String] {
        var remains: [String] = []
        let reports = StaleReports.mark(in: study.folderSearch)
        let files = study.folderSearch.files(naming: terms)
        let root = Array((study.folder.root.path + "/").utf8)
        let odd = study.folderSearch.oddFiles(naming: terms).map { path in
            path.bytes.starts(with: root) ? FileName(path.bytes.dropFirst(root.count)) : path
        }
        let names = files.map { study.relativePath(of: $0) } + odd.map { "\($0) (\\x.. are bytes that are not UTF-8)" }
        if !names.isEmpty {
            remains.append(
                "These files in the study folder still name them; delete them, or what concerns this person in them:\n"
                    + "\(FolderListing(names.map(\.visibleLine)))")
        }
        let unseen = study.folderSearch.unseen()
        if !unseen.isEmpty {
            remains.append(
                "These were not looked into (git's history, packed files, linked folders, files over 4 GiB); look there "
                    + "yourself:\n\(FolderListing(unseen.map { study.relativePath(of: $0).visibleLine }))")
        }
        let here = Set(files.map(\.lastPathComponent))
        let elsewhere = Set(sessions.filter(\.isStored).compactMap(\.file)).subtracting(here)
            .subtracting(["standard input"]).sorted()
        if !elsewhere.isEmpty {
            remains.append(
                "Their answers came from \(elsewhere.map(\.visibleLine).list), not found in the study folder; delete it "
                    + "where it lies.")
        }
        if !reports.isEmpty {
            remains.append(
                "Reports in these folders were made before and may still count their votes. A file \(StaleReports.name) there "
                    + "lists them; `dotchi report` makes those again that have a report's name:\n"
                    + "\(FolderListing(reports.map { study.relativePath(of: $0).visibleLine }))")
        }
        remains.append(
            "Not reached from here: backups and other copies of the study, what was exported, reported or published to "
                + "elsewhere, and what the person's own browser keeps. Who has such copies must delete them there.")
        return remains
    }
}

extension OpenStudy {
    /// A search for files in the study folder.
    var folderSearch: FolderSearch { FolderSearch(folder) }
}

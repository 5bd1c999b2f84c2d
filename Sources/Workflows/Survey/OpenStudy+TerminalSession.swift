import Answers
import Foundation
import Study
import StudyStore
import Text

extension OpenStudy {
    /// The header of the session of `plan` that was begun in a terminal and whose id begins with `beginning`.
    ///
    /// - Throws: ``Failure`` where there is none, or several, or it cannot go on in a terminal.
    func terminalSession(_ beginning: String, ofPlan plan: PlanOutline) throws -> AnswerHeader {
        let id = beginning.lowercased()
        let shown = beginning.visibleLine
        guard id.count >= PersonSearch.shortest else {
            throw Failure(
                .usage,
                "--session: “\(shown)” is too short; a session is found by the first \(PersonSearch.shortest) characters of its "
                    + "id or more.")
        }
        let sessions = try store.sessionIdentities().map(\.session).filter { $0.hasPrefix(id) }.sorted()
        if sessions.count > 1 {
            throw Failure(
                .usage,
                "--session: “\(shown)” fits \(sessions.count) sessions. Give more of the id of one:\n\(sessions.lines)"
            )
        }
        guard let session = sessions.first, let header = try store.answers(ofSession: session)?.header else {
            if let time = try store.erasure(ofSession: id) {
                throw Failure(
                    .noInput,
                    "--session: session \(SessionName.short(id)) was erased on request, on \(time.formatted(.iso8601)); nothing of it "
                        + "is in the study. Without --session the command begins another one.")
            }
            throw Failure(
                .noInput,
                "--session: no session of this study begins with “\(shown)”, or it was erased on request. The command that goes on "
                    + "is shown where somebody stops, and `dotchi votes sessions --identities` names all sessions.")
        }
        let name = "--session: session \(SessionName.short(session))"
        guard !header.isSimulated else {
            throw Failure(.usage, "\(name) is one of a simulated person, and nobody can go on with it.")
        }
        guard header.front == "terminal" else {
            throw Failure(
                .usage,
                "\(name) was begun on the page. It goes on there, in the browser that keeps it, and not in a terminal.")
        }
        guard header.planHash == plan.hash else {
            let hash = header.planHash.prefix(12)
            throw Failure(
                .usage,
                "\(name) belongs to plan \(hash), and the plan in use is \(plan.hash.prefix(12)). "
                    + "`dotchi survey plan --again \(hash)` takes that one into use again.")
        }
        return header
    }
}

package import Answers
package import Foundation
package import Study
import StudyFiles
package import StudyStore
package import SurveyPage
import Synchronization

/// Takes the answers of one study's people as they are given: lets people in, keeps what they answer, says how they leave.
/// Knows nothing of HTTP.
package final class Collector: Sendable {
    /// The page that it serves.
    package let page: CollectedPage
    /// The plan that people answer.
    package let plan: PlanOutline
    private let store: StudyStore
    private let commit: GroupCommit
    private let seats: Mutex<SeatBook>
    private let quotas: Mutex<QuotaBook>
    /// Tickets that were asked for, by session.
    private let tickets = Mutex<[String: Ticket]>([:])
    private let headers = ReadHeaders()
    private let lock: WorkLocks

    /// What becomes of who wants to take part.
    package enum Admission: Sendable {
        /// Begins a session.
        case begun(Begun)
        /// No seat is left; and where they are sent.
        case full(exit: String?)
        /// The plan that their page has is not in use any more.
        case closed
    }

    /// What becomes of who answered what is asked before the first pair.
    package enum Placement: Sendable {
        /// Goes on.
        case placed
        /// As many people with such answers take part as the study wants.
        case full
    }

    /// A session that begins.
    package struct Begun: Sendable {
        /// Its id.
        package let session: String
        /// The secret by which whoever writes for it is known.
        package let secret: String
        /// Its seat.
        package let seat: Int
        /// What is asked there.
        package let content: CollectedPage.SeatContent
    }

    /// What became of answers.
    package enum Taking: Sendable {
        /// They are on disk, but for those that were refused.
        case taken(AnswerReceipt)
        /// Nothing of them was taken: the header cannot be read.
        case unreadable(String)
        /// Nobody may write for this session with that secret.
        case unauthorised
        /// They contradict what the session is, or their owner took them back.
        case refused(String, isGone: Bool)
    }

    /// How somebody leaves.
    package struct Leaving: Sendable {
        /// Why.
        package let outcome: ExitReason
        /// Where they are sent, with names in braces; nil where nowhere.
        package let exit: String?
        /// The code by which they can have their answers erased; nil where nothing is kept of them.
        package let receipt: String?
    }

    /// Opens the study's plan for people.
    ///
    /// - Parameters:
    ///   - share: the seats that are given.
    ///   - hold: for how many seconds a seat is held for somebody of whom nothing is heard.
    /// - Throws: ``Failure`` where there is no plan, its answers go into files, or another collector is at work;
    ///   `SurveyPageError`, `StudyStoreError`.
    package init(_ study: OpenStudy, share: SeatShare = .all, hold: TimeInterval = 3600) throws {
        let plan = try study.planOutline()
        self.plan = plan
        guard plan.survey.submit.isSent else {
            throw Failure(
                .usage,
                "the plan in use hands answers over as files (survey.submit: file), as its participants agree. Write "
                    + "`submit: collector` under `survey` in study.yaml and plan again.")
        }
        lock = try study.locks(
            for: [.collecting], waiting: false, refusal: "One collector of a store is enough; stop the other one first."
        )
        if let note = try study.surveyDriftNote(of: plan, withPools: true) { study.reporter.note(note) }
        let frozen = try study.plan().frozen
        let texts = Dictionary(
            try plan.survey.languages.map { ($0, try ParticipantTexts(study).texts($0, of: plan)) }
        ) { first, _ in first }
        let contexts = try TrialContexts(plan.survey, frozen.plan.generations, in: study)
        // Images are read beside what is written.
        let images = try StudyStore(at: study.folder.store, readOnly: true)
        page = try SurveyPage(plan: frozen, texts: texts).collected(
            templates: Templates.folder(), text: { try contexts.text(of: $0) },
            reference: { trial in
                try contexts.reference(of: trial).map { PageImage(sha256: $0.sha256, png: Array($0.png)) }
            },
            image: { entry in
                let png = try images.image(entry)
                return PageImage(sha256: hexSHA256(png), png: Array(png))
            })
        store = study.store
        commit = GroupCommit(study.store)
        seats = Mutex(
            SeatBook(
                seats: plan.seats, share: share, tickets: try study.store.tickets(ofPlan: plan.hash), hold: hold))
        // Who failed checks has a complete session, and no place.
        let sessions = try (plan.survey.quotas.isEmpty ? [] : study.store.sessions(ofPlan: plan.hash)).filter {
            try study.store.ticket(ofSession: $0.header.session)?.outcome != .failedChecks
        }
        quotas = Mutex(QuotaBook(plan.survey.quotas, sessions, hold: hold))
    }

    /// How many people finished and are under way.
    package var people: (finished: Int, underWay: Int) { seats.withLock { $0.people(at: .now) } }

    /// Lets somebody in who agreed to take part.
    ///
    /// - Parameter hash: the plan that their page has.
    /// - Throws: `StudyStoreError`.
    package func admit(toPlan hash: String, at time: Date = .now) throws -> Admission {
        guard hash == plan.hash else { return .closed }
        let session = Self.identifier()
        let secret = Secret.make()
        let seat = seats.withLock { $0.next(at: time) }
        guard let seat, let content = page.content(ofSeat: seat) else {
            return .full(exit: plan.survey.exit[.full])
        }
        let ticket = try store.admit(session: session, secret: secret, plan: plan.hash, seat: seat, at: time)
        seats.withLock { $0.see(ticket, at: time) }
        tickets.withLock { $0[session] = ticket }
        return .begun(Begun(session: session, secret: secret, seat: seat, content: content))
    }

    /// Takes answers: a header and events, as an answer file has them.
    ///
    /// - Throws: `StudyStoreError`; then nothing was taken, and the same answers can be given again.
    package func take(_ body: [UInt8], secret: String, at time: Date = .now) async throws -> Taking {
        let file: AnswerFile
        do {
            file = try AnswerFile(bytes: body, headers: headers)
        } catch {
            return .unreadable("\(error)")
        }
        guard let ticket = try ticket(ofSession: file.header.session, secret: secret) else { return .unauthorised }
        guard file.header.planHash.lowercased() == ticket.plan, file.header.seat == ticket.seat,
            file.header.front == "page"
        else {
            return .refused(
                "the header is not that of the session: its plan, seat and front never change", isGone: false)
        }
        var receipt = try await commit.accept(
            HandedAnswers(header: file.header, events: file.events, lines: file.lines))
        if let why = receipt.refusal {
            return .refused(why, isGone: try store.erasure(ofSession: file.header.session) != nil)
        }
        for problem in file.problems {
            receipt.refused.append(RefusedEvent(id: "", line: problem.line, why: problem.reason))
        }
        seats.withLock { $0.see(ticket, at: time) }
        quotas.withLock { $0.see(session: file.header.session, at: time) }
        return .taken(receipt)
    }

    /// Whether the person of a session goes on, as what they answered before the first pair and the quotas say. Nil where the
    /// secret is not its own.
    ///
    /// - Throws: `StudyStoreError`.
    package func place(session: String, secret: String, at time: Date = .now) throws -> Placement? {
        let session = session.lowercased()
        guard try ticket(ofSession: session, secret: secret) != nil else { return nil }
        if quotas.withLock({ $0.isEmpty }) { return .placed }
        let answers = try store.sessions(named: [session]).first?.answers ?? [:]
        return quotas.withLock { $0.place(session: session, answers, at: time) } ? .placed : .full
    }

    /// What was answered in a session, and what it is asked: to go on with it elsewhere. Nil where the secret is not its own.
    package func resume(session: String, secret: String) throws -> (answers: AnswerFile?, begun: Begun)? {
        guard let ticket = try ticket(ofSession: session, secret: secret), ticket.plan == plan.hash,
            let content = page.content(ofSeat: ticket.seat)
        else { return nil }
        return (
            try store.answers(ofSession: session),
            Begun(session: session, secret: secret, seat: ticket.seat, content: content)
        )
    }

    /// How the person of a session leaves, as what they answered says. Nil where the secret is not its own.
    package func finish(session: String, secret: String) throws -> Leaving? {
        guard var ticket = try ticket(ofSession: session, secret: secret) else { return nil }
        let outcome = try self.outcome(ofSession: session)
        // Who stopped may go on.
        if outcome != .stopped, ticket.outcome == nil {
            // Why images failed is seen in the answers, and the seat is as free as if nobody had taken it.
            // Who was refused is known by that.
            if ![.technical, .full].contains(outcome) { try store.end(ticket, as: outcome) }
            seats.withLock { $0.leave(ticket, finished: outcome == .finished) }
            quotas.withLock { $0.leave(session: session.lowercased(), finished: outcome == .finished) }
            ticket.outcome = outcome
            tickets.withLock { [ticket] in $0[session] = ticket }
        }
        let reason = ticket.outcome ?? outcome
        return Leaving(
            outcome: reason, exit: plan.survey.exit[reason],
            receipt: [.screenedOut, .full].contains(reason) ? nil : Receipt.code(ofSession: session))
    }

    /// Where somebody is sent who leaves before a session of theirs began; nil where that is none of the reasons for it.
    package func exit(before reason: ExitReason) -> Leaving? {
        guard [.declined, .screenedOut, .technical].contains(reason) else { return nil }
        return Leaving(outcome: reason, exit: plan.survey.exit[reason], receipt: nil)
    }

    private func outcome(ofSession session: String) throws -> ExitReason {
        guard let answers = try store.answers(ofSession: session) else {
            guard let why = try store.refusal(ofSession: session) else { return .stopped }
            return why == AnswerEvent.quotaReason ? .full : .screenedOut
        }
        guard let seat = try store.seat(answers.header.seat, ofPlan: answers.header.planHash) else { return .technical }
        return answers.outcome(on: seat, of: plan.survey)
    }

    private func ticket(ofSession session: String, secret: String) throws -> Ticket? {
        let session = session.lowercased()
        var ticket = tickets.withLock { $0[session] }
        if ticket == nil {
            ticket = try store.ticket(ofSession: session)
            if let ticket { tickets.withLock { $0[session] = ticket } }
        }
        guard let ticket, Secret.areSame(ticket.secret, hexSHA256(Data(secret.utf8))) else { return nil }
        return ticket
    }

    private static func identifier() -> String { UUID().uuidString.lowercased() }
}

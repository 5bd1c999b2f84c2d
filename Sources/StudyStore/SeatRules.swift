import Answers
import GRDB
import Study
import Text

/// Which events a session on its seat may have.
struct SeatRules {
    private let session: String
    private let seat: Int
    private let facts: SeatFacts
    /// Events that the session may still get.
    private let room: Int

    private var trials: Set<Int> { facts.trials }
    private var rules: SessionRules { facts.rules }
    private var survey: SurveySettings { facts.survey }

    /// The rules for the session of `header`, which is in the store, on the seat with these `facts`.
    init(_ header: AnswerHeader, _ facts: SeatFacts, _ known: KnownSeats, _ db: Database) throws {
        session = header.session
        seat = header.seat
        self.facts = facts
        room = try known.room(of: session) {
            let count = try db.cachedStatement(sql: "SELECT count(*) FROM event WHERE sessionId = ?")
            return try Int.fetchOne(count, arguments: [header.session]) ?? 0
        }
    }

    /// What became of an event.
    enum Outcome {
        case added
        case known
        case refused(String)
    }

    /// Stores `event` where it can have happened and is not there yet.
    ///
    /// - Parameter added: how many events these rules have let in.
    func take(_ event: AnswerEvent, added: Int, _ db: Database) throws -> Outcome {
        if let why = fault(in: event) { return .refused(why) }
        let known = try Row.fetchOne(
            db.cachedStatement(sql: "\(AnswerEvent.rows) WHERE id = ?"), arguments: [event.id])
        if let known {
            let isSame = try known["sessionId"] == session && AnswerEvent(known) == event
            return isSame ? .known : .refused("its id belongs to another event, which was there first")
        }
        if added >= room {
            return .refused("its session has \(AnswerLimits.events) events, more than any person makes")
        }
        do {
            let inserted = try db.cachedStatement(
                sql: """
                    INSERT INTO event (id, sessionId, milliseconds, kind, trial, choice, responseMilliseconds, render, shownPixels,
                        question, value, grade) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            try inserted.execute(
                arguments: [
                    event.id, session, event.milliseconds, event.kind.rawValue, event.trial, event.choice?.rawValue,
                    event.responseMilliseconds, event.render, event.shownPixels, event.question,
                    try event.value.map { try $0.stored }, event.grade,
                ])
            return .added
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // A rule of another program's is no fault of the answers.
            if Schema.Strangers(error, db)?.blamed.isEmpty == false { throw error }
            return .refused("it breaks a rule of the store: \(error.message ?? "")")
        }
    }

    /// Which of the events with these ids, all in the store, could have changed the votes, but lie after the session's end.
    func late(among ids: [String], _ db: Database) throws -> [String] {
        let hasEnd = try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM event WHERE sessionId = ? AND kind = 'finish')"),
            arguments: [session])
        guard hasEnd == true else { return [] }
        let events: [AnswerEvent]
        do {
            events = try StudyStore.events(of: session, db)
        } catch StudyStoreError.refused {
            // A session that cannot be read is left out whole.
            return []
        }
        let state = SessionState(events, trials: trials, rules: rules)
        let late = Set(state.late.filter { [.vote, .undo, .imageFailed, .timeout].contains($0.kind) }.map(\.id))
        return ids.filter(late.contains)
    }

    private func fault(in event: AnswerEvent) -> String? {
        if !AnswerLimits.isUUID(event.id) { return "its id is no UUID" }
        if let fault = event.fault { return fault }
        let isPractice = event.trial.map(rules.practiceNumbers(after: trials.count).contains) ?? false
        if let trial = event.trial, !trials.contains(trial), !isPractice { return "seat \(seat) has no trial \(trial)" }
        if event.isReport {
            return survey.besides.reportsImages ? nil : "a report of an image, which this survey does not offer"
        }
        switch event.kind {
        case .answer: return answerFault(event)
        case .vote, .practice:
            guard let trial = event.trial else { return "a vote without its trial" }
            guard let choice = event.choice else { return "a vote without a choice" }
            if isPractice != (event.kind == .practice) {
                return isPractice
                    ? "a vote on pair \(trial), which is there to practise on"
                    : "practice on trial \(trial), which counts"
            }
            if let why = fault(inQuestion: event.question, isNeeded: event.kind == .vote) { return "a vote \(why)" }
            if survey.isGraded {
                return event.grade == nil ? "a vote without a grade, which this survey asks for" : nil
            }
            if event.grade != nil { return "a vote with a grade, which this survey does not ask for" }
            return choice == .tie && !survey.ties ? "a tie, which this survey does not offer" : nil
        case .flip where survey.usedView.mode != .flip:
            return "an exchange of the images, which this survey shows beside each other"
        case .enlarge where !survey.usedView.enlarges: return "an enlargement, which this survey does not offer"
        case .timeout where survey.usedView.limitMilliseconds == nil:
            return "the end of a trial's time, which this survey does not limit"
        case .undo: return fault(inQuestion: event.question, isNeeded: false).map { "an undo \($0)" }
        default: return nil
        }
    }

    /// What is wrong with the question that an event names, or does not name.
    private func fault(inQuestion question: String?, isNeeded: Bool) -> String? {
        let asked = rules.questions
        guard let question else {
            return isNeeded && !asked.isEmpty
                ? "without its question; this survey asks \(asked.joined(separator: ", "))" : nil
        }
        if asked.isEmpty { return "on a question, but this survey names none" }
        return asked.contains(question)
            ? nil : "on a question that this survey does not ask; it asks \(asked.joined(separator: ", "))"
    }

    /// What in an answer does not fit the plan's questionnaires. Names with a dot are not of them: what the link had.
    private func answerFault(_ event: AnswerEvent) -> String? {
        guard let question = event.question, let value = event.value else {
            return "an answer without its question or value"
        }
        if question.contains(".") { return nil }
        guard let item = survey.questionnaireItem(question) else {
            return "the plan asks no question \(quoted(question))"
        }
        return item.fault(in: value).map { "its value \($0)" }
    }
}

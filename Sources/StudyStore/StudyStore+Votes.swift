import Answers
import GRDB
import Study
package import Votes

extension StudyStore {
    /// The votes that count of a plan, or of all plans, as a table: by arrival of the session, then by trial.
    ///
    /// Of several votes on one question about a trial only the last is here, and none that was taken back. Votes of a session that is
    /// left out are here too, with the rule.
    ///
    /// - Parameter names: what people and sessions are called.
    package func voteTable(ofPlan plan: String? = nil, people names: PeopleNames = .pseudonyms) throws -> VoteTable {
        try readVotes(ofPlan: plan, people: names).votes
    }

    /// The same table, with its sessions, and with those that were left out of it because they cannot be read, all from one
    /// reading.
    package func readVotes(
        ofPlan plan: String? = nil, people names: PeopleNames = .pseudonyms
    ) throws -> (votes: VoteTable, sessions: [SessionRecord], unreadable: [UnreadableSession]) {
        try read { db in
            let names = try Names(names, db)
            let examined = try Self.examined(ofPlan: plan, db)
            let questions = try Self.groupingQuestions(ofPlan: plan, db)
            var table = VoteTable()
            for session in examined.sessions {
                let header = session.record.header
                let seat = examined.asked.seats[.init(plan: header.planHash, seat: header.seat)] ?? [:]
                table.append(
                    session, asked: seat, under: examined.asked.rules[header.planHash] ?? .earlier,
                    name: try names.of(header), groupedBy: questions[header.planHash] ?? [])
            }
            return (table, examined.sessions.map(\.record), examined.unreadable)
        }
    }
}

extension VoteTable {
    /// Adds the votes of a session, in the order of the trials, and of the questions about each.
    ///
    /// - Parameters:
    ///   - trials: what its seat was asked.
    ///   - rules: those of its plan.
    ///   - name: what the person and the session are called.
    ///   - questions: those whose answers divide people into groups.
    fileprivate mutating func append(
        _ session: StudyStore.CountedSession, asked trials: [Int: AskedTrial], under rules: SessionRules,
        name: (participant: String?, session: String), groupedBy questions: Set<String>
    ) {
        let header = session.record.header
        let start = Timestamp.milliseconds(session.startedAt)
        let firstRow = count
        let views = session.state.views(header)
        func place(_ asked: AskedQuestion) -> (Int, Int) {
            (asked.trial, asked.question.flatMap(rules.questions.firstIndex) ?? 0)
        }
        let votes = session.state.votes.sorted { place($0.key) < place($1.key) }
        for (place, vote) in votes {
            guard let asked = trials[place.trial], let choice = vote.choice else { continue }
            let row = append(choice, on: asked.trial, item: asked.item)
            append(identifier: vote.id)
            if let question = place.question {
                self.question[row] = self.questions.number(of: question)
                primary[row] = question == rules.primary
            }
            if let grade = vote.grade { self.grade[row] = grade }
            if let time = vote.responseMilliseconds { responseMilliseconds[row] = time }
            if let pixels = vote.shownPixels { shownPixels[row] = pixels }
            if let render = vote.render { self.render[row] = renders.number(of: render) }
            let view = views[place]
            seen.set(view?.language, in: .language, row: row)
            seen.set(header.userAgentClass, in: .device, row: row)
            seen.set(view?.screen, in: .screen, row: row)
            seen.set(view?.layout, in: .layout, row: row)
            seen.set(view?.surround, in: .surround, row: row)
            seen.set(view?.scale, in: .shownScale, row: row)
            seen.set(view?.density, in: .density, row: row)
            seen.set(view?.flips.map(String.init), in: .flips, row: row)
            seen.set(view?.enlarged, in: .enlarged, row: row)
            seen.set(view?.exposure, in: .exposureMilliseconds, row: row)
            seen.set(view?.timeouts.map(String.init), in: .timeouts, row: row)
            if let start, let shown = session.state.shown[place], start + shown < Self.endOfTime {
                shownAt[row] = start + shown
            }
        }
        guard count > firstRow else { return }
        let ofSession = sessions.number(of: name.session)
        let ofParticipant = name.participant.map { people.number(of: $0) }
        let ofPerson = ofParticipant ?? people.number(of: name.session)
        let (ofFront, ofPlan) = (fronts.number(of: header.front), plans.number(of: String(header.planHash.prefix(12))))
        let ofRule = session.record.excluded.map { self.rules.number(of: $0.rawValue) }
        for (question, group) in session.record.groups(of: questions) {
            groups[question, default: [:]][ofSession] = group
        }
        for row in firstRow..<count {
            self.session[row] = ofSession
            participant[row] = ofParticipant ?? Self.none
            person[row] = ofPerson
            seat[row] = header.seat
            asked[row] = session.asked
            front[row] = ofFront
            plan[row] = ofPlan
            simulated[row] = header.isSimulated
            rule[row] = ofRule ?? Self.none
        }
    }

    /// The beginning of the year 10000, which ISO 8601 cannot write in four digits.
    private static let endOfTime = 253_402_300_800_000
}

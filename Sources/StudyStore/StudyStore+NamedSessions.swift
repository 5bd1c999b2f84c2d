import Answers

/// A session under the names by which votes call it.
package struct NamedSession: Sendable, Hashable {
    /// The participant; nil where the session stands for its person.
    package let participant: String?
    /// The session.
    package let session: String
    /// What it comes to.
    package let record: SessionRecord
}

extension StudyStore {
    /// The sessions of all plans, or of one, in the order of their arrival, named as votes name them.
    package func namedSessions(ofPlan plan: String? = nil, people names: PeopleNames) throws -> [NamedSession] {
        try read { db in
            let names = try Names(names, db)
            return try Self.sessions(ofPlan: plan, db).map { counted in
                let name = try names.of(counted.record.header)
                return NamedSession(participant: name.participant, session: name.session, record: counted.record)
            }
        }
    }
}

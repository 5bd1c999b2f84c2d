import Answers
import GRDB
import Study

extension StudyStore {
    /// The sessions of a plan, or of all plans, that cannot be read, by their ids. They are in no list of sessions and their
    /// votes in no table, and they stop neither.
    ///
    /// What is taken in today can always be read; a store of before these checks, or one that another program changed, may
    /// hold a start in a year that no calendar has, times out of reach, or words that nobody knows. A session whose rows, or
    /// the trials of whose seat, are not those that were sealed (``Seal``) is one of them, and so is one that lost its
    /// pseudonym, also where ids are shown: figures do not depend on what people are called.
    package func unreadableSessions(ofPlan plan: String? = nil) throws -> [UnreadableSession] {
        try read { try Self.unreadableSessions(ofPlan: plan, $0) }
    }

    static func unreadableSessions(
        ofPlan plan: String?, participant: String? = nil, _ db: Database
    ) throws -> [UnreadableSession] {
        try examined(ofPlan: plan, participant: participant, db).unreadable
    }
}

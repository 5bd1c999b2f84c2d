/// How notes and messages name sessions: by the beginning of the id, as `dotchi votes erase` and the names of answer files have
/// it. Short enough to read, long enough to find the session.
package enum SessionName {
    /// The beginning of the session's id.
    package static func short(_ id: String) -> String { String(id.prefix(PersonSearch.shortest)) }

    /// The first of several sessions, and how many more there are.
    package static func list(_ ids: some Collection<String>) -> String {
        let most = 5
        let named = ids.prefix(most).map(short).joined(separator: ", ")
        return ids.count > most ? "\(named) and \(ids.count - most) more" : named
    }
}

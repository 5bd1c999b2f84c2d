/// What a study is called.
package struct StudyIdentity: Sendable, Codable, Hashable {
    /// Short name, used in file names: lower-case letters, digits and hyphens, 1 to 64 characters.
    package var id: String
    /// Name for people, in any script; the id if none is given.
    package var title: String

    /// A study called `id`, with a title for people.
    package init(id: String, title: String? = nil) {
        self.id = id
        self.title = title ?? id
    }
}

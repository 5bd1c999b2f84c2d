/// Why a text is no ``Prose``.
package struct ProseError: Error, Hashable, CustomStringConvertible {
    /// What stands in it that cannot, and what can.
    package let description: String

    init(_ description: String) { self.description = description }

    /// What is found is none of the parts that prose has.
    static func other(_ what: String) -> ProseError {
        ProseError("\(what) stands in it, expected paragraphs, emphasis, lists and links alone")
    }
}

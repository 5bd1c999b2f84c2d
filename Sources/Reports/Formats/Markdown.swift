/// The syntax of GitHub's Markdown.
enum Markdown {
    /// `text` on one line, with the characters escaped that Markdown would read.
    static func escaped(_ text: String) -> String {
        PlainText.oneLine(text).unicodeScalars.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    private static let special = Set("\\`*_<>[]|~&#".unicodeScalars)
}

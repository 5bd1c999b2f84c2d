/// What a reader sees or hears of a page.
enum VisibleWords {
    /// Its texts in their order, and what stands in place of pictures; a line for each element.
    static func lines(of html: String) -> [String] {
        html.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "")
            .replacing(/<img [^>]*alt="([^"]*)"[^>]*>/) { "\n[\($0.output.1)]\n" }
            .replacing(/<\/?(?:td|th|dt|b)(?: [^>]*)?>|<dd>/, with: " ").replacing(/<[^>]*>/, with: "\n")
            .replacing("&amp;", with: "&").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .split(separator: "\n").map { String($0.split(separator: " ").joined(separator: " ")) }
            .filter { !$0.isEmpty }
    }

    /// Its words of two or more Latin letters.
    static func latin(in text: String) -> Set<String> {
        Set(text.replacing(/<[^>]*>/, with: " ").matches(of: /[A-Za-z]{2,}/).map { String($0.output) })
    }
}

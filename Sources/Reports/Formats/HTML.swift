import Crypto
import Foundation
import Study

/// The syntax of HTML, and of the SVG in it.
enum HTML {
    /// `text` on one line, with the characters escaped that a browser would read as marks, in attributes too.
    static func escaped(_ text: String) -> String {
        PlainText.oneLine(text).unicodeScalars.map { marks[$0] ?? String($0) }.joined()
    }

    private static let marks: [Unicode.Scalar: String] = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]

    /// A list of names and what they are. Both are escaped.
    static func list(_ facts: [(name: String, value: String)]) -> String {
        let lines = facts.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd>" }
        return "<dl>\n\(lines.joined(separator: "\n"))\n</dl>"
    }

    /// Numbers that stand large over a page, each with what it is. Both are escaped.
    static func keyFigures(_ figures: [(number: String, name: String)]) -> String {
        let items = figures.map { "<li><b>\(escaped($0.number))</b> \(escaped($0.name))</li>" }
        return "<ul class=\"figures\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    /// A part of a page with its heading, which is escaped; nothing where the body is empty. Links find it by its name.
    static func section(_ name: String, _ heading: String, _ body: [String]) -> String {
        let body = body.filter { !$0.isEmpty }
        guard !body.isEmpty else { return "" }
        return "<section id=\"\(name)\">\n<h2>\(escaped(heading))</h2>\n\(body.joined(separator: "\n"))\n</section>"
    }

    /// A paragraph, escaped, in which no line begins with a percent sign; nothing of an empty text.
    static func paragraph(_ text: String, style: String = "") -> String {
        let words = escaped(text).replacing(" %", with: "\u{A0}%")
        return text.isEmpty ? "" : "<p\(style.isEmpty ? "" : " class=\"\(style)\"")>\(words)</p>"
    }

    /// Something that is closed, or can be.
    static func folded(_ summary: String, _ body: String, isOpen: Bool = false) -> String {
        "<details\(isOpen ? " open" : "")><summary>\(escaped(summary))</summary>\n\(body)\n</details>"
    }

    /// A whole page that loads nothing from elsewhere and runs nothing, and whose policy lets it do neither, whatever a name
    /// in it holds. The title is escaped; style and body stand as they are.
    ///
    /// - Parameter script: a script of the project's own that it runs all the same, and that may ask where the page came from;
    ///   nil for none.
    static func page(
        title: String, language: Language = .english, style: String, script: String? = nil, body: String
    ) -> String {
        let style = "\n\(style)\n"
        func hash(_ text: String) -> String {
            "'sha256-\(Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString())'"
        }
        let runs = script.map { "script-src \(hash($0)); connect-src 'self'; " } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src \(hash(style)); \(runs)\
            base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(escaped(title))</title>
            <style>\(style)</style>
            \(script.map { "<script defer>\($0)</script>\n" } ?? "")</head>
            <body>
            \(body)
            </body>
            </html>

            """
    }
}

import Files
import Foundation
import Mustache
import Study

/// The files of survey-templates/ that a page is made of.
struct PageTemplates {
    /// The style sheet.
    let styles: String
    /// The script: its parts in the order in which they use each other, without comments and blanks that nobody needs, which are
    /// a third of a page.
    let script: String
    private let template: MustacheTemplate

    /// Those that a survey has no use for are replaced by ones that do nothing. So a page whose answers are files has no script
    /// that can reach any host, and of two ways to answer that exclude each other no page has both.
    private static let parts = [
        "texts", "participant", "storage", "tab-lock", "state", "session", "seats", "pictures", "layout",
        "view", "context", "screens", "questions", "grades", "flip", "enlarge", "steps", "timing", "trial",
        "questionnaire", "calibration", "sender", "submission", "admission", "people", "letter-keys", "survey",
    ]

    /// Reads the templates.
    ///
    /// - Parameter survey: what the page asks.
    init(folder: URL, survey: SurveySettings) throws {
        let page = folder.appending(path: "page")
        template = try Self.use(page.appending(path: "index.mustache")) { try MustacheTemplate(string: $0) }
        styles = Self.tightStyles(try Self.inlinable(page.appending(path: "survey.css")))
        let isUsed = [
            "sender": survey.submit.isSent, "flip": survey.usedView.mode == .flip, "grades": survey.isGraded,
        ]
        script = try Self.parts.map { isUsed[$0] == false ? "without-\($0)" : $0 }
            .map { Self.tightScript(try Self.inlinable(page.appending(path: "script/\($0).js"))) }
            .joined(separator: "\n")
    }

    /// index.html, filled in with `values`.
    func index(_ values: [String: Any]) -> String { template.render(values) }

    /// The script without lines that are only comments, without blanks around signs, and without ends of lines beside brackets,
    /// where none ends a statement.
    static func tightScript(_ script: String) -> String {
        let lines = withoutIndents(script).split(separator: "\n")
            .filter { line in !["//", "/*", "*"].contains { line.hasPrefix($0) } }
            .map(tightLine)
        var (tight, last) = ("", "")
        for line in lines {
            let goesOn = last.last.map("{([,".contains) ?? true || line.first.map("})]".contains) == true
            // What follows a comment in its line would be part of it.
            tight += goesOn && !last.contains("//") ? line : "\n" + line
            last = line
        }
        return tight
    }

    /// A line of script without blanks around signs. Texts stay as they are, and so does all that follows a slash: a regular
    /// expression, a comment.
    private static func tightLine(_ line: Substring) -> String {
        // A text within a text ends nowhere that can be told without reading JavaScript.
        if line.contains(/`[^`]*\$\{[^`}]*`/) { return String(line) }
        return tightened(line, keeping: /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|["'`\/].*/) { code in
            String(code).replacing(/[ ]([-+*<>%]|[-+]=)[ ](?=[\w\(\[]|$)/) { $0.1 }
                .replacing(/[ ]?(=>|===|!==|>=|<=|&&|\|\||[={}(),:?;])[ ]?/) { $0.1 }
        }
    }

    /// The style sheet without comments and without blanks that separate nothing.
    static func tightStyles(_ styles: String) -> String {
        let styles = withoutIndents(styles.replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: ""))
        return tightened(styles[...], keeping: /"[^"\n]*"|'[^'\n]*'/) { rules in
            String(rules).replacing(/\s*([{};,>])\s*/) { $0.1 }.replacing(/:\s+/, with: ":").replacing(";}", with: "}")
        }
    }

    /// `text` with `tighten` done to all but what `kept` matches.
    private static func tightened(
        _ text: Substring, keeping kept: Regex<Substring>, _ tighten: (Substring) -> String
    ) -> String {
        var tight = ""
        var rest = text
        while let match = rest.firstMatch(of: kept) {
            tight += tighten(rest[..<match.startIndex])
            tight += match.output
            rest = rest[match.endIndex...]
        }
        return tight + tighten(rest)
    }

    /// The lines of a text without the blanks before them, and without empty ones. No text of the page spans lines.
    private static func withoutIndents(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// The file as a text that can stand within `<style>` or `<script>`.
    private static func inlinable(_ file: URL) throws -> String {
        let text = try use(file) { $0 }
        guard !text.contains("</") else {
            throw SurveyPageError.template(
                path: file.path, reason: "it contains \"</\", which would end its element in a single file")
        }
        return text
    }

    private static func use<Result>(_ file: URL, _ make: (String) throws -> Result) throws -> Result {
        do {
            guard let text = String(validating: try RegularFile.bytes(of: file), as: UTF8.self) else {
                throw SurveyPageError.template(path: file.path, reason: "it is not UTF-8")
            }
            return try make(text)
        } catch let error as SurveyPageError {
            throw error
        } catch let fault as FileFault {
            throw SurveyPageError.template(path: file.path, reason: "\(fault)")
        } catch {
            throw SurveyPageError.template(path: file.path, reason: "\(error)")
        }
    }
}

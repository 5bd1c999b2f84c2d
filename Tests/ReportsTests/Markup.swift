/// A strict reading of HTML and SVG: every element closed in order, every attribute quoted, every sign escaped.
enum Markup {
    private static let void: Set<String> = ["meta", "img", "br", "hr"]
    private static let signs = ["amp;", "lt;", "gt;", "quot;", "#39;"]

    /// What is wrong with `text` first; nil where nothing is.
    static func fault(in text: String) -> String? {
        var open: [String] = []
        // What stands between two < is a tag and the words after it.
        let parts = text.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() where index > 0 {
            let pieces = part.split(separator: UInt8(ascii: ">"), omittingEmptySubsequences: false).map {
                String($0) ?? ""
            }
            let isStyle = pieces[0] == "style"
            guard pieces.count == 2 || isStyle && pieces.count > 1 else { return "a bare < or > at “<\(part)”" }
            if !isStyle, let fault = strayAmpersand(pieces[0]) ?? strayAmpersand(pieces[1]) { return fault }
            if let fault = read(pieces[0], &open) { return fault }
        }
        return open.isEmpty ? nil : "not closed: \(open)"
    }

    private static func read(_ tag: String, _ open: inout [String]) -> String? {
        if tag == "!DOCTYPE html" { return nil }
        if tag.hasPrefix("/") { return open.popLast() == String(tag.dropFirst()) ? nil : "<\(tag)> closes nothing" }
        let name = String(tag.prefix { $0 != " " && $0 != "/" })
        guard name.allSatisfy({ $0.isLetter || $0.isNumber }), !name.isEmpty else { return "<\(tag)> is no tag" }
        // Outside of quotes there are names, = and spaces alone.
        let quoted = tag.split(separator: "\"", omittingEmptySubsequences: false)
        guard quoted.count % 2 == 1 else { return "a quote without an end in <\(tag)>" }
        for (index, piece) in quoted.enumerated() where index.isMultiple(of: 2) && index < quoted.count - 1 {
            guard piece.last == "=", piece.dropLast().allSatisfy({ $0.isLetter || "0123456789- ".contains($0) }) else {
                return "an attribute without quotes in <\(tag)>"
            }
        }
        if !tag.hasSuffix("/"), !void.contains(name) { open.append(name) }
        return nil
    }

    private static func strayAmpersand(_ text: String) -> String? {
        text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
            .first { rest in !signs.contains { rest.hasPrefix($0) } }
            .map { "a bare & before “\($0)”" }
    }
}

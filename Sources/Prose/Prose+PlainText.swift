extension Prose {
    /// The paragraphs as a terminal shows them, in order: emphasis is left out, a link's address stands behind its words, and
    /// an item of a list behind its number or a bullet.
    package var plainParagraphs: [String] { Self.paragraphs(blocks, indent: "") }

    private static func paragraphs(_ blocks: [Block], indent: String) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines): return [indent + plain(inlines)]
            case .list(let start, let items):
                return items.enumerated().flatMap { place, item in
                    let mark = start.map { "\($0 + place). " } ?? "• "
                    var lines = paragraphs(item, indent: indent + String(repeating: " ", count: mark.count))
                    if lines.isEmpty { return [indent + mark] }
                    lines[0] = indent + mark + lines[0].dropFirst(indent.count + mark.count)
                    return lines
                }
            }
        }
    }

    private static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): text
            case .lineBreak: "\n"
            case .emphasis(let inner), .strong(let inner): plain(inner)
            case .link(let address, let inner):
                link(address, plain(inner))
            }
        }.joined()
    }

    private static func link(_ address: String, _ words: String) -> String {
        [words, "mailto:\(words)", "tel:\(words)"].contains(address) ? words : "\(words) (\(address))"
    }
}

/// A text for participants with the little that sets it: paragraphs, emphasis, lists and links.
///
/// It is written in Markdown (CommonMark) and holds nothing else: no markup of its own reaches a page.
package struct Prose: Sendable, Hashable {
    /// Its parts, one below the other.
    package let blocks: [Block]

    /// Prose of these parts.
    package init(blocks: [Block]) { self.blocks = blocks }

    /// A part that stands on lines of its own.
    package indirect enum Block: Sendable, Hashable {
        case paragraph([Inline])
        /// `start` is the number of the first item; nil where items have none.
        case list(start: Int?, items: [[Block]])
    }

    /// A part of a line.
    package indirect enum Inline: Sendable, Hashable {
        case text(String)
        case lineBreak
        case emphasis([Inline])
        case strong([Inline])
        /// `address` begins with one of ``Prose/schemes``.
        case link(address: String, [Inline])
    }

    /// How the address of a link may begin.
    package static let schemes = ["https:", "http:", "mailto:", "tel:"]
}

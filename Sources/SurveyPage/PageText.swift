import Prose
import Study

/// A text as the page's script gets it: the words of one line, or the parts of prose, from which the script builds elements.
/// No markup is among them.
enum PageText: Encodable {
    case line(String)
    case prose([Node])

    /// The text of `key`.
    init(_ key: SurveyTexts.Key, of texts: SurveyTexts) {
        self = key.isProse ? .prose(texts.prose(key).blocks.flatMap(Node.nodes)) : .line(texts[key])
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .line(let text): try value.encode(text)
        case .prose(let nodes): try value.encode(nodes)
        }
    }

    /// A text, or `[tag, content]` of an element; `[tag, content, detail]` where it has an address or a first number.
    indirect enum Node: Encodable {
        case text(String)
        case element(String, [Node], detail: String? = nil)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let text):
                var value = encoder.singleValueContainer()
                try value.encode(text)
            case .element(let tag, let content, let detail):
                var parts = encoder.unkeyedContainer()
                try parts.encode(tag)
                try parts.encode(content)
                if let detail { try parts.encode(detail) }
            }
        }

        static func nodes(_ block: Prose.Block) -> [Node] {
            switch block {
            case .paragraph(let inlines): [.element("p", inlines.map(node))]
            case .list(let start, let items):
                [
                    .element(
                        start == nil ? "ul" : "ol", items.map { .element("li", $0.flatMap(nodes)) },
                        detail: start.map { "\($0)" })
                ]
            }
        }

        private static func node(_ inline: Prose.Inline) -> Node {
            switch inline {
            case .text(let text): .text(text)
            case .lineBreak: .element("br", [])
            case .emphasis(let inner): .element("em", inner.map(node))
            case .strong(let inner): .element("strong", inner.map(node))
            case .link(let address, let inner): .element("a", inner.map(node), detail: address)
            }
        }
    }
}

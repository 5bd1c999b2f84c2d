import CMark

extension Prose {
    /// Reads Markdown (CommonMark).
    ///
    /// - Throws: ``ProseError`` where it has anything but the parts of prose: a heading, an image, HTML, code, a quotation,
    ///   a rule, a link that begins with none of ``schemes``, or lists and emphasis nested more than ``deepest`` times.
    package init(markdown: String) throws(ProseError) {
        var text = markdown
        let root = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let root else { throw ProseError("it cannot be read as Markdown") }
        defer { cmark_node_free(root) }
        self.init(blocks: try Self.blocks(of: root, depth: 0))
    }

    /// How deep lists and emphasis may be nested.
    package static let deepest = 12

    private static func blocks(of parent: OpaquePointer, depth: Int) throws(ProseError) -> [Block] {
        guard depth <= deepest else { throw ProseError("its lists are nested more than \(deepest) times") }
        var blocks: [Block] = []
        for node in children(of: parent) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_PARAGRAPH:
                blocks.append(.paragraph(try inlines(of: node, depth: depth)))
            case CMARK_NODE_LIST:
                let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                var items: [[Block]] = []
                for item in children(of: node) { items.append(try Self.blocks(of: item, depth: depth + 1)) }
                blocks.append(.list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items: items))
            case CMARK_NODE_HEADING: throw .other("a heading")
            case CMARK_NODE_BLOCK_QUOTE: throw .other("a quotation (\">\")")
            case CMARK_NODE_CODE_BLOCK: throw .other("a block of code (lines that begin with four spaces are one)")
            case CMARK_NODE_HTML_BLOCK: throw .other("HTML")
            case CMARK_NODE_THEMATIC_BREAK: throw .other("a rule (\"---\")")
            default: throw .other("something else")
            }
        }
        return blocks
    }

    private static func inlines(of parent: OpaquePointer, depth: Int) throws(ProseError) -> [Inline] {
        guard depth <= deepest else { throw ProseError("its emphasis is nested more than \(deepest) times") }
        var inlines: [Inline] = []
        for node in children(of: parent) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT: inlines.append(.text(literal(of: node)))
            case CMARK_NODE_SOFTBREAK: inlines.append(.text("\n"))
            case CMARK_NODE_LINEBREAK: inlines.append(.lineBreak)
            case CMARK_NODE_EMPH: inlines.append(.emphasis(try Self.inlines(of: node, depth: depth + 1)))
            case CMARK_NODE_STRONG: inlines.append(.strong(try Self.inlines(of: node, depth: depth + 1)))
            case CMARK_NODE_LINK:
                let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
                guard schemes.contains(where: address.lowercased().hasPrefix) else {
                    throw ProseError(
                        "the link to \"\(address.prefix(80))\" cannot stand in it; expected an address that begins with "
                            + schemes.joined(separator: ", "))
                }
                inlines.append(.link(address: address, try Self.inlines(of: node, depth: depth + 1)))
            case CMARK_NODE_IMAGE: throw .other("an image")
            case CMARK_NODE_CODE: throw .other("code (\"`\")")
            case CMARK_NODE_HTML_INLINE: throw .other("HTML (\"\(literal(of: node).prefix(40))\")")
            default: throw .other("something else")
            }
        }
        return joined(inlines)
    }

    /// Texts beside each other as one; the end of a line within a paragraph is a space, and nothing between two characters
    /// of a script that has none.
    private static func joined(_ inlines: [Inline]) -> [Inline] {
        var joined: [Inline] = []
        for inline in inlines {
            if case .text(let text) = inline, case .text(let before)? = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else {
                joined.append(inline)
            }
        }
        return joined.map { inline in
            guard case .text(let text) = inline, text.contains("\n") else { return inline }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return .text(
                lines.dropFirst().reduce(into: String(lines[0])) { text, line in
                    let isSpaceless = (text.last?.isSpaceless ?? false) && (line.first?.isSpaceless ?? false)
                    text += (isSpaceless ? "" : " ") + line
                })
        }
    }

    private static func literal(of node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    private static func children(of parent: OpaquePointer) -> some Sequence<OpaquePointer> {
        sequence(first: cmark_node_first_child(parent)) { cmark_node_next($0) }.lazy.compactMap(\.self)
    }
}

extension Character {
    /// Whether it is of a script that sets no spaces between words: Han, kana, and their punctuation.
    fileprivate var isSpaceless: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return [0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x3FFFD].contains { $0.contains(value) }
    }
}

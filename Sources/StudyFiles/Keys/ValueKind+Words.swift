import Foundation
import Study
import Yams

extension ValueKind<Bool> {
    /// `true` or `false`, and none of YAML 1.1's other words for them.
    static var flag: Self {
        Self(type: "true or false", words: { "\($0)" }) { node, place, reading in
            switch node.scalar.map({ ($0.style, $0.string) }) {
            case (.plain, "true")?: return true
            case (.plain, "false")?: return false
            default:
                let meant = node.isTagged(.bool) ? node.bool.map { "; write \($0)" } ?? "" : ""
                reading.findings.add(at: place, "expected true or false, found \(node.inWords)\(meant)")
                return nil
            }
        }
    }
}

extension ValueKind<String> {
    /// Text, not empty.
    static var text: Self {
        Self(type: "text", words: { $0 }) { node, place, reading in
            guard let scalar = node.scalar, node.isText else {
                let advice = node.scalar != nil && !node.isNull ? "; put it in quotes" : ""
                reading.findings.add(at: place, "expected text, found \(node.inWords)\(advice)")
                return nil
            }
            guard !scalar.string.allSatisfy(\.isWhitespace) else {
                reading.findings.add(at: place, "expected text, found an empty one")
                return nil
            }
            return scalar.string
        }
    }

    /// The name of a parameter of a link.
    static var parameter: Self {
        text.called("name of a parameter").only(
            "a name of letters, digits, \"_\", \"-\" and \".\"", range: "1 to 64 characters"
        ) {
            $0.wholeMatch(of: /[A-Za-z0-9_.\-]{1,64}/) != nil
        }
    }

    /// The address of a page on the web, in which names in braces stand for what is filled in.
    static var address: Self {
        text.called("address").only(
            "an address such as https://example.org/done?id={participant}",
            range: "https or http, at most 2000 characters"
        ) { text in
            let filled = text.replacing(/\{[^{}]*\}/, with: "x")
            guard text.count <= 2000, !filled.contains(where: { $0.isWhitespace || $0 == "{" || $0 == "}" }),
                let address = URLComponents(string: filled)
            else { return false }
            // What is filled in changes neither the server nor the scheme.
            let server = text.prefix { $0 != "?" && $0 != "#" }.split(separator: "/", maxSplits: 2).dropFirst().first
            return ["https", "http"].contains(address.scheme?.lowercased() ?? "") && address.host?.isEmpty == false
                && server?.contains("{") == false && address.user == nil
        }
    }

    /// The origin of a page: scheme, host and port alone.
    static var origin: Self {
        text.called("origin").only("an origin such as https://lab.example.org", range: "https or http") { text in
            guard let address = URLComponents(string: text) else { return false }
            return ["https", "http"].contains(address.scheme ?? "") && address.host?.isEmpty == false
                && address.host == address.host?.lowercased() && address.path.isEmpty && address.query == nil
                && address.fragment == nil && address.user == nil
        }
    }

    /// The name of a `what` that the study has. A name that is a finding stands as the empty text, so that the rest of a
    /// list keeps its places.
    static func name(of what: String, among names: @escaping @Sendable (Study) -> [String]) -> Self {
        Self(type: "name of a \(what)", words: { $0 }) { node, place, reading in
            reading.name(node, of: what, among: names(reading.study), at: place) ?? ""
        }
    }
}

extension Reading {
    /// The name that `node` is, one of `names`; nil with a finding where it is none.
    func name(_ node: Node, of what: String, among names: [String], at place: KeyPlace) -> String? {
        guard let name = node.scalar?.string, !node.isNull else {
            findings.add(at: place, "expected the name of a \(what), found \(node.inWords)")
            return nil
        }
        guard names.contains(name) else {
            let list = names.isEmpty ? "; there are none" : ""
            findings.add(at: place, "no \(what) is called \"\(name)\"\(list)" + Spelling.hint(name, among: names))
            return nil
        }
        return name
    }
}

extension ValueKind<Submission> {
    /// `file`, `collector`, or the address of one.
    static var submission: Self {
        let words = [Submission.file, .collector].map(\.rawValue)
        return Self(
            type: "word or address", range: "file, collector, or an address that begins with https:// or http://",
            words: { $0.rawValue }
        ) { node, place, reading in
            let text = node.scalar?.string ?? ""
            if let found = Submission(rawValue: text) {
                guard case .address(let address) = found else { return found }
                let parts = URLComponents(string: address)
                if address.count <= 500, ["https", "http"].contains(parts?.scheme ?? ""), parts?.host?.isEmpty == false,
                    parts?.query == nil, parts?.fragment == nil, parts?.user == nil
                {
                    return found
                }
            }
            let hint = node.isText ? Spelling.hint(text, among: words) : ""
            reading.findings.add(
                at: place,
                "expected file, collector, or an address such as https://lab.example.org/faces, found \(node.inWords)\(hint)"
            )
            return nil
        }
    }
}

extension ValueKind<Language> {
    /// A language, by its tag. (Norwegian's `no` is no for YAML 1.1, and a language all the same.)
    static var language: Self {
        Self(type: "language", words: { $0.rawValue }) { node, place, reading in
            if let language = node.scalar.flatMap({ Language(rawValue: $0.string) }) { return language }
            reading.findings.add(at: place, "\(Language.expected), found \(node.inWords)")
            return nil
        }
    }
}

extension Language {
    /// What a tag must be, for findings.
    static let expected = "expected a language by its BCP 47 tag, such as en, pt-BR or zh-Hans"
}

extension ValueKind where Value: RawRepresentable<String> & CaseIterable {
    /// One of the words of an enumeration.
    static var word: Self {
        let words = Value.allCases.map(\.rawValue)
        return Self(type: "word", range: words.inWords, words: { $0.rawValue }) { node, place, reading in
            if let text = node.scalar?.string, let word = Value(rawValue: text) { return word }
            let hint = node.isText ? Spelling.hint(node.scalar?.string ?? "", among: words) : ""
            reading.findings.add(at: place, "expected \(words.inWords), found \(node.inWords)\(hint)")
            return nil
        }
    }
}

extension [String] {
    /// `a, b or c`
    var inWords: String {
        count < 2 ? first ?? "nothing" : dropLast().joined(separator: ", ") + " or \(self[count - 1])"
    }
}

import Foundation
import StudyFiles
import TestKit
import Testing

/// What other files say of the keys of study.yaml, held against the page.
@Suite("what is said of keys elsewhere")
struct NamedKeysTests {
    private static let rows = ReferencePage.sections.flatMap(\.rows)

    /// A key of the paper's template: its path (names of networks as NAME), and all comments above and beside it.
    private struct TemplateKey {
        let line: Int
        let path: String
        let comments: String
    }

    private static let paper = Project.root.appending(path: "survey-templates/studies/paper/study.yaml")

    private static func templateKeys() throws -> [TemplateKey] {
        var keys: [TemplateKey] = []
        var above: [(indent: Int, name: String, comments: String)] = []
        var pending = ""
        for (index, line) in try String(contentsOf: paper, encoding: .utf8).components(separatedBy: "\n").enumerated() {
            if let comment = line.wholeMatch(of: /\ *#(.*)/)?.output.1 {
                pending += " " + comment.trimmingCharacters(in: .whitespaces)
            } else if let match = line.wholeMatch(of: /(\ *)([A-Za-z0-9_-]+):(?:[^#]*)(?:#(.*))?/) {
                let indent = match.output.1.count
                above.removeAll { $0.indent >= indent }
                let comments = pending + " " + (match.output.3.map(String.init) ?? "")
                let isName = ["networks", "methods", "conditions"].contains(above.map(\.name).joined())
                above.append((indent, isName ? "NAME" : String(match.output.2), comments))
                keys.append(
                    TemplateKey(
                        line: index, path: above.map(\.name).joined(separator: "."),
                        comments: above.filter { $0.name != "NAME" }.map(\.comments).joined(separator: "\n")))
                pending = ""
            } else {
                pending = ""
            }
        }
        return keys
    }

    @Test("what the paper's template says of a key left out is the key's default")
    func defaults() throws {
        var found = 0
        for key in try Self.templateKeys() {
            let own = key.comments.components(separatedBy: "\n").last ?? ""
            let said =
                own.matches(of: /[Ll]eft out: ([^.;]+)/).map(\.output.1)
                + own.matches(of: /`([^`]+)` \(the value if left out\)/).map(\.output.1)
            for words in said {
                let rows = Self.rows.filter { $0.key == key.path }
                #expect(
                    rows.contains { $0.standard == .value(String(words)) || $0.standard == .words(String(words)) },
                    "\(key.path): \(words)")
                found += 1
            }
        }
        #expect(found > 8)
    }

    @Test("where the paper's template has another value than the default, a comment says so at the key's first place")
    func otherValues() throws {
        let text = try String(contentsOf: Self.paper, encoding: .utf8)
        let whole = try StudyFile.parse(text)
        var seen: Set<String> = []
        for key in try Self.templateKeys() where seen.insert(key.path).inserted {
            guard let row = Self.rows.first(where: { $0.key == key.path }), row.standard != .required else { continue }
            var lines = text.components(separatedBy: "\n")
            guard lines[key.line].contains(/:\ +[^\ #]/) else { continue }
            lines.remove(at: key.line)
            if let study = try? StudyFile.parse(lines.joined(separator: "\n")), study == whole { continue }
            #expect(key.comments.lowercased().contains("left out"), "\(key.path)")
        }
        #expect(seen.count > 30)
    }

    @Test("every key that documents, templates and messages name is one of the page")
    func names() throws {
        let known = Set(Self.rows.map(\.key)).union(ReferencePage.sections.map(\.name))
        var found = 0
        for file in try Self.files() {
            // Without what strings of sources interpolate, which is no key but a property.
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "")
            let isSource = file.pathExtension == "swift"
            let quoted = text.matches(of: isSource ? /"(?:[^"\\\n]|\\.)*"/ : /`[^`\n]+`/).map { String($0.output) }
            for words in quoted {
                for match in words.matches(of: /(?:^|[^\/A-Za-z_.])((?:dataset|pools|survey|analysis)\.[a-z_.]*[a-z])/)
                {
                    let key = String(match.output.1)
                    if ["css", "js", "html"].contains(key.split(separator: ".").last) { continue }
                    #expect(known.contains(key), "\(file.lastPathComponent): \(key)")
                    found += 1
                }
            }
            for match in text.matches(of: /(?:dataset|pools|survey|analysis): \{[a-z_]+: [^}\\]+\}/) {
                #expect(findings("study: {id: s}\n\(match.output)") == [], "\(file.lastPathComponent): \(match.output)")
                found += 1
            }
        }
        #expect(found > 5)
    }

    @Test(
        "dotchi_torch.py begins networks with the defaults of study.yaml", arguments: ["dcgan", "multistage", "srcnn"])
    func python(kind: String) throws {
        let file = Project.root.appending(path: "Sources/Interchange/dotchi_torch.py")
        let source = try String(contentsOf: file, encoding: .utf8)
        let line = try #require(source.components(separatedBy: "\n").first { $0.hasPrefix("def \(kind)(name, ") })
        let parameters = line.matches(of: /([a-z_]+)=(\([^)]*\)|[^,]+)/).map { match in
            (key: "networks.NAME.\(match.output.1)", value: String(match.output.2))
        }
        #expect(parameters.count > 3)
        for (key, value) in parameters {
            let row = try #require(Self.rows.first { $0.key == key && $0.kinds.contains(kind) }, "\(key)")
            let written = value.replacing("(", with: "[").replacing(")", with: "]").replacing("\"", with: "")
            #expect(row.standard == .value(written), "\(key)")
        }
        func training(_ key: String, of kind: String) throws -> String {
            let row = try #require(Self.rows.first { $0.key == "networks.NAME.\(key)" && $0.kinds.contains(kind) })
            guard case .value(let value) = row.standard else { return "" }
            return value
        }
        let rates = (try training("learning_rate", of: "srcnn"), try training("learning_rate", of: "dcgan"))
        let standard =
            "{\"batch\": \(try training("batch", of: kind)), \"learningRate\": \(rates.0) if kind == \"srcnn\" "
            + "else \(rates.1), \"seed\": \(try training("seed", of: kind)), "
            + "\"checkpointEvery\": \(try training("checkpoint_every", of: kind))}"
        #expect(source.contains(standard), "\(standard)")
    }

    private static func files() throws -> [URL] {
        let root = Project.root
        var files = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map { root.appending(path: $0) }
        for folder in ["Sources", "survey-templates/studies"] {
            let all = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
            files += (all?.allObjects as? [URL] ?? []).filter { ["swift", "md", "yaml"].contains($0.pathExtension) }
        }
        return files
    }
}

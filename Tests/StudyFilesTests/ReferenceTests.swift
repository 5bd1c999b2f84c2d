import Foundation
import Study
import StudyFiles
import TestKit
import Testing

@Suite("docs/study-yaml.md")
struct ReferenceTests {
    @Test("the reference page is the table of keys")
    func page() throws {
        try expectRecorded(ReferencePage.text, at: Project.root.appending(path: "docs/study-yaml.md"))
    }

    @Test("the examples of the page are one study that the reader takes")
    func examples() throws {
        let page = try String(contentsOf: Project.root.appending(path: "docs/study-yaml.md"), encoding: .utf8)
        let examples = page.matches(of: /(?s)```yaml\n(.*?)```/).map { String($0.output.1) }
        #expect(examples.count == ReferencePage.sections.count)
        let study = try StudyFile.parse(examples.joined())
        #expect(!study.networks.isEmpty && !study.methods.isEmpty && study.conditions.count > 1)
        #expect(!study.analysis.hypotheses.isEmpty && study.analysis.stopping != nil)
    }

    @Test("every block has its example, whose keys are the page's")
    func blocks() {
        for section in ReferencePage.sections {
            #expect(section.example.hasPrefix("\(section.name):\n"))
            #expect(!section.rows.isEmpty && !section.meaning.isEmpty)
        }
    }

    private static let rows = ReferencePage.sections.flatMap(\.rows)

    @Test(
        "every setting of a block has its key",
        arguments: [
            ("study", StudyIdentity(id: "s") as any Sendable), ("dataset", DatasetSettings()),
            ("pools", PoolSettings()), ("survey", SurveySettings()), ("analysis", AnalysisSettings()),
            ("analysis.exclusions", ExclusionSettings()), ("analysis.exclusions.incomplete", IncompleteRule()),
            ("analysis.exclusions.failed_catch", FailedCatchRule()), ("analysis.exclusions.too_fast", TooFastRule()),
            ("analysis.exclusions.straight_lining", StraightLiningRule()),
        ])
    func settings(block: String, settings: any Sendable) {
        let depth = block.split(separator: ".").count + 1
        let keys = Self.rows.filter {
            $0.key.hasPrefix(block + ".") && $0.key.split(separator: ".").count == depth && !$0.key.contains("[]")
        }
        // What stands in a value of its own has keys beside the others.
        let own = Mirror(reflecting: settings).children.reduce(0) { count, child in
            count + (child.value is SessionSettings ? Mirror(reflecting: child.value).children.count : 1)
        }
        #expect(keys.count == own, "\(keys.map(\.key))")
    }

    @Test("every setting of a network has its key", arguments: NetworkSettings.Kind.allCases)
    func networkSettings(kind: NetworkSettings.Kind) throws {
        let network = try StudyFile.parse("study: {id: s}\nnetworks: {n: {kind: \(kind.rawValue)}}").networks[0]
        let own =
            switch network.architecture {
            case .dcgan(let settings): Mirror(reflecting: settings).children.count
            case .multistage(let settings): Mirror(reflecting: settings).children.count
            case .srcnn(let settings): Mirror(reflecting: settings).children.count
            case .bicubic(let settings): Mirror(reflecting: settings).children.count
            }
        // The name is no key; the architecture is the kind and its own keys.
        let training = kind == .bicubic ? 0 : Mirror(reflecting: network).children.count - 2
        #expect(network.architecture.listing.count == own)
        #expect(network.listing.count == 1 + own + training)
        #expect(
            network.listing.map { "networks.NAME.\($0.key)" }
                == Self.rows.filter { row in
                    row.key.hasPrefix("networks.NAME.") && (row.kinds.isEmpty || row.kinds.contains(kind.rawValue))
                }.map(\.key))
    }

    @Test("a key has one line of explanation, a type and a default")
    func rows() {
        for row in Self.rows {
            #expect(row.meaning.hasSuffix(".") && !row.meaning.contains("\n") && !row.meaning.contains("|"), "\(row)")
            #expect(!row.type.isEmpty, "\(row)")
        }
        #expect(Set(Self.rows.map { "\($0.key) \($0.kinds)" }).count == Self.rows.count)
    }

    @Test("the reader takes every default that the page gives, and reads what it reads where the key is left out")
    func defaults() throws {
        var tried = 0
        for row in Self.rows {
            guard case .value(let value) = row.standard, !value.isEmpty else { continue }
            for kind in row.kinds.isEmpty ? [""] : row.kinds {
                let given = try StudyFile.parse(Self.file(row.key, value, kind: kind))
                #expect(given == (try StudyFile.parse(Self.file(row.key, nil, kind: kind))), "\(row.key): \(value)")
                tried += 1
            }
        }
        #expect(tried > 40)
    }

    @Test("the reader refuses a block without a key that the page calls required, and takes one without any other")
    func required() {
        for row in Self.rows {
            for kind in row.kinds.isEmpty ? [""] : row.kinds {
                let found = findings(Self.file(row.key, nil, kind: kind))
                // What a block needs stands in every file that these tests make, but for the key itself.
                #expect(found.map(\.key) == (row.standard == .required ? [Self.place(row.key)] : []), "\(row.key)")
            }
        }
    }

    @Test("the reader knows the keys of the page and no others")
    func known() {
        for row in Self.rows where row.key != "study.id" {
            let kind = row.kinds.first ?? ""
            let place = Self.place(row.key)
            // `{[]: 0}` is of no type, so that a key that is known has another finding than an unknown one.
            let found = findings(Self.file(row.key, "{[]: 0}", kind: kind))
            #expect(found.contains { $0.key.hasPrefix(place) && !$0.message.contains("unknown key") }, "\(row.key)")
            let misspelt = findings(Self.file(row.key + "x", "1", kind: kind, needs: row.key))
            #expect(misspelt.contains { $0.key == place + "x" && $0.message.contains("unknown") }, "\(row.key)")
        }
    }

    private static func place(_ key: String) -> String {
        key.replacing("NAME", with: "n").replacing("[]", with: "[0]")
    }

    /// A study with `value` at `key`, or with all but that key where `value` is nil: in a block of that kind, with what
    /// such a block needs. `row` is the key whose block it is, where `key` is none of the page.
    private static func file(_ key: String, _ value: String?, kind: String, needs row: String? = nil) -> String {
        let steps = key.split(separator: ".").map(String.init)
        var needed = needed(beside: row ?? key, kind: kind)
        needed[steps[steps.count - 1]] = value
        let keys = needed.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let block = steps.dropLast().reversed().reduce("{\(keys)}") { inner, step in
            step.hasSuffix("[]") ? "{\(step.dropLast(2)): [\(inner)]}" : "{\(step == "NAME" ? "n" : step): \(inner)}"
        }
        var blocks = [
            "study": "{study: {id: s}}", "survey": "{survey: {catch: 5}}", "methods": "{methods: {A: {}, B: {}}}",
            "conditions": "{conditions: {c: {methods: [A, B]}}}",
        ]
        blocks[steps[0]] = block
        if block.hasPrefix("{survey: {quota: ") {
            // Somebody has to count, and something to be asked.
            let asked = question("choice").merging(["required": "true"]) { $1 }.sorted { $0.key < $1.key }
            let item = asked.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            blocks["survey"] =
                "{survey: {submit: collector, before: [{\(item)}], " + block.dropFirst("{survey: {".count)
        }
        if steps[0] == "methods" { blocks["conditions"] = nil }
        return blocks.sorted { $0.key < $1.key }.map { String($0.value.dropFirst().dropLast()) }
            .joined(separator: "\n")
    }

    /// A question of that kind, in the languages that a study offers that names none.
    private static func question(_ kind: String) -> [String: String] {
        let words = "{en: Q, ja: Q, ja-kansai: Q}"
        var needed = ["id": "q", "kind": kind, "text": words]
        if ["choice", "choices"].contains(kind) {
            needed["choices"] = "{a: \(words), b: \(words.replacing("Q", with: "R"))}"
        }
        if kind == "number" { needed.merge(["min": "0", "max": "9"]) { $1 } }
        return needed
    }

    /// What the block of `key` needs besides, so that nothing is missing in it.
    private static func needed(beside key: String, kind: String) -> [String: String] {
        let block = key.prefix(upTo: key.lastIndex(of: ".") ?? key.startIndex)
        var needed =
            switch block {
            case "study": ["id": "s"]
            case "networks.NAME": ["kind": kind.isEmpty ? "dcgan" : kind]
            case "conditions.NAME": ["methods": "[A, B]"]
            case "survey.questions[]": ["id": "better", "text": "{en: Which?, ja: どちら？, ja-kansai: どっち？}"]
            case "analysis.hypotheses[]":
                // A claim needs a method, a hypothesis a claim or a statement.
                ["against", "direction", "statement"].contains { key.hasSuffix(".\($0)") }
                    ? ["condition": "c", "method": "A"] : ["statement": "words"]
            case "survey.quota[]": ["question": "q", "answers": "[a]", "people": "9"]
            case "survey.before[]", "survey.after[]": question(kind.isEmpty ? "text" : kind)
            case "analysis.stopping": ["rule": kind.isEmpty ? "fixed" : kind, "people": "9"]
            default: [String: String]()
            }
        needed[String(key.dropFirst(block.count + 1))] = nil
        return needed
    }
}

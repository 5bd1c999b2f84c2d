import Foundation
import Study
import StudyFiles
import TestKit
import Testing

@Suite("study templates")
struct TemplateTests {
    private func template(_ name: String) throws -> Study {
        try StudyFolder(root: Project.root.appending(path: "survey-templates/studies/\(name)")).study()
    }

    @Test("every template can be used as it is")
    func everyTemplate() throws {
        let folder = Project.root.appending(path: "survey-templates/studies")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
        #expect(names.sorted() == ["demo", "images", "paper"])
        for name in names { #expect(try template(name).identity.id == name) }
    }

    @Test(
        "of a template every key may be left out, but those that its comment names",
        arguments: ["demo", "images", "paper"])
    func neededKeys(name: String) throws {
        let file = Project.root.appending(path: "survey-templates/studies/\(name)/study.yaml")
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        var needed: Set<String> = []
        var others: Set<String> = []
        for (index, line) in lines.enumerated() {
            guard let key = line.firstMatch(of: /^ +([a-z_-]+): [^ ]/)?.output.1 else { continue }
            var rest = lines
            rest.remove(at: index)
            let isSound = (try? StudyFile.parse(rest.joined(separator: "\n"))) != nil
            if isSound { others.insert(String(key)) } else { needed.insert(String(key)) }
        }
        // A rule about catch trials needs some.
        let expected = [
            "demo": ["id", "kind", "methods", "chain", "catch"], "images": ["id", "main", "catch"],
            "paper": ["id", "kind", "methods", "chain"],
        ]
        #expect(needed == Set(expected[name] ?? []))
        #expect(others.count > (name == "images" ? 3 : 20) && others.isDisjoint(with: needed))
    }

    @Test("the paper's template is the paper's study")
    func paper() throws {
        let study = try template("paper")
        #expect(study.dataset.count == 4096)
        #expect(study.dataset.source != DatasetSettings.procedural)
        #expect(study.dataset.crop == 160)
        #expect(study.networks.map(\.name) == ["faces128", "faces64", "enlarge"])
        #expect(study.networks.map(\.epochs) == [6000, 6000, 2000])
        #expect(study.networks.map(\.batch) == [64, 64, 64])
        #expect(study.networks.map(\.architecture) == [.multistage(.init()), .dcgan(.init()), .srcnn(.init())])
        #expect(study.networks.map(\.learningRate) == [0.0002, 0.0002, 0.001])
        #expect(
            study.methods == [
                Method(name: "A", label: "method A", chain: ["faces128"]),
                Method(name: "B", label: "method B", chain: ["faces64", "enlarge"]),
            ])
        #expect(
            study.conditions == [
                Condition(name: "equal-iterations", methods: ["A", "B"]),
                Condition(name: "equal-time", methods: ["A", "B"], matchTimeOf: "B"),
            ])
        #expect(study.survey.languages == [.english, .japanese, .kansai])
        #expect(
            study.survey.question == [
                .english: "Which image looks better?", .japanese: "どちらの画像がよく見えますか？", .kansai: "どっちの絵がええ感じ？",
            ])
        #expect(study.survey.trials == SurveySettings().trials)
        #expect(study.pools == PoolSettings())
        #expect(
            study.analysis.hypotheses.map(\.claim) == [
                .init(condition: "equal-iterations", method: "B", against: "A"),
                .init(condition: "equal-time", method: "B", against: "A", direction: .greater),
            ])
        #expect(
            study.analysis.exclusions
                == ExclusionSettings(incomplete: .init(), tooFast: .init(), straightLining: .init()))
        #expect(study.analysis.stopping == .fixed(people: 40))
        #expect(study.analysis.level == AnalysisSettings().level)
    }

    @Test("the paper's template has the controls in its comments, ready to be used")
    func controls() throws {
        let file = Project.root.appending(path: "survey-templates/studies/paper/study.yaml")
        let keys = /\ \ # (bicubic|straight128|C|D|  [a-z_]+):.*/
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").map {
            try keys.wholeMatch(in: $0) == nil ? $0 : $0.replacing("  # ", with: "  ", maxReplacements: 1)
        }
        let study = try StudyFile.parse(
            lines.joined(separator: "\n").replacing("methods: [A, B]", with: "methods: [A, B, C, D]"))
        #expect(study.network(named: "bicubic")?.architecture == .bicubic(.init()))
        #expect(study.network(named: "straight128")?.architecture == .dcgan(.init(size: 128)))
        #expect(
            study.methods.map(\.chain) == [
                ["faces128"], ["faces64", "enlarge"], ["faces64", "bicubic"], ["straight128"],
            ])
        #expect(study.conditions.map(\.methods) == [["A", "B", "C", "D"], ["A", "B", "C", "D"]])
    }

    @Test("the demo asks the paper's question of the same methods, at half their width, and has a network to try")
    func demo() throws {
        let study = try template("demo")
        let paper = try template("paper")
        #expect(study.dataset.source == DatasetSettings.procedural)
        #expect(study.methods == paper.methods)
        #expect(study.conditions.map(\.name) == paper.conditions.map(\.name))
        #expect(study.conditions.map(\.matchTimeOf) == paper.conditions.map(\.matchTimeOf))
        let planned = study.networks.prefix(3)
        #expect(planned.map(\.name) == paper.networks.map(\.name))
        #expect(planned.map(\.architecture.outputSize) == paper.networks.map(\.architecture.outputSize))
        #expect(study.networks.count == 4 && !study.methods.flatMap(\.chain).contains(study.networks[3].name))
    }
}

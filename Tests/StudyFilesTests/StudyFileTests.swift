import Foundation
import Study
import StudyFiles
import TestKit
import Testing

@Suite("study.yaml")
struct StudyFileTests {
    @Test("what is left out has the defaults of Study")
    func defaults() throws {
        let study = try StudyFile.parse("study: {id: tiny}")
        #expect(study == Study(identity: StudyIdentity(id: "tiny")))
    }

    @Test("a network's keys left out have the defaults of its kind", arguments: NetworkSettings.Kind.allCases)
    func networkDefaults(kind: NetworkSettings.Kind) throws {
        let study = try StudyFile.parse("study: {id: s}\nnetworks: {n: {kind: \(kind.rawValue)}}")
        let architecture: NetworkSettings.Architecture =
            switch kind {
            case .dcgan: .dcgan(.init())
            case .multistage: .multistage(.init())
            case .srcnn: .srcnn(.init())
            case .bicubic: .bicubic(.init())
            }
        #expect(study.networks == [NetworkSettings(name: "n", architecture: architecture)])
    }

    @Test("every key says what it says")
    func everyKey() throws {
        let study = try StudyFile.parse(
            """
            study: {id: all-keys, title: "すべて"}
            dataset: {source: a/b.tgz, count: 700, crop: 128, holdout: 100, seed: 9223372036854775807}
            networks:
              d: {kind: dcgan, size: 32, latent: 7, width: 8, upsampling: strided, batch: 600, epochs: 3,
                  learning_rate: 1e-4, seed: 2, checkpoint_every: 5}
              m: {kind: multistage, sizes: [32, 64, 128], latent: 9, width: 16, residual_blocks: 0}
              s: {kind: srcnn, size: 128, factor: 4, kernels: [9, 5, 5], maps: [8, 4], learning_rate: 1}
              b: {kind: bicubic, size: 256, factor: 4}
            methods: {X: {label: The X, chain: [d, s]}, Y: {chain: [m]}, Z: {}}
            conditions: {c: {methods: [X, Y], match_time_of: Y}, imported: {methods: [X, Z]}}
            pools: {images: 12, seed: 3}
            survey: {question: {ja-kansai: どや, en: Which?}, languages: [ja-kansai, en], trials: 4, catch: 3, repeats: 4, ties: true,
                     undo: false, min_view_ms: 250, consent: false}
            analysis:
              hypotheses:
                - X is liked better.
                - {name: speed, statement: "Y is no worse.", condition: c, method: Y, direction: greater}
                - {condition: imported, method: X, against: Z, direction: less}
              exclusions:
                incomplete: {planned: 0.2}
                failed_catch: {max_failed: 2, planned: 0.15}
                too_fast: {ms: 250, share: 0.25, planned: 0.02}
                straight_lining: {share: 0.9, min_votes: 12, planned: 0}
              stopping: {rule: e-value, alpha: 0.01, people: 90}
              level: 0.9
            """)
        #expect(study.identity == StudyIdentity(id: "all-keys", title: "すべて"))
        #expect(
            study.dataset
                == DatasetSettings(source: "a/b.tgz", count: 700, crop: 128, holdout: 100, seed: UInt64(Int64.max)))
        #expect(
            study.networks == [
                NetworkSettings(
                    name: "d",
                    architecture: .dcgan(DCGANSettings(size: 32, latent: 7, width: 8, upsampling: .strided)),
                    batch: 600,
                    epochs: 3, learningRate: 0.0001, seed: 2, checkpointEvery: 5),
                NetworkSettings(
                    name: "m",
                    architecture: .multistage(
                        MultistageSettings(sizes: [32, 64, 128], latent: 9, width: 16, residualBlocks: 0))),
                NetworkSettings(
                    name: "s",
                    architecture: .srcnn(SRCNNSettings(size: 128, factor: 4, kernels: [9, 5, 5], maps: [8, 4])),
                    learningRate: 1),
                NetworkSettings(name: "b", architecture: .bicubic(BicubicSettings(size: 256, factor: 4))),
            ])
        #expect(
            study.methods == [
                Method(name: "X", label: "The X", chain: ["d", "s"]), Method(name: "Y", chain: ["m"]),
                Method(name: "Z"),
            ])
        #expect(
            study.conditions == [
                Condition(name: "c", methods: ["X", "Y"], matchTimeOf: "Y"),
                Condition(name: "imported", methods: ["X", "Z"]),
            ])
        #expect(study.pools == PoolSettings(images: 12, seed: 3))
        #expect(
            study.survey
                == SurveySettings(
                    question: [.kansai: "どや", .english: "Which?"], languages: [.kansai, .english], trials: 4,
                    repeats: 4, catchTrials: 3,
                    ties: true,
                    undo: false, minimumViewMilliseconds: 250, consent: false))
        #expect(
            study.analysis
                == AnalysisSettings(
                    hypotheses: [
                        Hypothesis(name: "H1", statement: "X is liked better."),
                        Hypothesis(
                            name: "speed", statement: "Y is no worse.",
                            claim: .init(condition: "c", method: "Y", against: "X", direction: .greater)),
                        Hypothesis(
                            name: "H3",
                            claim: .init(condition: "imported", method: "X", against: "Z", direction: .less)),
                    ],
                    exclusions: ExclusionSettings(
                        incomplete: IncompleteRule(planned: 0.2),
                        failedCatch: FailedCatchRule(maxFailed: 2, planned: 0.15),
                        tooFast: TooFastRule(milliseconds: 250, share: 0.25, planned: 0.02),
                        straightLining: StraightLiningRule(share: 0.9, minVotes: 12, planned: 0)),
                    stopping: .eValue(alpha: 0.01, people: 90), level: 0.9))
    }

    @Test("a rule may be named alone, by true or by some of its keys; false is no rule")
    func rules() throws {
        func exclusions(_ yaml: String) throws -> ExclusionSettings {
            try StudyFile.parse("study: {id: s}\nanalysis: {exclusions: {\(yaml)}}").analysis.exclusions
        }
        #expect(try exclusions("too_fast: true") == ExclusionSettings(tooFast: TooFastRule()))
        #expect(try exclusions("too_fast: , incomplete: false") == ExclusionSettings(tooFast: TooFastRule()))
        #expect(try exclusions("too_fast: {}") == ExclusionSettings(tooFast: TooFastRule()))
        #expect(
            try exclusions("too_fast: {share: 0}, incomplete: true")
                == ExclusionSettings(incomplete: IncompleteRule(), tooFast: TooFastRule(share: 0)))
    }

    @Test("a claim about one of more than two methods is about all others, where it names none")
    func allOthers() throws {
        let study = try StudyFile.parse(
            """
            study: {id: s}
            methods: {A: {}, B: {}, C: {}}
            conditions: {c: {methods: [A, B, C]}}
            analysis: {hypotheses: [{method: B}], stopping: {people: 30}}
            """)
        #expect(study.analysis.hypotheses.map(\.claim) == [.init(condition: "c", method: "B", against: nil)])
        #expect(study.analysis.stopping == .fixed(people: 30))
    }

    @Test("blocks that are left empty, a byte order mark and Windows line ends do no harm")
    func harmless() throws {
        let study = try StudyFile.parse(
            "\u{FEFF}study:\r\n  id: s\r\ndataset:\r\n  crop:\r\nnetworks:\r\nmethods: ~\r\n")
        #expect(study == Study(identity: StudyIdentity(id: "s")))
    }

    @Test("all findings come at once, in the order of the file")
    func golden() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/many-findings.yaml")
        let error = #expect(throws: StudyFileError.self) { try StudyFile.read(file) }
        try expectGolden(error.map(\.description).map { $0 + "\n" } ?? "", "many-findings.txt")
    }

    @Test("a file that cannot be read says so")
    func unreadable() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.yaml")
            let error = #expect(throws: StudyFolderError.self) { try StudyFile.read(file) }
            #expect(error?.description.contains(file.path) == true)
        }
    }

    @Test("bytes that are no UTF-8 are found where they stand")
    func notUTF8() throws {
        let bytes = Data("study: {id: s}\n# caf".utf8) + [0xE9, 0x0A]
        let error = try #require(#expect(throws: StudyFileError.self) { try StudyFile.parse(bytes) })
        #expect(error.findings.map { [$0.line, $0.column] } == [[2, 6]])
    }
}

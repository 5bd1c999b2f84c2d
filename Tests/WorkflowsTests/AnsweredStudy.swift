import Answers
import Foundation
import Pairing
import Pictures
import Reports
import Study
import StudyFiles
import StudyStore
import TestKit
import Votes

@testable import Workflows

/// A study of imported images whose plan is frozen, and what commands make of it.
struct AnsweredStudy {
    let study: OpenStudy
    let plan: FrozenPlan

    private static let yaml = """
        study: {id: tiny, title: A tiny study}
        methods:
          A: {label: method A, chain: []}
          B: {label: method B, chain: []}
        conditions:
          one: {methods: [A, B]}
        survey: {trials: 4, repeats: 1, ties: true}
        analysis: {exclusions: {incomplete: {}, too_fast: {}, straight_lining: {}}}
        """

    /// Runs `body` with the study in a folder of its own.
    static func with(_ body: (AnsweredStudy) throws -> Void) throws {
        try withTemporaryFolder { folder in
            try Data((yaml + "\n").utf8).write(to: folder.appending(path: "study.yaml"))
            let study = try OpenStudy(try StudyFolder.at(folder), reporter: RecordingReporter())
            for method in ["A", "B"] {
                let draft = try study.store.beginImport(of: PoolKey(method: method, condition: "one"), images: 4)
                let images = try (0..<4).map { index in
                    let shade = UInt8(40 * index + (method == "A" ? 7 : 27))
                    return try PoolImage(
                        PixelBuffer(width: 8, height: 8, colour: RGB(shade, 0, 99)), index: index,
                        origin: .file(stem: "\(index)"))
                }
                try study.store.add(images, to: draft)
                try study.store.publish([draft])
            }
            let generations = try study.store.currentGenerations().map(\.generation)
            let plan = FrozenPlan(try makePlan(study: study.study, generations: generations, seats: 5, seed: 3))
            try study.freeze(plan, after: nil)
            try body(AnsweredStudy(study: study, plan: plan))
        }
    }

    /// The answer file of person `number`: each trial shown and answered.
    func answers(of number: Int) -> AnswerFile {
        func uuid(_ event: Int) -> String {
            let digits = String(number << 8 | event, radix: 16)
            return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        }
        let seat = plan.plan.seats[number % plan.plan.seats.count]
        let header = AnswerHeader(
            study: plan.plan.study, planHash: plan.hash, seat: seat.number, participant: "person \(number)",
            session: uuid(255),
            source: "link", language: "en", startedAt: "2026-01-05T10:00:00Z", front: "page", userAgentClass: "desktop",
            screen: "1280x800@1")
        var events = [AnswerEvent(id: uuid(0), milliseconds: 10, kind: .consent)]
        for (place, trial) in seat.trials.enumerated() {
            let time = 1000 * (place + 1)
            events.append(
                AnswerEvent(
                    id: uuid(2 * place + 1), milliseconds: time, kind: .shown, trial: trial.number, render: "img",
                    shownPixels: 256))
            events.append(
                AnswerEvent(
                    id: uuid(2 * place + 2), milliseconds: time + 700, kind: .vote, trial: trial.number,
                    choice: (number + place) % 3 == 0 ? .left : .right, responseMilliseconds: 700, render: "img",
                    shownPixels: 256))
        }
        events.append(AnswerEvent(id: uuid(200), milliseconds: 9000, kind: .finish))
        return AnswerFile(header: header, events: events)
    }

    /// Makes all of the votes that `analyze`, `report` and `votes export` do.
    ///
    /// - Returns: how many votes were exported.
    @discardableResult
    func analyse() throws -> Int {
        let reading = try OpenStudy(study.folder, reporter: study.reporter, readOnly: true)
        try Self.analyse(VoteSource(reading, withoutSimulated: false, people: .pseudonyms), study: reading)
        let votes = try reading.store.voteTable()
        for format in VoteExport.allCases { _ = format.write(votes.rows) { _ in } }
        return votes.count
    }

    /// Makes all of the votes of a source that `analyze` and `report` do.
    static func analyse(_ source: VoteSource, study: OpenStudy?) throws {
        let summary = try source.summary(resamples: 100)
        _ = summary.json.document + (try summary.terminalText(Templates.reportTexts(.english)))
        let formats = Set(ReportFormat.allCases)
        for language in [Language.english, .japanese] {
            let words = try Templates.reportTexts(language)
            let report = Report(
                title: source.title, provenance: source.provenance, summary: summary,
                tables: ConditionTable.tables(of: summary, runs: source.runs, labels: source.labels),
                words: words,
                contents: try ReportContents(source: source, study: study, summary: summary, words: words)
                    .contents(for: formats))
            _ = report.files(formats)
        }
    }
}

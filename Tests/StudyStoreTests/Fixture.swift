import Answers
import Crypto
import Foundation
import GRDB
import Pairing
import Study
import TestKit
import Votes

@testable import StudyStore

/// A small study on its way: photographs, runs, pools, a plan of two seats, on a real file.
struct Fixture {
    let folder: URL
    let store: StudyStore

    /// The hash of the plan, in the form in which the store at hand keeps it.
    static var planHash: String { form == .rows ? rowsHash : textsHash }
    /// The hash of the plan with ties.
    static let tiedHash = FrozenPlan(plan(ties: true)).hash
    static let earlierHash = FrozenPlan(plan(ties: true, rules: .earlier)).hash
    /// The hash of the plan with ties and two questions, `a` and `b`.
    static let askedHash = FrozenPlan(plan(ties: true, questions: questions)).hash
    static let questions = ["a", "b"].map { id in
        SurveyQuestion(id: id, text: [.english: "Which, \(id)?", .japanese: "\(id)？"])
    }
    static let time = Date(timeIntervalSince1970: 1_700_000_000)
    static let machine = TrainingMachine(device: "cpu", threads: 2, engine: "libtorch 1.13.1")
    static let conditions = ["equal-iterations", "equal-time"]

    /// Runs `body` with an empty store.
    static func withStore<Result>(_ body: (Fixture) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            try body(Fixture(folder: folder, store: try StudyStore(at: folder.appending(path: "study.sqlite"))))
        }
    }

    /// How a store keeps what a plan asks.
    enum PlanForm: CaseIterable {
        /// As texts, which the plan's hash was taken of.
        case texts
        /// As rows, as plans were kept before, with the hash of the whole.
        case rows
    }

    @TaskLocal private static var form = PlanForm.texts
    private static let textsHash = FrozenPlan(plan()).hash
    private static let rowsHash = {
        var hash = SHA256()
        var text = WholePlanText()
        let plan = Self.plan()
        hash.update(data: text.beginning(plan.generations))
        for seat in plan.seats { hash.update(data: text.bytes(of: seat, isFirst: seat.number == 1)) }
        // The settings of a fixture can be written.
        let survey = (try? Stored.json(plan.survey)) ?? ""
        hash.update(data: text.end(seed: plan.seed, study: plan.study, survey: survey))
        return hexadecimal(hash.finalize())
    }()

    /// Runs `body` with a store whose plan is frozen.
    static func withPlan<Result>(
        ties: Bool = false, questions: [SurveyQuestion]? = nil, form: PlanForm = .texts, rules: SessionRules = .current,
        _ body: (Fixture) throws -> Result
    ) throws -> Result {
        let bytes = try
            (rules == .earlier
            ? frozenEarlier
            : questions != nil ? frozenWithQuestions : ties ? frozenWithTies : form == .rows ? frozenAsRows : frozen)
            .get()
        return try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try bytes.write(to: file)
            return try $form.withValue(form) {
                try body(Fixture(folder: folder, store: try StudyStore(at: file)))
            }
        }
    }

    // Made once, since every commit waits for the disk.
    private static let frozen = Result { try freezing { try $0.freeze(FrozenPlan(plan()), at: time) } }
    private static let frozenWithTies = Result {
        try freezing { try $0.freeze(FrozenPlan(plan(ties: true)), at: time) }
    }
    private static let frozenWithQuestions = Result {
        try freezing { try $0.freeze(FrozenPlan(plan(ties: true, questions: questions)), at: time) }
    }
    private static let frozenEarlier = Result {
        try freezing { try $0.freeze(FrozenPlan(plan(ties: true, rules: .earlier)), at: time) }
    }
    private static let frozenAsRows = Result { try freezing { try freezeAsRows(plan(), $0) } }

    private static func freezing(_ freeze: (StudyStore) throws -> Void) throws -> Data {
        try withStore { fixture in
            try fixture.addPools()
            try freeze(fixture.store)
            try fixture.store.truncateLog()
            return try Data(contentsOf: fixture.store.file)
        }
    }

    /// Freezes `plan` with a row for each trial, as it was done before plans had heads.
    private static func freezeAsRows(_ plan: SurveyPlan, _ store: StudyStore) throws {
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO plan (hash, study, seed, survey, turn) VALUES (?, ?, ?, ?, 1)",
                arguments: [rowsHash, plan.study, Stored.seed(plan.seed), try Stored.json(plan.survey)])
            let keys = try plan.generations.map { try StudyStore.id(of: $0, db) }
            for (place, key) in keys.enumerated() {
                try db.execute(sql: "INSERT INTO planGeneration VALUES (?, ?, ?)", arguments: [rowsHash, place, key])
            }
            func key(_ entry: PoolEntry) -> Int64? {
                plan.generations.firstIndex { $0.pool == entry.pool }.map { keys[$0] }
            }
            for seat in plan.seats {
                try db.execute(sql: "INSERT INTO seat VALUES (?, ?)", arguments: [rowsHash, seat.number])
                for trial in seat.trials {
                    try db.execute(
                        sql: "INSERT INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        arguments: [
                            rowsHash, seat.number, trial.number, trial.kind.rawValue, trial.condition, key(trial.left),
                            trial.left.index, key(trial.right), trial.right.index, trial.repeatOf,
                        ])
                }
            }
            try db.execute(sql: "UPDATE plan SET frozenAt = ?", arguments: [Stored.time(time)])
        }
    }

    /// A second connection to the same file.
    func reopened(readOnly: Bool = false, patience: Double = 10) throws -> StudyStore {
        try StudyStore(at: store.file, readOnly: readOnly, patience: patience)
    }

    /// Runs `body` while another connection is in the middle of a change, which comes to nothing.
    func whileLocked(_ body: () throws -> Void) throws {
        try DatabaseQueue(path: store.file.path).inTransaction(.immediate) { _ in
            try body()
            return .rollback
        }
    }

    /// Something that looks like the SHA-256 of `text` and differs with it.
    static func hash(_ text: String) -> String {
        let hex = text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return hex + String(repeating: "0", count: 64 - hex.count)
    }

    /// A UUID that is `number`.
    static func uuid(_ number: Int, series: Int = 0) -> String {
        let digits = String(number, radix: 16)
        return "00000000-0000-4000-\(8000 + series)-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// An image that is not one, but has bytes of its own.
    static func image(_ index: Int, _ content: String, stem: String? = nil) -> PoolImage {
        PoolImage(
            index: index, origin: stem.map { .file(stem: $0) } ?? .latent(number: index, seed: 5),
            sha256: sha256(content), width: 128, height: 128, png: Data(content.utf8))
    }

    /// The SHA-256 of `text`.
    static func sha256(_ text: String) -> String { hexadecimal(SHA256.hash(data: Data(text.utf8))) }

    @discardableResult
    func addDataset(_ name: String = "lfw") throws -> DatasetRecord {
        try store.addDataset(
            source: name, crop: 160, seed: 3, manifestHash: Self.hash(name),
            photographs: (0..<4).map {
                Photograph(name: "\($0).jpg", sha256: Self.hash("\(name)\($0)"), isHeldOut: $0 == 3)
            },
            skipped: [SkippedPhotograph(name: "broken.jpg", reason: "is cut off")], at: Self.time)
    }

    /// A run of `network` with `epochs` epochs of `seconds` each, and a checkpoint after each of them.
    @discardableResult
    func addRun(
        _ settings: NetworkSettings, epochs: Int, seconds: Double
    ) throws -> (run: RunRecord, checkpoints: [CheckpointRecord]) {
        let run = try store.startRun(
            of: settings, dataset: try addDataset().id, on: Self.machine, at: Self.time)
        let checkpoints = try (1...epochs).map { epoch in
            try store.record(
                EpochFacts(number: epoch, seconds: seconds, images: 100, losses: ["generator": 1 / Double(epoch)]),
                of: run.id)
            return try store.addCheckpoint(
                of: run.id, epoch: epoch, seconds: seconds * Double(epoch), file: "runs/\(settings.name)/\(epoch)",
                sha256: Self.hash("\(settings.name)-\(run.number)-\(epoch)"), at: Self.time)
        }
        return (run, checkpoints)
    }

    static let faces128 = NetworkSettings(name: "faces128", architecture: .multistage(.init()))
    static let faces64 = NetworkSettings(name: "faces64", architecture: .dcgan(.init()))
    static let enlarge = NetworkSettings(name: "enlarge", architecture: .srcnn(.init()))

    /// Runs of the paper's three networks, and pools of four images of both methods under both conditions.
    func addPools() throws {
        let a = try addRun(Self.faces128, epochs: 6, seconds: 20).checkpoints
        let b = try addRun(Self.faces64, epochs: 6, seconds: 8).checkpoints
        let c = try addRun(Self.enlarge, epochs: 2, seconds: 11).checkpoints
        var drafts: [GenerationDraft] = []
        for condition in Self.conditions {
            let chains = [
                "A": [condition == "equal-time" ? a[3] : a[5]], "B": [b[5], c[1]],
            ]
            for (method, chain) in chains.sorted(by: { $0.key < $1.key }) {
                let draft = try store.beginGeneration(
                    of: PoolKey(method: method, condition: condition), checkpoints: chain.map(\.id), seed: 5,
                    images: 4, at: Self.time)
                try store.add((0..<4).map { Self.image($0, "\(method) \(condition) \($0)") }, to: draft)
                drafts.append(draft)
            }
        }
        try store.publish(drafts, at: Self.time)
    }

    /// Two seats of four trials (the last a repeat), over both conditions.
    static func plan(
        ties: Bool = false, questions: [SurveyQuestion]? = nil, seed: UInt64 = .max, rules: SessionRules = .current
    ) -> SurveyPlan {
        func entry(_ method: String, _ condition: String, _ index: Int) -> PoolEntry {
            PoolEntry(pool: PoolKey(method: method, condition: condition), generation: 1, index: index)
        }
        let generations = conditions.flatMap { condition in
            ["B", "A"].map {
                PoolGeneration(pool: PoolKey(method: $0, condition: condition), number: 1, count: 4)
            }
        }
        let seats = (1...2).map { seat in
            let main = (1...3).map { number in
                let condition = conditions[number % 2]
                return Trial(
                    number: number, condition: condition, left: entry("A", condition, number),
                    right: entry("B", condition, seat))
            }
            let again = Trial(
                number: 4, kind: .repeat, condition: main[0].condition, left: main[0].right, right: main[0].left,
                repeatOf: 1)
            return Seat(number: seat, trials: main + [again])
        }
        var survey = SurveySettings(
            question: questions == nil ? [.kansai: "どや"] : [:], questions: questions, trials: 3, ties: ties,
            completeShare: rules.completeShare)
        // Session lists have trials whose time is over.
        if ties { survey.usedView.limitMilliseconds = 60_000 }
        return SurveyPlan(study: "paper", seed: seed, survey: survey, generations: generations, seats: seats)
    }

    static func header(
        session: Int = 1, seat: Int = 1, participant: String? = "p1", source: String = "link",
        plan: String = planHash, startedAt: String = "2025-01-02T03:04:05+09:00"
    ) -> AnswerHeader {
        AnswerHeader(
            study: "paper", planHash: plan, seat: seat, participant: participant,
            session: uuid(session, series: 1), source: source, language: "ja", startedAt: startedAt, front: "page",
            userAgentClass: "desktop", screen: "1920x1080@1")
    }

    /// Consent, four trials shown and answered with `choices`, and the end; ids are unique by `session`.
    static func events(session: Int = 1, choices: [Choice] = [.left, .right, .left, .right]) -> [AnswerEvent] {
        var events = [AnswerEvent(id: uuid(session << 8), milliseconds: 10, kind: .consent)]
        for (index, choice) in choices.enumerated() {
            let trial = index + 1
            events.append(
                AnswerEvent(id: uuid(session << 8 | trial << 1), milliseconds: trial * 1000, kind: .shown, trial: trial)
            )
            events.append(
                AnswerEvent(
                    id: uuid(session << 8 | trial << 1 | 1), milliseconds: trial * 1000 + 700, kind: .vote,
                    trial: trial, choice: choice, responseMilliseconds: 700, render: "img", shownPixels: 256))
        }
        events.append(
            AnswerEvent(id: uuid(session << 8 | 0xFF), milliseconds: choices.count * 1000 + 1000, kind: .finish))
        return events
    }
}

extension StudyStore {
    /// The rows of ``voteTable(ofPlan:people:)``.
    func votes(ofPlan plan: String? = nil, people names: PeopleNames = .pseudonyms) throws -> [VoteRow] {
        Array(try voteTable(ofPlan: plan, people: names).rows)
    }

    /// Freezes what is asked of the answers to a plan, by itself.
    @discardableResult
    func freezeAnalysis(
        _ settings: AnalysisSettings, hash: String, ofPlan plan: String, at time: Date = .now
    ) throws -> Bool {
        try write { try Self.freezeAnalysis(settings, hash: hash, ofPlan: plan, at: time, $0) }
    }
}

extension Seat {
    /// Changes the pair of that number.
    mutating func change(_ number: Int, _ change: (inout Trial) -> Void) {
        guard var trial = items[number - 1].pair else { return }
        change(&trial)
        items[number - 1] = .pair(trial)
    }
}

extension SessionRules {
    /// Those of plans that are frozen now.
    static let current = SessionRules(SurveySettings())
}

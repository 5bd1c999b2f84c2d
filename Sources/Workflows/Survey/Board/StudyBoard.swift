import Analysis
import Answers
import Files
package import Foundation
import Pairing
import Preference
package import Reports
import Study
import StudyFiles
import StudyStore
import Votes

/// The board of a study under way. Who looks before the end sees no rates unless they ask for them; each opening is kept, and told
/// in the report.
package struct StudyBoard: Sendable {
    /// What is looked at: by a connection of its own, so that nobody who answers waits for who looks.
    private let study: OpenStudy
    /// What openings are kept in.
    private let store: StudyStore
    private let plan: PlanOutline
    private let showsRates: Bool

    /// For how many seconds somebody is under way of whom nothing was heard.
    private static let hold: TimeInterval = 3600

    /// The board of the plan in use.
    ///
    /// - Parameters:
    ///   - showsRates: whether rates are shown also before the study has ended.
    /// - Throws: ``Failure`` where there is no plan; `StudyStoreError`.
    package init(_ study: OpenStudy, showsRates: Bool = false) throws {
        plan = try study.planOutline()
        store = study.store
        // What is said of the votes once would be said at each look.
        self.study = OpenStudy(
            study.folder, planning: try Self.frozen(study, plan.hash),
            store: try StudyStore(at: study.folder.store, readOnly: true), reporter: SilentReporter())
        self.showsRates = showsRates
    }

    /// The study with the stopping rule that was frozen: one that was changed since may hide nothing less.
    private static func frozen(_ study: OpenStudy, _ plan: String) throws -> Study {
        var planned = study.study
        if let last = try study.store.analysisPlans(ofPlan: plan).last(where: \.isWhole) {
            planned.analysis.stopping = last.settings.stopping
        }
        return planned
    }

    /// Keeps that somebody opens the board, and shows it.
    ///
    /// - Throws: `StudyStoreError`, also where the store can only be read: then nobody looks.
    package func open(at time: Date = .now) throws -> Board {
        let board = try look(at: time)
        try store.noteBoardView(ofPlan: plan.hash, shows: board.scope, at: time)
        return board
    }

    /// Writes the board into `folder`, as a page and as data.
    ///
    /// - Returns: the paths of the files.
    /// - Throws: ``Failure`` where they cannot be written; as ``open(at:)``.
    package func export(to folder: URL, at time: Date = .now) throws -> [String] {
        let board = try open(at: time)
        let files = [("index.html", board.page), ("board.json", board.json.document)]
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try files.map { name, text in
                let file = folder.appending(path: name)
                try WholeFile.write(Data(text.utf8), to: file)
                return file.path
            }
        } catch {
            throw Failure(.cannotCreate, "the board cannot be written to \(folder.path): \(error)")
        }
    }

    /// What is on the board now.
    ///
    /// - Throws: `StudyStoreError`; ``Failure``.
    package func look(at time: Date = .now) throws -> Board {
        let source = try VoteSource(study, withoutSimulated: false, people: .pseudonyms)
        let summary = source.hasVotes ? try source.summary(resamples: 100) : nil
        let (people, devices, lastPairs) = Self.people(source.sessions, at: time)
        var board = Board(
            title: study.study.identity.title, plan: plan.hash, at: time, scope: .counts, people: people,
            seats: Self.seats(plan.seats, source.sessions), devices: devices, lastPairs: lastPairs,
            failedImages: try study.store.failedImages(ofPlan: plan.hash).map {
                FailedImages(condition: $0.condition, method: $0.method, images: $0.images)
            },
            timeouts: try study.store.timeouts(ofPlan: plan.hash), speed: Self.speed(source.votes, at: time),
            summary: summary, labels: source.labels)
        for refusal in try study.store.refusals(ofPlan: plan.hash) {
            if refusal.reason == AnswerEvent.declinedReason {
                board.people.declined += refusal.people
            } else {
                board.people.screenedOut += refusal.people
            }
        }
        let rule = study.study.analysis.stopping
        board.scope = BoardScope(under: rule, hasEnded: Self.hasEnded(summary, rule), isForced: showsRates)
        return board
    }

    /// Whether the rule says that the study has ended: as many people as planned finished, or no pair of methods needs more.
    private static func hasEnded(_ summary: AnalysisSummary?, _ rule: StoppingRule?) -> Bool {
        guard let summary, let rule, let stopping = summary.stopping else { return false }
        if let planned = rule.people, stopping.reached >= planned { return true }
        let pairs = summary.rates.filter { $0.against != nil }
        return rule.kind == .eValue && !pairs.isEmpty
            && pairs.allSatisfy { row in row.sequential.value.map { $0.advice != .goOn } ?? false }
    }

    /// When something was last heard of somebody.
    private static func seen(_ record: SessionRecord) -> Date {
        // The times of answers that came as they were given are those of the collector, whatever the person's clock says.
        let isSent = record.importedFrom == nil
        let started =
            (isSent ? record.receivedAt : nil)
            ?? Timestamp.milliseconds(record.header.startedAt).map { Date(timeIntervalSince1970: Double($0) / 1000) }
        return (started ?? .distantPast) + Double(record.lastMilliseconds ?? 0) / 1000
    }

    private static func people(
        _ sessions: [SessionRecord], at time: Date
    ) -> (Board.People, [Board.Device], [Board.LastPair]) {
        var people = Board.People()
        var devices: [String: Board.Device] = [:]
        var lastPairs: [Int: Int] = [:]
        for record in sessions {
            let device = record.header.userAgentClass ?? record.header.front
            devices[device, default: .init(name: device)].began += 1
            if record.header.isSimulated { people.simulated += 1 }
            if record.isComplete {
                people.finished += 1
                devices[device]?.finished += 1
            } else if time.timeIntervalSince(seen(record)) < hold {
                people.underWay += 1
            } else {
                people.left += 1
                devices[device]?.left += 1
                lastPairs[record.votes, default: 0] += 1
            }
        }
        return (
            people, devices.values.sorted { $0.name < $1.name },
            lastPairs.sorted { $0.key < $1.key }.map { .init(answered: $0.key, people: $0.value) }
        )
    }

    private static func seats(_ count: Int, _ sessions: [SessionRecord]) -> Board.Seats {
        let finished = sessions.filter(\.isComplete).reduce(into: [Int: Int]()) { $0[$1.header.seat, default: 0] += 1 }
        return Board.Seats(count: count, unfinished: count - finished.count, most: finished.values.max() ?? 0)
    }

    private static func speed(_ votes: VoteTable, at time: Date) -> Board.Speed {
        var speed = Board.Speed()
        // Of the votes that are counted: no repeats, catch trials and checks.
        let rows = votes.kind.indices.filter { votes.kind[$0] == .main }
        let times = rows.map { votes.responseMilliseconds[$0] }.filter { $0 >= 0 }.sorted()
        speed.medianMilliseconds = times.isEmpty ? nil : times[times.count / 2]
        let shown = rows.map { votes.shownAt[$0] }.filter { $0 != VoteTable.noTime }
            .map { Date(timeIntervalSince1970: Double($0) / 1000) }
        speed.latest = shown.max()
        speed.votesOfLastHour = shown.count { time.timeIntervalSince($0) < hold && $0 <= time }
        return speed
    }
}

/// Says nothing: what looks again and again would say the same again.
private struct SilentReporter: Reporter {
    func say(_: String) {}
    func note(_: String) {}
    func progress(_: String) -> any WorkProgress { Silence() }
    var isStopped: Bool { false }

    private struct Silence: WorkProgress {
        func show(done _: Int, total _: Int, _: @autoclosure () -> [String]?) {}
        func finish(_: String) {}
        func clear() {}
    }
}

import Analysis
import Foundation
import Pictures
import Preference
import Reports
import Study
import StudyStore
import Votes

/// Gathers what a report shows beside the analysis: from the votes, and from the study where there is one.
struct ReportContents {
    let source: VoteSource
    let study: OpenStudy?
    let summary: AnalysisSummary
    let words: ReportTexts

    /// Images of a pool in its grid of samples, and of those in a row.
    private static let (samples, columns) = (12, 6)

    /// What the formats need: pictures for a page alone.
    ///
    /// - Throws: `StudyStoreError`, `PictureError`.
    func contents(for formats: Set<ReportFormat>) throws -> PageContents {
        guard !formats.isDisjoint(with: [.html, .markdown]) else { return PageContents() }
        let shown = formats.contains(.html) ? study : nil
        let people = source.votes.people.names.count
        return PageContents(
            labels: source.labels, people: people == 0 ? nil : people,
            notices: [
                source.drift?.notice(words), words.unreadableNotice(source.unreadable),
                words.interimNotice(summary.stopping), words.otherPlansNotice(summary.votes),
            ].compactMap(\.self),
            times: ResponseTimes.all(
                of: source.votes, tooFastMilliseconds: source.settings.exclusions.tooFast?.milliseconds),
            pictures: try shown.map(pictures) ?? [:], samples: try shown.map(sheets) ?? [],
            failedImages: try failedImages(), timeouts: try timeouts(), boardViews: try boardViews(),
            answers: try answers(),
            refusals: try refusals(),
            methods: try MethodsFacts(source, study, summary))
    }

    /// The images that people of the plan could not be shown.
    private func failedImages() throws -> [FailedImages] {
        guard let study, let plan = source.provenance.planHash else { return [] }
        return try study.store.failedImages(ofPlan: plan).map {
            FailedImages(condition: $0.condition, method: $0.method, images: $0.images)
        }
    }

    private func boardViews() throws -> BoardViews {
        guard let study, let plan = source.provenance.planHash else { return BoardViews() }
        let views = try study.store.boardViews(ofPlan: plan)
        return BoardViews(all: views.count, withRates: views.count { $0.shows == .rates })
    }

    private func timeouts() throws -> Int {
        guard let study, let plan = source.provenance.planHash else { return 0 }
        return try study.store.timeouts(ofPlan: plan)
    }

    /// What people answered about themselves in sessions with votes that count, in the words of the report's language or of the study's
    /// first.
    private func answers() throws -> [QuestionAnswers] {
        guard let study, let plan = source.provenance.planHash else { return [] }
        let survey = try study.planOutline().survey
        guard survey.asksPeople else { return [] }
        let language = survey.languages.contains(words.language) ? words.language : nil
        let votes = source.votes
        let counted = Set(votes.session.indices.filter(votes.counts).map { votes.session[$0] })
        let names = Set(counted.compactMap { votes.sessions[$0] })
        let sessions = try study.store.namedSessions(ofPlan: plan, people: .pseudonyms)
            .filter { names.contains($0.session) }.map(\.record.answers)
        return (survey.before + survey.after).map {
            QuestionAnswers($0, in: language ?? survey.languages.first ?? .english, sessions)
        }
    }

    private func refusals() throws -> [Refusals] {
        guard let study, let plan = source.provenance.planHash else { return [] }
        var people: [String: Int] = [:]
        for refusal in try study.store.refusals(ofPlan: plan) { people[refusal.reason, default: 0] += refusal.people }
        return people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            Refusals(reason: $0.key, people: $0.value)
        }
    }

    /// The pictures of the images that the page shows.
    private func pictures(_ study: OpenStudy) throws -> [String: PagePicture] {
        let names = Set(ReportPage.imageNames(of: summary))
        var pictures: [String: PagePicture] = [:]
        for record in try generations(study) {
            for index in 0..<record.generation.count {
                let entry = PoolEntry(
                    pool: record.generation.pool, generation: record.generation.number, index: index)
                guard names.contains(entry.name), let png = try image(entry, of: study) else { continue }
                let picture = try PixelBuffer(decoding: png, name: entry.name)
                pictures[entry.name] = PagePicture(png: png, width: picture.width, height: picture.height)
            }
        }
        return pictures
    }

    /// A grid of the first images of each pool.
    private func sheets(_ study: OpenStudy) throws -> [SampleSheet] {
        try generations(study).compactMap { record in
            let generation = record.generation
            let pictures = try (0..<min(Self.samples, generation.count)).compactMap { index in
                let entry = PoolEntry(pool: generation.pool, generation: generation.number, index: index)
                return try image(entry, of: study).map { try PixelBuffer(decoding: $0, name: entry.name) }
            }
            guard !pictures.isEmpty else { return nil }
            let grid = PixelBuffer.grid(pictures, columns: Self.columns)
            return SampleSheet(
                method: generation.pool.method, condition: generation.pool.condition,
                picture: PagePicture(png: try grid.pngBytes(), width: grid.width, height: grid.height))
        }
    }

    /// The PNG of an image; nil where it or its generation is damaged, which is said and stops no report.
    private func image(_ entry: PoolEntry, of study: OpenStudy) throws -> [UInt8]? {
        do {
            return Array(try study.store.image(entry))
        } catch StudyStoreError.damagedImage {
            study.reporter.note(
                "the image \(entry.name) is damaged, so the report does not show it; `dotchi doctor` names every "
                    + "damaged one.")
            return nil
        } catch StudyStoreError.damagedGeneration, StudyStoreError.notFound {
            // Said by ``OpenStudy/comparedGenerations(ofPlan:)``.
            return nil
        }
    }

    private func generations(_ study: OpenStudy) throws -> [GenerationRecord] {
        try source.provenance.planHash.map { try study.store.generations(ofPlan: $0) } ?? []
    }
}

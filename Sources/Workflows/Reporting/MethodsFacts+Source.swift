import Analysis
import Answers
import Preference
import Reports
import Study
import StudyFiles
import StudyStore
import Votes

extension MethodsFacts {
    /// What is known of how the votes were won: from themselves, and from the study where there is one.
    ///
    /// - Throws: `StudyStoreError`.
    init(_ source: VoteSource, _ study: OpenStudy?, _ summary: AnalysisSummary) throws {
        let plan = try study?.planOutline()
        let headers = source.sessions.map(\.header)
        func tallies(_ name: (AnswerHeader) -> String?) -> [Tally] {
            Dictionary(grouping: headers.compactMap(name)) { $0 }.map { Tally($0.key, $0.value.count) }
        }
        let (first, last) = (source.provenance.firstAnswer, source.provenance.lastAnswer)
        let resamples = summary.rates.lazy.compactMap { try? $0.bootstrap.get() }.first
        self.init(
            people: People(
                counted: Self.namesNobody(summary, source) ? nil : summary.votes.participants,
                began: study.map { _ in Set(source.sessions.map(\.person)).count }, votes: summary.votes.counted,
                nameless: source.votes.namelessVotes,
                simulation: summary.simulation,
                days: first.flatMap { first in last.map { String(first.prefix(10))...String($0.prefix(10)) } },
                sources: tallies(\.source), languages: tallies(\.language)),
            viewing: Viewing(
                fronts: tallies(\.front), devices: tallies(\.userAgentClass), screens: tallies(\.screen),
                renders: source.shown.renders, shownPixels: source.shown.pixels,
                minimumViewMilliseconds: plan.map { Self.wait(under: $0.survey, source.votes) }),
            content: try study.map { try Content($0, plan) } ?? Content(),
            design: plan.map { plan in
                Design(plan, study?.study, languages: Set(headers.map(\.language))) { language in
                    (try? study.map { try ParticipantTexts($0).texts(language, of: plan) })?[.question]
                }
            } ?? Design(),
            screening: Screening(
                exclusions: study.map { _ in source.settings.exclusions }, funnel: summary.funnel,
                plan: source.drift.flatMap(Screening.AnalysisPlan.init)),
            analysis: Estimation(
                level: summary.level, unit: Self.unit(summary), models: Self.models(summary),
                resampling: resamples.map { .init(count: $0.resamples, seed: $0.seed) },
                stopping: source.settings.stopping, progress: summary.stopping, version: Version.current),
            rawVotes: source.file)
        screening.otherPlans = summary.votes.otherPlans
        if let study, let plan {
            design.refused = try study.store.refusals(ofPlan: plan.hash).reduce(0) { $0 + $1.people }
        }
        people.areAsked = plan?.survey.asksPeople == true
        viewing.settings = plan.map(\.survey.usedView)
        (viewing.layouts, viewing.surrounds) = (source.shown.layouts, source.shown.surrounds)
    }

    /// For how many milliseconds images were in view before answers were taken. Of a plan that was frozen before there was a
    /// least response time, votes may be quicker than it.
    private static func wait(under survey: SurveySettings, _ votes: VoteTable) -> Int {
        let quickest = votes.responseMilliseconds.lazy.filter { $0 != VoteColumn.responseMilliseconds.unknown }.min()
        let keeps = quickest.map { $0 >= survey.minimumResponseMilliseconds } ?? true
        return keeps
            ? max(survey.minimumViewMilliseconds, survey.minimumResponseMilliseconds) : survey.minimumViewMilliseconds
    }

    /// Whether there are votes that count, in a table, and none of them says who gave it.
    private static func namesNobody(_ summary: AnalysisSummary, _ source: VoteSource) -> Bool {
        source.table != nil && summary.votes.counted > 0 && summary.votes.participants == 0
    }

    /// What the rates that there are take as the unit.
    private static func unit(_ summary: AnalysisSummary) -> Unit {
        let rates = summary.rates.filter { (try? $0.rate.get()) != nil }
        let named = rates.filter { $0.participants > 0 }
        if rates.isEmpty { return .noRate }
        if named.isEmpty { return .vote }
        if !named.contains(where: { (try? $0.clustered.get()) != nil }) { return .personNotEstimated }
        return named.count == rates.count ? .person : .personWhereNamed
    }

    /// The models that gave numbers.
    private static func models(_ summary: AnalysisSummary) -> Set<Model> {
        var models: Set<Model> = []
        if summary.bradleyTerry.contains(where: { (try? $0.estimate.get()) != nil }) { models.insert(.bradleyTerry) }
        if summary.davidson.contains(where: { (try? $0.fit.get()) != nil }) { models.insert(.davidson) }
        if summary.thurstone.contains(where: { (try? $0.fit.get()) != nil }) { models.insert(.thurstone) }
        if summary.rates.contains(where: { (try? $0.mixed.get()) != nil }) { models.insert(.mixed) }
        if summary.rates.contains(where: { (try? $0.sequential.get()) != nil }) { models.insert(.sequential) }
        return models
    }
}

extension MethodsFacts.Content {
    /// The pools of a plan, and what their generators learned from.
    fileprivate init(_ study: OpenStudy, _ plan: PlanOutline?) throws {
        let records = try plan.map { try study.store.generations(ofPlan: $0.hash) } ?? []
        let labels = study.study.methods.labels
        var latents: [String: [LatentVectors?]] = [:]
        let pools = try records.map { record in
            let pool = record.generation.pool
            let images: [EntryRecord]
            do {
                images = try study.store.entries(of: record.generation)
            } catch StudyStoreError.damagedGeneration, StudyStoreError.notFound {
                // Said by ``OpenStudy/comparedGenerations(ofPlan:)``.
                images = []
            }
            let isIntact = !images.isEmpty
            let sides = Set(images.map { "\($0.width)x\($0.height)" })
            let chain = study.study.methods.first { $0.name == pool.method }?.chain ?? []
            let settings = chain.compactMap { study.study.network(named: $0) }
            let networks = settings.map(\.summary)
            let length = record.recipe == nil ? nil : settings.first?.latent
            latents[pool.condition, default: []].append(
                length.map { LatentVectors(length: $0, origins: images.map(\.origin)) })
            return MethodsFacts.Pool(
                method: labels[pool.method] ?? pool.method, condition: pool.condition,
                generator: record.recipe == nil || networks.isEmpty ? nil : networks.joined(separator: ", "),
                images: record.generation.count, size: isIntact ? sides.sorted().joined(separator: ", ") : nil,
                epochs: isIntact ? record.epochs : [],
                seconds: isIntact ? record.trainingSeconds : nil)
        }
        // What networks that came with files learned from is not in the study.
        let shipped = try study.store.shippedNetworks()
        let made = Set(records.filter { $0.recipe != nil }.map(\.generation.pool.method))
        let chains = study.study.methods.filter { made.contains($0.name) }.flatMap(\.chain)
        let isTrained = !made.isEmpty && shipped.isDisjoint(with: chains)
        self.init(
            pools: pools,
            photographs: isTrained ? study.study.dataset : nil,
            sharesLatents: latents.values.contains { $0.count > 1 }
                && latents.values.allSatisfy { Set($0).count == 1 && $0[0] != nil })
    }

    /// What the images of a pool were made of, by their indices.
    private struct LatentVectors: Hashable {
        let length: Int
        let origins: [PoolImage.Origin]
    }
}

extension MethodsFacts.Screening.AnalysisPlan {
    /// What a report says of today's plan and what was frozen; nil where the record of that is damaged.
    fileprivate init?(_ drift: AnalysisDrift) {
        switch drift.kind {
        case .damaged: return nil
        case .changedAfterFirstVote: self = .changed
        case .frozenAfterFirstVote: self = .frozenLate
        case .neverFrozen: self = .notFrozen
        case .unchanged, .changedBeforeFirstVote: self = drift.frozenAt == nil ? .notFrozen : .kept
        }
    }
}

extension MethodsFacts.Design {
    /// What a plan asks, in these languages; `builtIn` is the question where the study words none.
    fileprivate init(
        _ plan: PlanOutline, _ study: Study?, languages: Set<String>, builtIn: (Language) -> String?
    ) {
        let survey = plan.survey
        let pairs = study?.conditions.reduce(0) { $0 + $1.methods.count * ($1.methods.count - 1) / 2 }
        self.init(
            question: Self.questions(survey, in: languages, builtIn),
            questions: survey.questionIDs.map { id in
                MethodsFacts.Asked(
                    id: id, text: Self.questions(survey, id, in: languages) { _ in nil },
                    isPrimary: id == survey.primaryQuestion)
            }, scale: survey.scale, undo: survey.undo,
            consent: survey.consent,
            trialsPerPair: survey.trials, completeShare: survey.partlyComplete, pairs: pairs,
            pairing: survey.usedPairing,
            repeats: survey.repeats, catchTrials: survey.catchTrials,
            sides: .init(trials: survey.trials), seats: plan.seats, planHash: plan.hash)
        let language = survey.languages.first ?? .english
        before = survey.before.map { $0.text[language] ?? $0.id }
        after = survey.after.map { $0.text[language] ?? $0.id }
        admit = survey.admit
        besides = survey.besides
        context = survey.usedContext
    }

    /// The study's own words, else those that come with dotchi, where they are to be found.
    private static func questions(
        _ survey: SurveySettings, _ id: String? = nil, in languages: Set<String>, _ builtIn: (Language) -> String?
    ) -> [Language: String] {
        let asked = survey.languages.filter { languages.contains($0.rawValue) }
        return (asked.isEmpty ? survey.languages : asked).reduce(into: [:]) { questions, language in
            questions[language] = survey.wording(of: id, in: language) ?? builtIn(language)
        }
    }
}

extension NetworkSettings {
    /// Components of the latent vector that it makes images of; nil where it enlarges them.
    fileprivate var latent: Int? {
        switch architecture {
        case .dcgan(let settings): settings.latent
        case .multistage(let settings): settings.latent
        case .srcnn, .bicubic: nil
        }
    }

    /// What the network is, in a few words: `dcgan (size 64, latent 100, width 64, upsampling nearest)`.
    fileprivate var summary: String {
        let kind = architecture.kind.rawValue
        return "\(kind) (\(architecture.listing.map { "\($0.key) \($0.value)" }.joined(separator: ", ")))"
    }
}

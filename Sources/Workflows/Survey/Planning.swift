import Files
import Logging
import Pairing
package import Study
import StudyStore

/// Makes and freezes who is asked what.
package struct Planning {
    private let study: OpenStudy

    /// The planning of `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Makes a plan of the current pools, or takes an earlier one again, and freezes it.
    ///
    /// - Parameters:
    ///   - seats: nil for as many as in the plan in use, or 200.
    ///   - seed: nil for that of the plan in use, or a random one.
    ///   - earlier: the hash of an earlier plan to be used again, or how that begins.
    /// - Returns: the plan, with its hash.
    /// - Throws: ``Failure`` where there is no such plan; `PairingError`, `StudyStoreError`.
    @discardableResult
    package func run(seats: Int? = nil, seed: UInt64? = nil, again earlier: String? = nil) throws -> FrozenPlan {
        let locks = try study.locks(for: [.plan], waiting: true)
        defer { withExtendedLifetime(locks) {} }
        let current = try study.store.currentOutline()
        let texts = earlier == nil ? try ParticipantTexts(study).today() : [:]
        let plan = try earlier.map(frozen) ?? made(seats, seed, texts, after: current)
        if let current, current.hash != plan.hash {
            let answered = try study.store.sessionCount(ofPlan: current.hash)
            if answered > 0 {
                study.reporter.note(
                    "the plan changes; \(answered.counted("session")) answered the earlier one and \(answered.word("stays", "stay")) with it, and what is "
                        + "analysed and reported is the new one. `dotchi survey plan --again \(current.hash.prefix(12))` goes back."
                )
            }
        }
        if earlier == nil {
            for remark in try PoolRemarks(study).all() { study.reporter.note(remark) }
            try sayItems(of: plan.plan)
            for note in try sideNotes(on: plan.plan) { study.reporter.note(note) }
        }
        if let note = study.study.labelNote { study.reporter.note(note) }
        if let current, let note = try consentNote(since: current, texts) { study.reporter.note(note) }
        HoldPoint.reached("survey plan: before freezing")
        let isNew = try study.freeze(plan, texts: texts.values.map(\.json), after: current?.hash)
        if !isNew, current?.hash == plan.hash {
            study.reporter.say("unchanged: plan \(plan.hash.prefix(12)) is in use already")
        }
        HoldPoint.reached("survey plan: frozen")
        return plan
    }

    /// Says where another text is to be agreed to under the name that the plan before had; nil where it is not.
    private func consentNote(since current: PlanOutline, _ texts: [Language: ParticipantTexts.File]) throws -> String? {
        guard let version = study.study.survey.consent.version, current.survey.consent.version == version else {
            return nil
        }
        let changed = try texts.filter { language, file in
            guard let hash = current.texts[language], let kept = try study.store.languageText(hash),
                let before = SurveyTexts(frozen: kept, today: file.texts)
            else { return false }
            return before.consent(on: .page, of: current.survey)
                != file.texts.consent(on: .page, of: study.study.survey)
        }.keys.map(\.rawValue).sorted()
        guard !changed.isEmpty else { return nil }
        return
            "what people agree to changed in \(changed.list), but survey.consent.version is still “\(version)”: two texts "
            + "have one name."
    }

    private func made(
        _ seats: Int?, _ seed: UInt64?, _ texts: [Language: ParticipantTexts.File], after current: PlanOutline?
    ) throws -> FrozenPlan {
        var generations = try study.study.conditions.flatMap(\.pools).compactMap { pool in
            try study.store.currentGeneration(of: pool)?.generation
        }
        let items = try ItemRemarks.items(of: generations, in: study)
        let question = ItemRemarks(study.study, items).question
        // Plans that were frozen without being asked stay as they are.
        if let question, current == nil { throw question }
        // Not 1, which anybody would guess: from seed, study.yaml and the sizes of the pools follow pairs, sides and key.
        let seed = seed ?? current?.seed ?? .random(in: 0 ... .max)
        if let copies = ruinedCopies(for: study.study, of: generations, seed: seed), copies.areEnough {
            generations.append(try study.ruinedCopies(of: copies.original, images: copies.images))
        }
        let plan = try makePlan(
            study: study.study, generations: generations, seats: seats ?? current?.seats ?? 200, seed: seed,
            items: items,
            texts: texts.mapValues(\.sha256))
        let earlier = try frozenAlready(plan)
        if let question, earlier == nil { throw question }
        if earlier == nil, let fault = try contextFault(of: generations, items) { throw fault }
        if let fault = study.study.survey.questionFault, earlier == nil {
            throw Failure(.badData, "study.yaml: \(fault).")
        }
        let frozen = earlier ?? FrozenPlan(plan)
        log.debug(
            "plan \(frozen.hash.prefix(12)) made", metadata: ["seats": "\(plan.seats.count)", "seed": "\(seed)"])
        return frozen
    }

    /// Why the text or reference that study.yaml wants cannot be shown with each pair; nil where it can, or wants none.
    private func contextFault(of generations: [PoolGeneration], _ items: PoolItems) throws -> Failure? {
        guard study.study.survey.usedContext != .none else { return nil }
        let own = generations.filter { !$0.pool.isRuined }
        return try ItemRemarks(study.study, items).contextFault(ItemRemarks.contexts(of: own, in: study))
    }

    /// Says what meets in `plan`, where images meet by item.
    private func sayItems(of plan: SurveyPlan) throws {
        guard plan.survey.usedPairing == .item else { return }
        let generations = plan.generations.filter { !$0.pool.isRuined }
        let remarks = ItemRemarks(study.study, try ItemRemarks.items(of: generations, in: study))
        for line in remarks.lines(on: plan) { study.reporter.say(line) }
        let disagreement = try remarks.disagreement(ItemRemarks.contexts(of: generations, in: study))
        for note in remarks.notes(on: plan) + [disagreement].compactMap(\.self) { study.reporter.note(note) }
    }

    /// What to know of practice, checks and breaks of `plan`.
    private func sideNotes(on plan: SurveyPlan) throws -> [String] {
        let besides = plan.survey.besides
        let generations = plan.generations.filter { !$0.pool.isRuined }
        let items = plan.survey.usedPairing == .item ? try ItemRemarks.items(of: generations, in: study) : nil
        let reused = ReusedImages(in: plan, items: items).map { reused in
            "there are too few \(items == nil ? "images" : "items") for practice and checks of their own: in "
                + "\(reused.seats) of \(plan.seats.count.counted("seat")) such a pair shows \(items == nil ? "an image" : "an item") that the "
                + "person meets in another pair too (\(reused.pools.map(\.name).list)). More images, or fewer pairs, avoid that."
        }
        let pairs = plan.seats.first?.trials.count ?? 0
        let breaks =
            besides.breaks >= pairs && besides.breaks > 0
            ? "survey.breaks offers a break after \(besides.breaks.counted("pair")) each, but a person has \(pairs): no break comes."
            : nil
        let unused = [ExitReason.failedChecks, .full].filter { plan.survey.exit[$0] != nil }
        let exits =
            plan.survey.submit.isSent || unused.isEmpty
            ? nil
            : "survey.exit has \(unused.map(\.rawValue).list), which only a collector can give people (survey.submit): nobody is sent "
                + "there."
        return [reused, breaks, exits].compactMap(\.self)
    }

    /// The frozen plan that says what `plan` says, whatever rule named it: its answers stay with it. One that was frozen before
    /// texts were recorded may have had any.
    private func frozenAlready(_ plan: SurveyPlan) throws -> FrozenPlan? {
        for summary in try study.store.plans().reversed()
        where summary.seed == plan.seed && summary.seats == plan.seats.count {
            do {
                guard let earlier = try study.store.plan(summary.hash)?.frozen else { continue }
                var same = plan
                same.survey = plan.survey.compared(with: earlier.plan.survey)
                if case .whole = earlier.hashed { same.texts = [:] }
                if earlier.plan == same { return earlier }
            } catch StudyStoreError.damagedPlan, StudyStoreError.refused, StudyStoreError.unreadableRow {
                // It cannot be said to be the same; `doctor` names what is wrong with it.
            }
        }
        return nil
    }

    private func frozen(_ beginning: String) throws -> FrozenPlan {
        let hashes = try study.store.plans().map(\.hash).filter { $0.hasPrefix(beginning.lowercased()) }
        guard hashes.count <= 1 else {
            let names = hashes.map { String($0.prefix(12)) }
            throw Failure(
                .usage, "the hashes of several plans begin with “\(beginning)”: \(names.list). Give more of one.")
        }
        guard let hash = hashes.first, let record = try study.store.plan(hash) else {
            throw Failure(
                .noInput, "this study never froze a plan “\(beginning)”; `dotchi survey list` names those it has.")
        }
        return record.frozen
    }
}

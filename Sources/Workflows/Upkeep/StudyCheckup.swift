import Foundation
import Pairing
import Study
package import StudyFiles
import StudyStore

/// Looks whether a study is as it was recorded: its store, images, plans, checkpoints and pools, and what killed commands
/// left in it.
package struct StudyCheckup {
    /// Where the study is.
    let folder: StudyFolder
    /// Whether what was left is removed.
    let isCleaning: Bool
    /// Who hears how far the reading is.
    let reporter: any Reporter

    /// A checkup of the study in `folder`.
    ///
    /// - Parameter isCleaning: whether what killed commands left is removed, and the store made smaller.
    package init(_ folder: StudyFolder, cleaning isCleaning: Bool, reporter: any Reporter) {
        self.folder = folder
        self.isCleaning = isCleaning
        self.reporter = reporter
    }

    /// What is found, in the order in which it is looked at.
    package func findings() -> [CheckupFinding] {
        do {
            let plan = try folder.study()
            guard FileManager.default.fileExists(atPath: folder.store.path) else {
                return [CheckupFinding(text: "study: “\(plan.identity.title)”, nothing done yet (\(folder.root.path))")]
            }
            let (study, upToDate) = try opened()
            let isWritable: Bool
            do {
                isWritable = try checkStore(of: study)
            } catch {
                // What of the answers it costs is known all the same, where they can be read at all.
                return upToDate + [.broken(error)] + ((try? unreadable(in: study)) ?? [])
            }
            let runs = try study.store.runs()
            let facts = "\(runs.count.counted("run")), \(try study.store.sessionCount().counted("session"))"
            let well = CheckupFinding(text: "study: “\(plan.identity.title)”, \(facts) (\(folder.root.path))")
            let readOnly = CheckupFinding(
                mark: .note, text: "study: study.sqlite can only be read here, so not all of its structure was checked"
            )
            // What one of them cannot read keeps no other from being looked at.
            var findings =
                [well] + upToDate + part("answers") { try unreadable(in: study) } + part("runs") { try rows(of: study) }
            findings += part("plans") { try plans(in: study) } + (isWritable ? [] : [readOnly])
            findings += part("pools") { try generations(of: study) } + part("images") { try images(of: study) }
            findings += part("checkpoints") { try checkpoints(of: runs.filter(\.isCurrent), in: study) }
            findings += part("pools") {
                try PoolRemarks(study).all(withDamage: false).map { CheckupFinding(mark: .note, text: "pools: \($0)") }
            }
            findings += part("answers") {
                try study.reportedImagesNote().map { [CheckupFinding(mark: .note, text: "answers: \($0)")] } ?? []
            }
            findings += study.study.labelNote.map { [CheckupFinding(mark: .note, text: "methods: \($0)")] } ?? []
            if let fault = plan.survey.questionFault {
                findings.append(CheckupFinding(mark: .note, text: "study.yaml: \(fault)"))
            }
            findings += part("plan") { try drift(of: study) } + part("analysis") { try analysisDrift(of: study) }
            findings += report()
            return findings + part("leftovers") { try leftovers(in: study, isWritable: isWritable) }
        } catch {
            return [.broken(error)]
        }
    }

    /// The study, to be read; when cleaning, one of an older dotchi is brought up to date before.
    private func opened() throws -> (study: OpenStudy, upToDate: [CheckupFinding]) {
        do {
            return (try OpenStudy(folder, reporter: reporter, readOnly: true), [])
        } catch StudyStoreError.olderSchema where isCleaning {
            _ = try OpenStudy(folder, reporter: reporter)
            return (
                try OpenStudy(folder, reporter: reporter, readOnly: true),
                [CheckupFinding(text: "study: study.sqlite was written by an older dotchi, and is up to date now")]
            )
        }
    }

    /// What is found of `what`, or why that cannot be looked at.
    private func part(_ what: String, _ find: () throws -> [CheckupFinding]) -> [CheckupFinding] {
        do {
            return try find()
        } catch {
            return [.broken(error, what: what)]
        }
    }

    /// A report that a killed command did not write to its end.
    private func report() -> [CheckupFinding] {
        guard ReportFolder(place: folder.root.appending(path: "report")).isMarked else { return [] }
        return [
            CheckupFinding(
                mark: .note, text: "report: its files may be of two reports; `dotchi report` writes all of them again")
        ]
    }

    /// Runs and generations whose rows cannot be read.
    private func rows(of study: OpenStudy) throws -> [CheckupFinding] {
        try study.store.unreadableRuns().map { CheckupFinding.broken($0.fault, what: "runs") }
            + study.store.unreadableGenerations().map { CheckupFinding.broken($0, what: "pools") }
    }

    /// What of study.yaml is no longer as it was planned.
    private func drift(of study: OpenStudy) throws -> [CheckupFinding] {
        do {
            return try study.store.currentOutline().flatMap { try study.surveyDriftNote(of: $0, withPools: true) }
                .map { [CheckupFinding(mark: .note, text: "plan: \($0)")] } ?? []
        } catch StudyStoreError.unreadableRow {
            // Said among the plans.
            return []
        }
    }

    /// What of the analysis plan is not what was frozen before the first vote, or not frozen, as `analyze` says it.
    private func analysisDrift(of study: OpenStudy) throws -> [CheckupFinding] {
        do {
            guard let plan = try study.store.currentOutline() else { return [] }
            let drift = try study.analysisDrift(ofPlan: plan.hash)
            let isSound =
                switch drift.kind {
                // Damage is said among the plans.
                case .unchanged, .damaged: true
                case .changedBeforeFirstVote: drift.frozenAt != nil
                case .changedAfterFirstVote, .frozenAfterFirstVote, .neverFrozen: false
                }
            return isSound ? [] : [CheckupFinding(mark: .note, text: "analysis: \(drift)")]
        } catch StudyStoreError.unreadableRow {
            // Said among the plans.
            return []
        }
    }

    /// The sessions that no analysis can take, by name.
    private func unreadable(in study: OpenStudy) throws -> [CheckupFinding] {
        let sessions = try study.store.unreadableSessions()
        func told(_ sessions: [UnreadableSession], _ mark: CheckupFinding.Mark, _ fault: Failure.Kind?)
            -> [CheckupFinding]
        {
            let rest = sessions.count - AnswerImport.mostTold
            return sessions.prefix(AnswerImport.mostTold).map {
                CheckupFinding(mark: mark, fault: fault, text: "answers: left out is \($0)")
            }
                + (rest > 0
                    ? [CheckupFinding(mark: mark, text: "answers: \(rest.counted("more session")) cannot be read")]
                    : [])
        }
        let damaged = sessions.filter(\.isDamaged)
        let advice =
            damaged.isEmpty
            ? []
            : [
                CheckupFinding(
                    mark: .wrong, fault: .badData,
                    text:
                        "answers: \(damaged.count.counted("session")) of study.sqlite changed after being recorded. Put a "
                        + "copy of study.sqlite back, in the place of study.sqlite-wal and -shm too")
            ]
        return told(damaged, .wrong, .badData) + advice + told(sessions.filter { !$0.isDamaged }, .note, nil)
    }

    /// Whether the frozen plans are what was frozen: each names itself by its hash.
    private func plans(in study: OpenStudy) throws -> [CheckupFinding] {
        let plans = try study.store.plans()
        let hashes = plans.map(\.hash)
        let bar = study.reporter.progress("plans")
        var faults = plans.compactMap(\.fault).map { CheckupFinding.broken($0, what: "plans") }
        faults += try study.store.damagedLanguageTexts().map {
            CheckupFinding(
                mark: .wrong, fault: .badData,
                text:
                    "plans: a text for participants (\($0.prefix(12))) is not what was frozen: its hash differs. Put a copy "
                    + "of study.sqlite back")
        }
        for (index, hash) in hashes.enumerated() {
            func wrong(_ what: String) {
                faults.append(
                    CheckupFinding(
                        mark: .wrong, fault: .badData,
                        text:
                            "plans: \(what) is not what was frozen. Put a copy of study.sqlite back"))
            }
            do {
                if let parts = try study.store.damagedParts(ofPlan: hash) {
                    parts.prefix(AnswerImport.mostTold).forEach(wrong)
                    let rest = parts.count - AnswerImport.mostTold
                    if rest > 0 { wrong("\(rest.counted("more part")) of plan \(hash.prefix(12))") }
                } else if try study.store.plan(hash)?.frozen.hasItsHash == false {
                    wrong("plan \(hash.prefix(12))")
                }
                let strange = try study.store.rowsBesideTexts(ofPlan: hash)
                if strange > 0 {
                    faults.append(
                        CheckupFinding(
                            mark: .wrong, fault: .badData,
                            text:
                                "plans: \(strange.counted("row")) of the table trial \(strange.word("names", "name")) plan "
                                + "\(hash.prefix(12)), whose trials are kept as texts: another program put "
                                + "\(strange.word("it", "them")) there. Nothing reads \(strange.word("it", "them")); put a "
                                + "copy of study.sqlite back"))
                }
                for analysis in try study.store.analysisPlans(ofPlan: hash)
                where !analysis.isWhole {
                    wrong("analysis plan of \(hash.prefix(12))")
                }
            } catch {
                faults.append(.broken(error, what: "plan \(hash.prefix(12))"))
            }
            bar.show(done: index + 1, total: hashes.count)
        }
        bar.clear()
        guard faults.isEmpty else { return faults }
        return hashes.isEmpty ? [] : [CheckupFinding(text: "plans: \(hashes.count), all as they were frozen")]
    }

    /// Whether the files of checkpoints are those that were recorded. Those of superseded runs are not looked for: a run
    /// that started over has taken their place.
    private func checkpoints(of runs: [RunSummary], in study: OpenStudy) throws -> [CheckupFinding] {
        let records = try runs.flatMap { run in
            try study.store.checkpoints(of: run.run.id).filter { $0.epoch <= run.epochs }
        }
        let bar = study.reporter.progress("checkpoints")
        var faults: [Failure] = []
        for (index, record) in records.enumerated() {
            if let fault = try study.fault(of: record) { faults.append(fault) }
            bar.show(done: index + 1, total: records.count)
        }
        bar.clear()
        faults += try runs.compactMap { try study.faultOfResumeFile(of: $0.run) }
        faults += try runs.compactMap { try study.faultOfEpochs(of: $0.run) }
        guard faults.isEmpty else { return faults.map { .broken($0, what: "checkpoints") } }
        return records.isEmpty ? [] : [CheckupFinding(text: "checkpoints: \(records.count), all as they were recorded")]
    }
}

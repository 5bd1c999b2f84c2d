import Datasets
import Files
import Foundation
import Logging
import Study
import StudyFiles
import StudyStore
import Tensors
import Training

/// Trains the networks of a study one after the other, and records what happens.
struct Training: Sendable {
    let study: OpenStudy
    let dataset: DatasetRecord
    let photographs: StudyPhotographs
    private let device: Device
    private let machine: TrainingMachine

    /// Opens the engine and sets its threads.
    ///
    /// - Throws: `EngineError`; ``Failure`` where there are no photographs.
    init(_ study: OpenStudy, device: Device, threads: Int?) async throws {
        self.study = study
        self.device = device
        dataset = try study.dataset()
        photographs = try StudyPhotographs(study)
        machine = try await TensorThread.run {
            try TensorEngine.setThreadCount(threads ?? ProcessInfo.processInfo.activeProcessorCount)
            try TensorEngine.keepFreedMemory()
            return TrainingMachine(
                device: device.description, threads: try TensorEngine.threadCount(),
                engine: try TensorEngine.describe())
        }
        log.debug("training on \(machine.words)", metadata: ["engine": "\(machine.engine)"])
    }

    /// Trains the networks one after the other: to their last epochs or to `epochs`, or for `budget` seconds each.
    ///
    /// - Returns: false where someone asked to stop before that.
    func train(_ networks: [NetworkSettings], epochs: Int? = nil, within budget: Double? = nil) async throws -> Bool {
        let networks = networks.map { network in
            var network = network
            if let epochs { network.epochs = epochs }
            return network
        }
        try budget == nil ? check(networks) : check([], timed: networks)
        for network in networks {
            if try await train(network, within: budget).reason == .stopped { return false }
        }
        return true
    }

    func train(_ network: NetworkSettings, within budget: Double?) async throws -> TrainingOutcome {
        let sizes = try photographs.training(network)
        let before = try lastCheckpoint(of: network)
        let outcome = try await TensorThread.run { try run(network, on: sizes, within: budget) }
        if let last = try lastCheckpoint(of: network), last != before, outcome.reason != .stopped {
            try await tellQuality(of: last, network)
        }
        return outcome
    }

    private func lastCheckpoint(of network: NetworkSettings) throws -> CheckpointRecord? {
        try study.store.currentRun(of: network.name).flatMap { try study.store.checkpoints(of: $0.id).last }
    }

    /// Says how well a super-resolution network mends held-out photographs; nothing where too little is held out.
    private func tellQuality(of checkpoint: CheckpointRecord, _ network: NetworkSettings) async throws {
        guard network.architecture.kind == .srcnn, network.architecture.outputSize >= QualityMeasure.leastSize,
            dataset.holdout >= QualityMeasure.leastHoldout
        else { return }
        let measure = QualityMeasure(photographs: photographs, device: device)
        let table = try await measure.table(of: study.checkpoint(checkpoint), seed: 1)
        let numbers = table.rows.map {
            "\($0.measure.identifier) \($0.network.decimals(4)) (\(table.reference.rawValue) \($0.reference.decimals(4)))"
        }
        study.reporter.say("\(network.name): \(numbers.list) on \(table.pictures.counted("held-out photograph"))")
    }

    @TensorThread
    private func run(
        _ network: NetworkSettings, on photographs: [Int: TrainingPhotographs], within budget: Double?
    ) throws -> TrainingOutcome {
        let folder = folder(of: network)
        guard let lock = try TrainingLock(folder) else { throw beingTrained(network) }
        defer { withExtendedLifetime(lock) {} }
        WholeFile.removeUnfinished(in: folder)
        let run = try TrainingRun(
            network, photographs: photographs, manifest: dataset.manifestHash, folder: folder, on: device,
            threads: machine.threads)
        if run.hasUncheckedStart {
            study.reporter.note(
                "the resume file of \(network.name) was written before checksums were kept in it, and is taken as it "
                    + "is; the next one has one.")
        }
        log.debug(
            "\(network.name) is at epoch \(run.epochs)",
            metadata: ["folder": "\(folder.path)", "seconds of training": "\(run.seconds.decimals(1))"])
        let before = try study.store.currentRun(of: network.name)
        let record = try study.store.startRun(of: network, dataset: dataset.id, on: machine, budget: budget)
        if run.seconds > 0, let before, before.id == record.id, before.machine != machine {
            study.reporter.note(
                """
                \(network.name) was trained on \(before.machine.words) and goes on on \(machine.words); the last \
                bits of its weights will not be those of a run that stayed on one.
                """)
        }
        try reconcile(record, with: run)
        let isDone = budget == nil && run.epochs >= network.epochs
        if run.epochs > 0, !isDone { study.reporter.say("\(network.name): going on after epoch \(run.epochs)") }
        let bar = study.reporter.progress(network.name)
        let outcome = try run.run(
            until: budget == nil ? network.epochs : nil, budget: budget,
            report: { event in try self.report(event, of: record, network, within: budget, on: bar) },
            shouldStop: { study.reporter.isStopped })
        let state = isDone ? "already trained" : outcome.reason == .stopped ? "stopped after" : "trained"
        let isOnItsWay = budget == nil && outcome.epochs < network.epochs
        let epochs =
            isOnItsWay ? "\(outcome.epochs) of \(network.epochs.counted("epoch"))" : outcome.epochs.counted("epoch")
        bar.finish(
            "\(state) \(epochs) in \(outcome.seconds.duration) of training"
                + (budget.map { ", of the \($0.duration) it may have" } ?? "")
                + (budget == nil && outcome.epochs > network.epochs
                    ? ", more than the \(network.epochs) asked for" : ""))
        return outcome
    }

    private func report(
        _ event: TrainingEvent, of run: RunRecord, _ network: NetworkSettings, within budget: Double?,
        on bar: any WorkProgress
    ) throws {
        switch event {
        case .step(let step):
            if let budget {
                // In milliseconds.
                bar.show(
                    done: Int(min(step.seconds, budget) * 1000), total: Int((budget * 1000).rounded(.up)),
                    step.facts(of: nil))
            } else {
                bar.show(
                    done: (step.epoch - 1) * step.stepsPerEpoch + step.stepInEpoch,
                    total: network.epochs * step.stepsPerEpoch, step.facts(of: network.epochs))
            }
        case .epoch(let epoch):
            try study.store.record(epoch, of: run.id)
        case .checkpoint(let checkpoint):
            try keep(checkpoint.file, epoch: checkpoint.epoch, seconds: checkpoint.seconds, of: run)
        }
    }
}

extension StepFacts {
    /// Epoch, pace, losses and time left.
    fileprivate func facts(of epochs: Int?) -> [String] {
        let losses = losses.map { "\($0.name) \($0.value.decimals($0.value < 0.1 ? 5 : 3))" }
        return ["epoch \(epoch)\(epochs.map { "/\($0)" } ?? "")", "\(imagesPerSecond.decimals(1)) images/s"] + losses
            + ["\(secondsLeft.duration) left"]
    }
}

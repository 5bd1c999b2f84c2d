import Files
import Foundation
import Study
import Tensors

extension TrainingRun {
    /// Trains until `last` epochs are done, the budget is used or someone asks to stop, and keeps checkpoints on the way
    /// and at the end.
    ///
    /// The budget ends a run at the end of the epoch that is nearest to it, by the mean length of the epochs so far; at
    /// least one epoch is trained.
    ///
    /// - Parameters:
    ///   - last: epochs over all restarts; nil where the budget alone ends it.
    ///   - budget: seconds of training over all restarts.
    ///   - resumeInterval: seconds between two writings of the resume file while training.
    ///   - report: gets every step, epoch and checkpoint, in order, an epoch before the file that relies on it is
    ///     written. What it throws ends the run, which can be resumed.
    ///   - shouldStop: asked before every step.
    /// - Throws: ``GeneratorError``, `EngineError`, what the photographs and `report` throw. What the resume file held
    ///   stays.
    package func run(
        until last: Int?, budget: Double? = nil, resumeInterval: Double = 60,
        report: @Sendable (TrainingEvent) throws -> Void = { _ in }, shouldStop: @Sendable () -> Bool = { false }
    ) throws -> TrainingOutcome {
        precondition(last != nil || budget != nil, "a run has an end")
        var pace = TrainingPace(stages: stages.count)
        let clock = ContinuousClock()
        var written = clock.now
        var marked = clock.now

        while true {
            if progress.isBetweenEpochs, let reason = end(last: last, budget: budget) {
                if !FileManager.default.fileExists(atPath: checkpointFile.path) {
                    try keepCheckpoint(samples: network.samplePictures(), report)
                }
                return outcome(reason)
            }
            while progress.stage < stages.count {
                let epoch = TrainingEpoch(
                    number: progress.epochs + 1, stage: progress.stage, count: photographs.count,
                    batch: settings.batch, seed: settings.seed)
                while progress.step < epoch.steps {
                    HoldPoint.reached("training: step")
                    if shouldStop() {
                        try writeResumeFile()
                        return outcome(.stopped)
                    }
                    if clock.now - written >= .seconds(resumeInterval) {
                        try writeResumeFile()
                        written = clock.now
                    }
                    let losses = try step(on: epoch[progress.step], &pace)
                    if clock.now - marked >= .seconds(1) {
                        writePosition()
                        marked = clock.now
                    }
                    try report(.step(facts(losses, pace, last: last, budget: budget)))
                }
                progress.stage += 1
                progress.step = 0
            }
            let samples = try network.samplePictures()
            try checkSamples(samples)
            try report(.epoch(finishEpoch()))
            HoldPoint.reached("training: epoch recorded")
            if progress.epochs % settings.checkpointEvery == 0 || end(last: last, budget: budget) != nil {
                try keepCheckpoint(samples: samples, report)
                written = clock.now
            }
        }
    }

    /// Why the run ends here, between two epochs; nil where it goes on.
    private func end(last: Int?, budget: Double?) -> TrainingOutcome.Reason? {
        if let last, progress.epochs >= last { return .epochsDone }
        guard let budget, progress.epochs > 0 else { return nil }
        let meanEpoch = progress.seconds / Double(progress.epochs)
        return progress.seconds + meanEpoch / 2 > budget ? .budgetUsed : nil
    }

    private func outcome(_ reason: TrainingOutcome.Reason) -> TrainingOutcome {
        TrainingOutcome(reason: reason, epochs: progress.epochs, seconds: progress.totalSeconds)
    }

    /// One step of the stage under way, timed; the losses it optimised.
    private func step(on indices: [Int], _ pace: inout TrainingPace) throws -> [NamedLoss] {
        let stage = stages[progress.stage]
        let number = progress.epochs * stepsPerStage + progress.step
        let clock = ContinuousClock()
        let start = clock.now
        let values = try stage.step(on: indices, number: number)
        let elapsed = (clock.now - start) / .seconds(1)
        let losses = zip(stage.lossNames, values).map { NamedLoss(name: $0, value: $1) }
        try check(losses, of: stage)
        let first = stages[..<progress.stage].reduce(0) { $0 + $1.lossNames.count }
        for (offset, value) in values.enumerated() { progress.lossSums[first + offset] += value }
        progress.step += 1
        progress.count(seconds: elapsed)
        progress.epochImages += indices.count
        pace.add(stage: progress.stage, images: indices.count, elapsed: elapsed)
        return losses
    }

    private func finishEpoch() -> EpochFacts {
        progress.finishEpoch(
            lossNames: stages.flatMap(\.lossNames), steps: stepsPerStage, stages: stages.count,
            peakMemory: ProcessMemory.peak)
    }

    private func facts(_ losses: [NamedLoss], _ pace: TrainingPace, last: Int?, budget: Double?) -> StepFacts {
        let toLast = last.map { last in
            let remaining = stages.indices.map { stage in
                let done = stage < progress.stage ? stepsPerStage : stage == progress.stage ? progress.step : 0
                return (last - progress.epochs) * stepsPerStage - done
            }
            return pace.secondsLeft(remaining: remaining)
        }
        let toBudget = budget.map { max(0, $0 - progress.totalSeconds) } ?? .infinity
        return StepFacts(
            epoch: progress.epochs + 1, stepInEpoch: progress.stage * stepsPerStage + progress.step,
            stepsPerEpoch: stages.count * stepsPerStage, imagesPerSecond: pace.imagesPerSecond, losses: losses,
            seconds: progress.totalSeconds, secondsLeft: min(toLast ?? .infinity, toBudget))
    }
}

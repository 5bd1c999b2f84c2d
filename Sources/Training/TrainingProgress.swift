import Study

/// Where a run stands between two steps.
struct TrainingProgress: Codable, Equatable {
    /// Whole epochs trained.
    var epochs = 0
    /// Seconds of training in them.
    var seconds = 0.0
    /// The stage whose pass the epoch under way is in, from 0.
    var stage = 0
    /// Steps of that pass that are done.
    var step = 0
    /// Seconds of training in the epoch under way.
    var epochSeconds = 0.0
    /// Those of every stage; nil where a resume file of before they were told apart stood in this epoch.
    var stageSeconds: [Double]?
    /// Photographs shown in the epoch under way.
    var epochImages = 0
    /// Sums over the epoch under way of every loss of every stage.
    var lossSums: [Double]
    /// Seconds of training that kills undid, over all restarts.
    var lostSeconds = 0.0
    /// Those of them that epochs already tell of.
    var toldLostSeconds = 0.0
    /// The greatest ``TrainingRun/spread(of:)`` that an epoch ended with; 0 for a network that takes images.
    var greatestSpread = 0.0
    /// The epochs trained, in order.
    var rows: [EpochFacts] = []

    /// The beginning of a run with this many losses and stages.
    init(losses: Int, stages: Int) {
        lossSums = Array(repeating: 0, count: losses)
        stageSeconds = Array(repeating: 0, count: stages)
    }

    /// All seconds of training, those of the epoch under way included.
    var totalSeconds: Double { seconds + epochSeconds }

    /// Whether no epoch is under way.
    var isBetweenEpochs: Bool { stage == 0 && step == 0 }

    /// Counts seconds of training in the stage under way.
    mutating func count(seconds: Double) {
        epochSeconds += seconds
        stageSeconds?[stage] += seconds
    }

    /// Ends the epoch under way.
    ///
    /// - Parameters:
    ///   - names: the names of the losses.
    ///   - steps: how many steps every loss was summed over.
    ///   - stages: how many there are.
    ///   - peakMemory: the most bytes of main memory that the process held; nil where the system does not tell.
    mutating func finishEpoch(lossNames names: [String], steps: Int, stages: Int, peakMemory: Int?) -> EpochFacts {
        let facts = EpochFacts(
            number: epochs + 1, seconds: epochSeconds, images: epochImages,
            redoneSeconds: lostSeconds - toldLostSeconds,
            losses: Dictionary(zip(names, lossSums.map { $0 / Double(steps) })) { $1 },
            stageSeconds: stageSeconds ?? [],
            peakMemory: peakMemory)
        epochs += 1
        seconds += epochSeconds
        toldLostSeconds = lostSeconds
        (stage, step, epochSeconds, epochImages) = (0, 0, 0, 0)
        stageSeconds = Array(repeating: 0, count: stages)
        lossSums = Array(repeating: 0, count: lossSums.count)
        rows.append(facts)
        return facts
    }
}

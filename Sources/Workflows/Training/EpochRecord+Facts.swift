import Generators
import StudyStore

extension EpochRecord {
    /// What a run told of an epoch, as the store keeps it.
    init(_ epoch: EpochFacts) {
        self.init(
            number: epoch.epoch, seconds: epoch.seconds, images: epoch.images, redoneSeconds: epoch.redoneSeconds,
            losses: Dictionary(epoch.losses.map { ($0.name, $0.value) }) { $1 }, stageSeconds: epoch.stageSeconds ?? [],
            peakMemory: epoch.peakMemory)
    }

    /// What the store keeps, as a run tells it; losses by name.
    var facts: EpochFacts {
        EpochFacts(
            epoch: number, seconds: seconds, redoneSeconds: redoneSeconds, images: images,
            losses: losses.sorted { $0.key < $1.key }.map { NamedLoss(name: $0.key, value: $0.value) },
            stageSeconds: stageSeconds.isEmpty ? nil : stageSeconds, peakMemory: peakMemory)
    }
}

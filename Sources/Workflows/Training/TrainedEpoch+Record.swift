package import Reports
package import StudyStore

extension TrainedEpoch {
    /// An epoch as the store has it.
    package init(_ epoch: EpochRecord) {
        self.init(
            number: epoch.number, seconds: epoch.seconds, images: epoch.images, redoneSeconds: epoch.redoneSeconds,
            losses: epoch.losses, stageSeconds: epoch.stageSeconds, peakMemory: epoch.peakMemory)
    }
}

import Files
import Foundation
import Study
import StudyFiles
import StudyStore
import Training

/// What is looked at before anything is trained, so that no fault is met after hours.
extension Training {
    /// Checks that all of `networks` can be trained to their last epochs, and those of `timed` for some time: settings,
    /// photographs, resume files, trainings under way, and room for the files.
    ///
    /// - Throws: ``Failure`` or `GeneratorError` for the first that cannot; ``Failure`` where there is too little room for
    ///   all.
    func check(_ networks: [NetworkSettings], timed: [NetworkSettings] = []) throws {
        var needs: [(network: NetworkSettings, bytes: Int)] = []
        var largest = 0
        for network in networks + timed {
            let folder = folder(of: network)
            guard try !TrainingLock.isTaken(folder) else { throw beingTrained(network) }
            let done = try TrainingRun.check(
                network, photographs: photographs.training(network), manifest: dataset.manifestHash, folder: folder)
            var planned = network
            // Nobody knows how many epochs a time holds.
            if timed.contains(where: { $0.name == network.name }) { planned.epochs = done + 1 }
            let use = try DiskUse(of: network)
            needs.append((network, use.bytes(of: planned, after: done)))
            // It is written beside the one that is there.
            if needs[needs.count - 1].bytes > 0 { largest = max(largest, use.resumeFile) }
        }
        let needed = needs.reduce(largest) { $0 + $1.bytes }
        guard let free = FreeRoom.bytes(at: study.folder.runs), free < needed else { return }
        let parts = needs.filter { $0.bytes > 0 }.map { "\($0.network.name) up to \($0.bytes.bytes)" }
        throw Failure(
            .ioError,
            """
            training needs up to \(needed.bytes) for checkpoints and resume files (\(parts.list)), and \(free.bytes) are \
            free where \(study.folder.runs.path) lies. Make room, keep fewer checkpoints (checkpoint_every in \
            study.yaml), or train a part with --network or --epochs.
            """)
    }

    /// Where the files of a network's run lie.
    func folder(of network: NetworkSettings) -> URL { study.folder.runs.appending(path: network.name) }

    /// The failure where another training has the network's folder.
    func beingTrained(_ network: NetworkSettings) -> Failure {
        Failure(
            .busy,
            """
            network \(network.name) is being trained by another dotchi, in \(folder(of: network).path). Wait for it, or \
            stop it: two would write over each other's files.
            """)
    }
}

extension TrainingMachine {
    /// Device, threads and engine, for a sentence.
    var words: String { "\(device) with \(threads.counted("thread")) (\(engine))" }
}

import Foundation
import Study
import StudyStore
import Testing

@Suite("datasets and runs")
struct RunTests {
    @Test("the dataset added last is the current one, and one added before is not added twice")
    func datasets() throws {
        try Fixture.withStore { fixture in
            #expect(try fixture.store.currentDataset() == nil)
            let first = try fixture.addDataset("first")
            let second = try fixture.addDataset("second")
            #expect(first.id != second.id)
            #expect(first.photographs == 4 && first.holdout == 1 && first.skipped == 1)
            #expect(first.seed == 3 && first.crop == 160 && first.addedAt == Fixture.time)
            #expect(try fixture.store.currentDataset() == second)
            #expect(try fixture.addDataset("first") == first)
            #expect(try fixture.store.currentDataset() == first)
            let photographs = try fixture.store.photographs(of: second.id)
            #expect(photographs.map(\.name) == ["0.jpg", "1.jpg", "2.jpg", "3.jpg"])
            #expect(photographs.map(\.isHeldOut) == [false, false, false, true])
            #expect(
                try fixture.store.skippedPhotographs(of: second.id)
                    == [SkippedPhotograph(name: "broken.jpg", reason: "is cut off")])
        }
    }

    @Test("more epochs go on with the same run; any other change of settings or photographs is a new one")
    func sameRun() throws {
        try Fixture.withStore { fixture in
            let dataset = try fixture.addDataset().id
            func start(
                _ settings: NetworkSettings, _ dataset: Int64, device: String = "cpu"
            ) throws -> RunRecord {
                try fixture.store.startRun(
                    of: settings, dataset: dataset,
                    on: TrainingMachine(device: device, threads: 1, engine: "libtorch"), at: Fixture.time)
            }
            var settings = NetworkSettings(
                name: "faces64", architecture: .dcgan(DCGANSettings(width: 16)), learningRate: 0.0003, seed: .max)
            let first = try start(settings, dataset)
            #expect(first.name == "faces64/1")
            settings.epochs = 6000
            settings.checkpointEvery = 50
            let longer = try start(settings, dataset, device: "cuda")
            #expect(longer.id == first.id)
            #expect(longer.settings == settings && longer.machine.device == "cuda")
            #expect(try fixture.store.currentRun(of: "faces64") == longer)

            settings.seed = 2
            let reseeded = try start(settings, dataset)
            #expect(reseeded.number == 2)
            #expect(try fixture.store.currentRun(of: "faces64") == reseeded)
            #expect(try start(settings, try fixture.addDataset("other").id).number == 3)
            #expect(try fixture.store.currentRun(of: "enlarge") == nil)
            #expect(try fixture.store.runs().map(\.isCurrent) == [false, false, true])
        }
    }

    @Test("imported checkpoints of one run stand in one run, which never takes the place of one trained here")
    func imported() throws {
        try Fixture.withStore { fixture in
            func checkpoint(_ epoch: Int, rows: Int, hash: Character, at time: Date?) -> ImportedCheckpoint {
                ImportedCheckpoint(
                    settings: Fixture.faces64, machine: TrainingMachine(device: "cuda", threads: 4, engine: "libtorch"),
                    startedAt: time,
                    rows: (1...max(1, rows)).prefix(rows).map {
                        EpochFacts(number: $0, seconds: 2, images: 10, losses: ["generator": 1])
                    }, epoch: epoch, seconds: 2 * Double(epoch), file: "runs/\(hash)",
                    sha256: String(repeating: hash, count: 64))
            }
            let (early, late) = (
                checkpoint(2, rows: 2, hash: "a", at: Fixture.time), checkpoint(5, rows: 5, hash: "b", at: Fixture.time)
            )
            let first = try fixture.store.add([late, early])
            #expect(try fixture.store.add([early]).map(\.id) == [first[1].id])
            var summary = try #require(try fixture.store.runs().first)
            #expect(summary.run.isShipped && summary.run.dataset == nil && summary.run.machine.device == "cuda")
            #expect(summary.epochs == 5 && summary.seconds == 10 && summary.images == 50 && summary.checkpoints == 2)

            // A file that tells of no epochs still has a checkpoint's epochs and seconds.
            let bare = try fixture.store.add([checkpoint(7, rows: 0, hash: "c", at: nil)])
            #expect(try fixture.store.add([checkpoint(7, rows: 0, hash: "c", at: nil)]) == bare)
            summary = try #require(try fixture.store.runs().last)
            #expect(summary.run.number == 2 && summary.epochs == 7 && summary.seconds == 14 && summary.images == 0)

            _ = try fixture.addRun(Fixture.faces64, epochs: 1, seconds: 1)
            #expect(throws: StudyStoreError.self) { try fixture.store.add([early]) }
            #expect(try fixture.store.runs().count == 3)
        }
    }

    @Test("the store says how long was trained, in all and up to an epoch, and what was kept")
    func summary() throws {
        try Fixture.withStore { fixture in
            let (run, checkpoints) = try fixture.addRun(Fixture.faces64, epochs: 5, seconds: 2.5)
            let summary = try #require(try fixture.store.runs().first)
            #expect(summary.run == run)
            #expect(summary.epochs == 5 && summary.images == 500 && summary.checkpoints == 5)
            #expect(summary.seconds == 12.5 && summary.redoneSeconds == 0 && summary.imagesPerSecond == 40)
            #expect(try fixture.store.checkpoints(of: run.id) == checkpoints)
            let epochs = try fixture.store.epochs(of: run.id)
            #expect(epochs.map(\.number) == [1, 2, 3, 4, 5])
            #expect(epochs[3].losses == ["generator": 0.25])
        }
    }

    @Test(
        "the checkpoint nearest to a time is found, the earlier one of two as near",
        arguments: [(0, 1), (14, 1), (15, 1), (15.1, 2), (20, 2), (44, 4), (1e9, 6), (-5, 1)])
    func nearest(seconds: Double, epoch: Int) throws {
        try Fixture.withStore { fixture in
            let (run, _) = try fixture.addRun(Fixture.faces128, epochs: 6, seconds: 10)
            #expect(try fixture.store.checkpoint(of: run.id, nearestTo: seconds)?.epoch == epoch)
            #expect(try fixture.store.checkpoint(of: run.id + 1, nearestTo: seconds) == nil)
        }
    }

    @Test("a resumed run's own epochs go before those of the store, and time done again is kept apart")
    func resume() throws {
        try Fixture.withStore { fixture in
            let (run, _) = try fixture.addRun(Fixture.faces64, epochs: 5, seconds: 2)
            let rows = [
                EpochFacts(
                    number: 4, seconds: 3, images: 100, redoneSeconds: 1.5, losses: ["generator": 9],
                    stageSeconds: [1, 2], peakMemory: 5_000_000_000)
            ]
            try fixture.store.replaceEpochs(after: 3, with: rows, of: run.id)
            let epochs = try fixture.store.epochs(of: run.id)
            #expect(epochs.map(\.seconds) == [2, 2, 2, 3])
            #expect(epochs[3] == rows[0])
            #expect(try fixture.store.checkpoints(of: run.id).map(\.epoch) == [1, 2, 3, 4])
            #expect(try fixture.store.runs()[0].redoneSeconds == 1.5)
        }
    }

    @Test("a checkpoint that a pool was made from outlives a resumed run, and its facts stay true")
    func usedCheckpoint() throws {
        try Fixture.withStore { fixture in
            let (run, checkpoints) = try fixture.addRun(Fixture.faces128, epochs: 3, seconds: 10)
            let pool = PoolKey(method: "A", condition: "c")
            let draft = try fixture.store.beginGeneration(
                of: pool, checkpoints: [checkpoints[2].id], seed: 1, images: 1)
            try fixture.store.add([Fixture.image(0, "x")], to: draft)
            try fixture.store.publish([draft])
            try fixture.store.replaceEpochs(after: 1, with: [], of: run.id)
            try fixture.store.record(EpochFacts(number: 2, seconds: 11, images: 100), of: run.id)
            let again = try fixture.store.addCheckpoint(
                of: run.id, epoch: 3, seconds: 33, file: "runs/faces128/3", sha256: Fixture.hash("again"))
            #expect(try fixture.store.checkpoints(of: run.id).map(\.seconds) == [10, 33])
            #expect(try fixture.store.currentGeneration(of: pool)?.trainingSeconds == 30)
            // The same file recorded again is the same checkpoint.
            let same = try fixture.store.addCheckpoint(
                of: run.id, epoch: 3, seconds: 44, file: "elsewhere", sha256: Fixture.hash("again"))
            #expect(same == again)
        }
    }

    @Test("an epoch that is recorded again keeps the epochs and checkpoints after it")
    func recordedAgain() throws {
        try Fixture.withStore { fixture in
            let (run, checkpoints) = try fixture.addRun(Fixture.faces64, epochs: 3, seconds: 10)
            try fixture.store.record(EpochFacts(number: 2, seconds: 11, images: 100), of: run.id)
            #expect(try fixture.store.epochs(of: run.id).map(\.seconds) == [10, 11, 10])
            #expect(try fixture.store.checkpoints(of: run.id) == checkpoints)
        }
    }

    @Test(
        "a loss that is no number is refused with the epoch, and the epoch is not recorded",
        arguments: [
            Double.nan, .infinity,
        ])
    func diverged(loss: Double) throws {
        try Fixture.withStore { fixture in
            let (run, _) = try fixture.addRun(Fixture.faces64, epochs: 1, seconds: 1)
            let error = #expect(throws: StudyStoreError.self) {
                try fixture.store.record(
                    EpochFacts(number: 2, seconds: 1, images: 1, losses: ["discriminator": loss]), of: run.id)
            }
            #expect(error?.description.contains("loss discriminator of epoch 2") == true)
            #expect(try fixture.store.epochs(of: run.id).count == 1)
        }
    }
}

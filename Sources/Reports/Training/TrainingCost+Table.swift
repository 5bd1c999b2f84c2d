import Study

extension TrainingCost {
    /// What training costs at each size, run by run, as a table: the paper's own argument is about it. Data for programs
    /// have seconds and bytes unrounded, and nothing for the stage of a whole network.
    package static func table(_ rows: [TrainingCost]) -> Table {
        Table(
            [
                .init("run", .left, key: "run") { .text($0.run) },
                .init("kind", .left, key: "kind") { .text($0.kind.rawValue) },
                .init("stage", .left, key: "stage") { $0.stage.map { .count($0) } ?? .missing(shown: "all") },
                .init("size", key: "size") { .count($0.size) },
                .init("epochs", key: "epochs") { .count($0.epochs) },
                .init("s/epoch (median)", key: "seconds_per_epoch") { .number($0.secondsPerEpoch, .fixed(2)) },
                .init("images/s (median)", key: "images_per_second") {
                    $0.imagesPerSecond.map { .number($0, .fixed(1)) } ?? .none
                },
                .init("memory", unit: "[MB]", key: "peak_memory_bytes") {
                    $0.peakMemory.map { .count($0, .megabytes) } ?? .none
                },
                .init("device", .left, key: "device") { .text($0.device) },
                .init("threads", key: "threads") { .count($0.threads) },
            ], rows)
    }
}

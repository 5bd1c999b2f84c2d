import Study

extension TrainingCost {
    /// What training costs at each size, run by run, as a table: the paper's own argument is about it. Data for programs
    /// have seconds and bytes unrounded, and nothing for the stage of a whole network.
    package static func table(_ rows: [TrainingCost], _ words: ReportTexts) -> Table {
        Table(
            [
                .init(words.training(.run), .left, key: "run") { .text($0.run) },
                .init(words.training(.kind), .left, key: "kind") { .text($0.kind.rawValue) },
                .init(words.training(.stage), .left, key: "stage") {
                    $0.stage.map { .count($0) } ?? .missing(shown: words.training(.allStages))
                },
                .init(words.training(.size), key: "size") { .count($0.size) },
                .init(words.training(.epochs), key: "epochs") { .count($0.epochs) },
                .init(words.training(.secondsPerEpochMedian), key: "seconds_per_epoch") {
                    .number($0.secondsPerEpoch, .fixed(2))
                },
                .init(words.training(.imagesPerSecondMedian), key: "images_per_second") {
                    $0.imagesPerSecond.map { .number($0, .fixed(1)) } ?? .none
                },
                .init(words.training(.memory), unit: "[MB]", key: "peak_memory_bytes") {
                    $0.peakMemory.map { .count($0, .megabytes) } ?? .none
                },
                .init(words.training(.device), .left, key: "device") { .text($0.device) },
                .init(words.training(.threads), key: "threads") { .count($0.threads) },
            ], rows)
    }
}

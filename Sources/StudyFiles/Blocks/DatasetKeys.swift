import Study

/// The keys of `dataset`.
enum DatasetKeys {
    static let table = KeyTable<DatasetSettings>(
        { _ in DatasetSettings() },
        [
            Key(
                "source", \.source, .text,
                """
                A folder, .tar, .tar.gz, .tgz or .zip of JPEG and PNG files, its path from the study folder; or \
                `procedural`: faces drawn by dotchi.
                """
            ),
            Key(
                "count", \.count, .whole(DatasetSettings.Limits.count),
                "Photographs chosen at random, the hold-out included."),
            Key(
                "crop", optional: \.crop, .whole(DatasetSettings.Limits.crop).orNothing, default: "the largest square",
                "Side in pixels of the central square that is cut from each photograph."),
            Key(
                "holdout", \.holdout, .whole(DatasetSettings.Limits.holdout),
                "Photographs kept from SRCNN's training, to measure its quality on; fewer than `count`."),
            Key("seed", \.seed, .seed, "Seed of the choice."),
        ]
    ) { block, dataset in
        guard dataset.holdout >= dataset.count, block.findings.isSound(block.place.key("count")) else { return }
        let origin = block.has("holdout") ? "" : " (its default)"
        block.fault(
            "holdout",
            "keeps \(dataset.holdout)\(origin) of \(dataset.count.counted("photograph")) from training; expected less than count"
        )
    }

    static let example = """
        dataset:
          source: photographs.tar.gz
          count: 2000
          crop: 160
        """
}

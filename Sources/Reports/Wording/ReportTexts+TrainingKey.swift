extension ReportTexts {
    /// The texts of training: of its report, and of what the terminal shows of runs and photographs, by their keys in the
    /// language files.
    package enum TrainingKey: String, Sendable, CaseIterable, ReportTextKey {
        // Times.
        /// Less than a minute.
        case durationSeconds = "training_duration_seconds"
        /// Less than an hour.
        case durationMinutes = "training_duration_minutes"
        /// From an hour.
        case durationHours = "training_duration_hours"

        // Runs, and their epochs and checkpoints, as columns and as names of facts.
        /// A run.
        case run = "training_run"
        /// A network's kind.
        case kind = "training_kind"
        /// A side in pixels.
        case size = "training_size"
        /// A length in pixels.
        case pixels = "training_pixels"
        /// A stage of a network.
        case stage = "training_stage"
        /// All stages of a network.
        case allStages = "training_all_stages"
        /// The number of an epoch.
        case epoch = "training_epoch"
        /// How many epochs.
        case epochs = "training_epochs"
        /// Training time in hours.
        case hours = "training_hours"
        /// Training time in seconds.
        case seconds = "training_seconds"
        /// The same from the beginning to an epoch.
        case secondsInAll = "training_seconds_in_all"
        /// The same of work that a kill undid.
        case secondsDoneAgain = "training_seconds_done_again"
        /// How fast training is, where there is little room.
        case imagesPerSecond = "training_images_per_second"
        /// The same over a whole run.
        case imagesPerSecondMean = "training_images_per_second_mean"
        /// The same, the median of epochs.
        case imagesPerSecondMedian = "training_images_per_second_median"
        /// The same where there is room.
        case imagesASecond = "training_images_a_second"
        /// What an epoch takes, the median.
        case secondsPerEpochMedian = "training_seconds_per_epoch_median"
        /// What an epoch takes.
        case secondsAnEpoch = "training_seconds_an_epoch"
        /// Main memory.
        case memory = "training_memory"
        /// Where it was trained.
        case device = "training_device"
        /// Threads of the engine.
        case threads = "training_threads"
        /// How many checkpoints.
        case checkpoints = "training_checkpoints"
        /// A file.
        case file = "training_file"
        /// The beginning of a file's SHA-256.
        case hash = "training_hash"
        /// A run that came with a file.
        case shipped = "training_shipped"
        /// A run whose network was trained from the beginning again.
        case superseded = "training_superseded"
        /// A run whose times cannot be believed.
        case damagedTimes = "training_damaged_times"

        // Losses.
        /// The loss of a discriminator.
        case discriminator = "training_discriminator"
        /// The loss of a generator.
        case generator = "training_generator"
        /// The mean squared error, where there is little room.
        case briefSquaredError = "training_brief_squared_error"
        /// The same where there is room.
        case meanSquaredError = "training_mean_squared_error"
        /// A loss of a stage.
        case stageLoss = "training_stage_loss"
        /// A stage by its number.
        case stageName = "training_stage_name"

        // A run in a terminal.
        /// How long it was trained.
        case trained = "training_trained"
        /// So many epochs in some time, and where.
        case trainedFor = "training_trained_for"
        /// Work that a kill undid.
        case doneAgain = "training_done_again"
        /// The time that it took.
        case doneAgainFor = "training_done_again_for"
        /// A checkpoint by its epoch.
        case checkpointOf = "training_checkpoint_of"

        // The page of a training report.
        /// Its title.
        case title = "training_title"
        /// A GAN of several stages.
        case multistage = "training_multistage"
        /// Beside the number of epochs.
        case figureEpochs = "training_figure_epochs"
        /// Beside the training time.
        case figureTime = "training_figure_time"
        /// Beside the number of checkpoints.
        case figureCheckpoints = "training_figure_checkpoints"
        /// Beside the most memory.
        case figureMemory = "training_figure_memory"
        /// Beside the time of work that a kill undid.
        case figureDoneAgain = "training_figure_done_again"
        /// The heading of the samples of several checkpoints.
        case samplesOverTime = "training_samples_over_time"
        /// The heading of the last samples.
        case samplesAtEnd = "training_samples_at_end"
        /// In place of samples before the first checkpoint.
        case samplesNotYet = "training_samples_not_yet"
        /// In place of samples that are gone.
        case samplesGone = "training_samples_gone"
        /// Over the samples of a generator.
        case sameLatents = "training_same_latents"
        /// Over its last ones.
        case allOfLast = "training_all_of_last"
        /// Over the samples of super-resolution.
        case samePhotographs = "training_same_photographs"
        /// Over its last ones.
        case threeInRow = "training_three_in_row"
        /// Under a sample.
        case sampleCaption = "training_sample_caption"
        /// In place of a sample where pictures are not shown.
        case sampleAlternative = "training_sample_alternative"
        /// The heading of the curves.
        case curves = "training_curves"
        /// A chart.
        case losses = "training_losses"
        /// The same of one stage.
        case lossesOf = "training_losses_of"
        /// The unit of adversarial losses.
        case nats = "training_nats"
        /// A chart.
        case pace = "training_pace"
        /// A chart.
        case time = "training_time"
        /// The heading of the settings.
        case settings = "training_settings"
        /// Over those of the network.
        case networkSettings = "training_network_settings"
        /// Over what is known of the photographs.
        case photographFacts = "training_photograph_facts"
        /// Over where it was trained.
        case machine = "training_machine"
        /// The heading of the epochs.
        case epochsHeading = "training_epochs_heading"
        /// In place of their table.
        case noEpoch = "training_no_epoch"
        /// Over their table.
        case countedEpochs = "training_counted_epochs"
        /// The heading of the checkpoints.
        case checkpointsHeading = "training_checkpoints_heading"
        /// Over their table.
        case countedCheckpoints = "training_counted_checkpoints"
        /// What the numbers are, at the end.
        case numbersNote = "training_numbers_note"

        // Photographs and the machine, as names of facts.
        /// Where the photographs come from.
        case source = "training_source"
        /// How many they are.
        case photographs = "training_photographs"
        /// How many of them are held out.
        case heldOut = "training_held_out"
        /// Both numbers.
        case photographsHeldOut = "training_photographs_held_out"
        /// The side of the square that is cut out.
        case crop = "training_crop"
        /// Where that is as large as it can be.
        case largestSquare = "training_largest_square"
        /// A seed.
        case seed = "training_seed"
        /// The hash of the choice.
        case manifest = "training_manifest"
        /// When they were added.
        case added = "training_added"
        /// How many were skipped.
        case skipped = "training_skipped"
        /// The tensor engine.
        case engine = "training_engine"
        /// When training began.
        case started = "training_started"
        /// The most time that training may take.
        case budget = "training_budget"
        /// How the run came here.
        case origin = "training_origin"
        /// With a file.
        case cameWithFile = "training_came_with_file"

        // How good the images of a run are.
        /// Whose images, and how many.
        case quality = "training_quality"
        /// The distance of a level of the pyramid.
        case wasserstein = "training_wasserstein"
        /// Its mean.
        case wassersteinMean = "training_wasserstein_mean"
        /// The likeness of pairs.
        case pairSimilarity = "training_pair_similarity"
        /// Photographs, beside which the numbers stand.
        case besidePhotographs = "training_beside_photographs"
        /// Bicubic enlargement, beside which the numbers stand.
        case besideBicubic = "training_beside_bicubic"

        var placeholders: Set<String> {
            switch self {
            case .durationSeconds: ["seconds"]
            case .durationMinutes: ["minutes", "seconds"]
            case .durationHours: ["hours", "minutes"]
            case .pixels: ["pixels"]
            case .stageLoss: ["loss", "stage"]
            case .stageName, .lossesOf: ["stage"]
            case .trainedFor: ["device", "epochs", "threads", "time"]
            case .doneAgainFor: ["time"]
            case .checkpointOf, .sampleAlternative: ["epoch"]
            case .sampleCaption: ["epoch", "time"]
            case .title: ["network"]
            case .countedEpochs, .countedCheckpoints: ["count"]
            case .photographsHeldOut: ["held_out", "photographs"]
            case .quality: ["epoch", "pictures", "run"]
            case .wasserstein: ["side"]
            case .pairSimilarity: ["pairs"]
            default: []
            }
        }

        var optional: Set<String> {
            switch self {
            case .figureEpochs, .figureCheckpoints: ["count"]
            default: []
            }
        }
    }
}

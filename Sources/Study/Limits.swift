// The values that each setting may have, once. What relates two settings is checked where both are known.

extension StudyIdentity {
    /// Whether `id` can name a study in file names: 1 to 64 lower-case letters, digits and hyphens.
    package static func isID(_ id: String) -> Bool {
        (1...64).contains(id.count)
            && id.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
            }
    }
}

extension DatasetSettings {
    /// What the settings of photographs may be.
    package enum Limits {
        /// Photographs chosen.
        package static let count = 1...10_000_000
        /// Side in pixels of the square that is cut out.
        package static let crop = 8...16_384
        /// Photographs kept from SRCNN's training; fewer than are chosen.
        package static let holdout = 0...Int.max
    }
}

extension NetworkSettings {
    /// What the settings of networks may be.
    package enum Limits {
        /// Sides in pixels of the images of a DCGAN and of each stage of a multi-stage GAN: 4 times a power of two.
        package static let generatedSizes = [8, 16, 32, 64, 128, 256]
        /// Sides in pixels of enlarged images.
        package static let enlargedSizes = 8...1024
        /// How many times larger than its input an enlarged image is.
        package static let factors = [2, 4]
        /// Sides of an SRCNN's kernels, odd.
        package static let kernels = 1...31
        /// Maps after a hidden layer of an SRCNN: red, green and blue pass through three of them.
        package static let maps = 3...1024
        /// Components of the latent vector.
        package static let latent = 1...65_536
        /// Channels of the layer before the image.
        package static let width = 1...1024
        /// Residual blocks in each stage after the first.
        package static let residualBlocks = 0...64
        /// Images per training step: batch norm needs two.
        package static let batch = 2...65_536
        /// Passes over the photographs.
        package static let epochs = 1...10_000_000
        /// Step size of Adam.
        package static let learningRate = NumberRange.above(0, atMost: 1)
        /// Epochs from one kept checkpoint to the next.
        package static let checkpointEvery = 1...10_000_000
    }
}

extension Condition {
    /// What the settings of a condition may be.
    package enum Limits {
        /// Epochs of a kept checkpoint.
        package static let epochs = 1...Int(Int32.max)
    }
}

extension PoolSettings {
    /// What the settings of pools may be.
    package enum Limits {
        /// Images in a pool.
        package static let images = 1...1_000_000
    }
}

extension SurveySettings {
    /// What the settings of a survey may be.
    package enum Limits {
        /// Main trials under each pair of methods.
        package static let trials = 1...10_000
        /// Catch trials; at most as many as main trials.
        package static let catchTrials = 0...10_000
        /// Trials shown again; at most as many as main trials.
        package static let repeats = 0...Int.max
        /// Pairs to practise on.
        package static let practice = 0...100
        /// Pairs from one break to the next.
        package static let breaks = 0...10_000
        /// Instructed checks; at most as many as main trials.
        package static let checks = 0...10_000
        /// Milliseconds before an answer is taken: up to ten minutes.
        package static let minimumViewMilliseconds = 0...600_000
        /// Of `min_response_ms`, in milliseconds.
        package static let minimumResponseMilliseconds = 0...10_000
        /// Of `complete`, a share of the trials.
        package static let completeShare = NumberRange.above(0, atMost: 1)
        /// Characters of a text that participants read.
        package static let text = 1...20_000
    }
}

extension QuestionnaireItem {
    /// What the settings of a question may be.
    package enum Limits {
        /// Questions of one questionnaire.
        package static let items = 0...100
        /// Choices of one question.
        package static let options = 2...100
        /// Bounds of numbers.
        package static let numbers = NumberRange.from(-1e12, to: 1e12)
        /// Characters of a short text: as many as an event holds.
        package static let characters = 1...200
        /// Points of a scale.
        package static let points = 2...11
        /// Characters of what participants read of it.
        package static let text = 1...2_000
    }
}

extension AdmitSettings {
    /// What the settings of screening may be.
    package enum Limits {
        /// Sides of a window in device pixels.
        package static let window = 1...16_384
    }
}

extension ViewSettings {
    /// What the settings of the images' size and surround may be.
    package enum Limits {
        /// Of a fixed size, in CSS pixels.
        package static let pixels = 16...8192
        /// Of a size in degrees of visual angle.
        package static let degrees = 0.5...60
        /// Of `distance_cm`, in cm.
        package static let distance = 20...400
        /// Of `max_scale`, in CSS pixels for each pixel of an image.
        package static let maxScale = NumberRange.from(0.1, to: 64)
        /// Of `min`, in device pixels.
        package static let minimum = 1...8192
        /// Of `terminal_min_pixels`.
        package static let terminalMinimum = 16...8192
        /// Of `surround`, a grey.
        package static let surround = 0...255
        /// Of `limit_ms`, in milliseconds.
        package static let limitMilliseconds = 500...600_000
        /// Of `exposure_ms`, in milliseconds.
        package static let exposureMilliseconds = 50...600_000
    }
}

extension AnalysisSettings {
    /// What the settings of an analysis may be.
    package enum Limits {
        /// Confidence level of the intervals.
        package static let level = NumberRange.above(0.5, below: 1)
        /// The share of people that a rule is expected to leave out.
        package static let planned = NumberRange.from(0, to: 1)
        /// Failed catch trials that are forgiven.
        package static let maxFailed = 0...10_000
        /// Milliseconds below which a vote is fast: up to ten minutes.
        package static let fastMilliseconds = 1...600_000
        /// The largest share of fast votes that is forgiven.
        package static let fastShare = NumberRange.from(0, below: 1)
        /// The least share of one side that is taken for straight-lining.
        package static let oneSidedShare = NumberRange.above(0.5, atMost: 1)
        /// Votes for a side that a person needs to be judged.
        package static let minVotes = 2...10_000
        /// People after whom a study ends.
        package static let people = 1...100_000_000
        /// Probability of stopping for evidence where there is nothing to find.
        package static let alpha = NumberRange.above(0, atMost: 0.5)
    }
}

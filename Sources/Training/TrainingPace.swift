/// How fast a run has been since it was started or resumed.
struct TrainingPace {
    private var seconds: [Double]
    private var steps: [Int]
    private var images = 0

    /// The pace of a run of this many stages, with no step measured.
    init(stages: Int) {
        seconds = Array(repeating: 0, count: stages)
        steps = Array(repeating: 0, count: stages)
    }

    /// Counts a step of `stage` that took `elapsed` seconds.
    mutating func add(stage: Int, images: Int, elapsed: Double) {
        seconds[stage] += elapsed
        steps[stage] += 1
        self.images += images
    }

    /// Photographs a second; at least one step is measured.
    var imagesPerSecond: Double {
        Double(images) / seconds.reduce(0, +)
    }

    /// Seconds that `remaining` steps of every stage will take; a stage with no step measured counts as the mean one.
    func secondsLeft(remaining: [Int]) -> Double {
        let mean = seconds.reduce(0, +) / Double(max(steps.reduce(0, +), 1))
        return zip(remaining, zip(seconds, steps)).reduce(0) { left, stage in
            let (remaining, (seconds, steps)) = stage
            return left + Double(remaining) * (steps > 0 ? seconds / Double(steps) : mean)
        }
    }
}

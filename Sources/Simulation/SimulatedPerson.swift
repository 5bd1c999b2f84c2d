import Foundation
import Randomness
import Study

/// One simulated person: tastes, attention and pace are drawn when they are first needed, and stay.
struct SimulatedPerson {
    private let settings: SimulationSettings
    private let survey: SurveySettings
    private var random: RandomStream
    private let isCareless: Bool
    private let pace: Double
    /// For two methods in alphabetical order, how probably the first is chosen.
    private var tastes: [[String]: Double] = [:]

    init(settings: SimulationSettings, survey: SurveySettings, random: RandomStream) {
        self.settings = settings
        self.survey = survey
        self.random = random
        isCareless = self.random.uniform() < settings.careless
        // People's paces differ by a log-normal factor of deviation 0.3.
        pace = exp(0.3 * self.random.normals().0)
    }

    /// What the person answers.
    mutating func choice(in trial: Trial) -> Choice {
        if let correct = trial.correct, !isCareless { return correct }
        if survey.ties, random.uniform() < settings.ties { return .tie }
        let attending =
            trial.correct == nil ? preference(of: trial.left.pool.method, over: trial.right.pool.method) : 0.5
        let left = (isCareless ? 0.5 : attending) + settings.sideBias
        return random.uniform() < left ? .left : .right
    }

    /// Milliseconds from images to answer: log-normal with median 2.5 s, of careless people 0.8 s, and deviation 0.5;
    /// never below the survey's least times of viewing and of a response.
    mutating func responseTime() -> Int {
        let median = isCareless ? 800.0 : 2500.0
        return max(
            survey.minimumViewMilliseconds, survey.minimumResponseMilliseconds,
            milliseconds(median: median, deviation: 0.5))
    }

    /// Milliseconds until both images of a trial are in view.
    mutating func loadingTime() -> Int { milliseconds(median: 120, deviation: 0.3) }

    /// Milliseconds of reading before the first trial.
    mutating func pause() -> Int { milliseconds(median: 8000, deviation: 0.5) }

    private mutating func milliseconds(median: Double, deviation: Double) -> Int {
        Int((median * pace * exp(deviation * random.normals().0)).rounded())
    }

    private mutating func preference(of method: String, over other: String) -> Double {
        if method > other { return 1 - preference(of: other, over: method) }
        if let taste = tastes[[method, other]] { return taste }
        let taste = random.beta(
            mean: settings.probability(of: method, over: other),
            intraclassCorrelation: settings.intraclassCorrelation)
        tastes[[method, other]] = taste
        return taste
    }
}

import Answers
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

    /// How much better the person says that the chosen image is, as a grade: slightly in a half of the answers, much in three of
    /// 20; of a catch trial much, where the person attends.
    mutating func grade(_ choice: Choice, in trial: Trial) -> Int {
        guard choice != .tie else { return 0 }
        let draw = random.uniform()
        let amount = trial.correct != nil && !isCareless ? 3 : draw < 0.5 ? 1 : draw < 0.85 ? 2 : 3
        return choice == .left ? -amount : amount
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

    /// What the person answers to a question: any answer that admits them, each as likely; nil where they skip it, as one in ten
    /// questions that may be skipped.
    mutating func answer(to item: QuestionnaireItem) -> AnswerValue? {
        if !item.isRequired, random.uniform() < 0.1 { return nil }
        let admitted = survey.admit.answers[item.id]
        switch item.kind {
        case .choice: return options(of: item, admitted).map { .text($0[random.below($0.count)]) }
        case .choices:
            guard let options = options(of: item, admitted) else { return nil }
            let sure = options[random.below(options.count)]
            return .choices(item.options.map(\.id).filter { $0 == sure || random.uniform() < 0.5 })
        case .text: return .text("simulated".prefix(item.characters).description)
        case .number: return number(from: item.least, to: item.most, isWhole: item.isWhole, admitted)
        case .scale: return number(from: 1, to: Double(item.points), isWhole: true, admitted)
        }
    }

    private func options(of item: QuestionnaireItem, _ admitted: AdmittedAnswers?) -> [String]? {
        guard case .options(let names) = admitted else { return item.options.map(\.id) }
        return names.isEmpty ? nil : names
    }

    private mutating func number(
        from least: Double, to most: Double, isWhole: Bool, _ admitted: AdmittedAnswers?
    ) -> AnswerValue {
        var (low, high) = (least, most)
        if case .numbers(let least, let most) = admitted {
            (low, high) = (max(low, least ?? low), min(high, most ?? high))
        }
        if !isWhole { return .number(low + (high - low) * random.uniform()) }
        (low, high) = (low.rounded(.up), high.rounded(.down))
        return .number(min(high, low + ((high - low + 1) * random.uniform()).rounded(.down)))
    }

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

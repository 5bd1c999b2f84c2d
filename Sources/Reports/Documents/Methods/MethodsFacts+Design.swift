package import Analysis
package import Study

extension MethodsFacts {
    /// What people were asked, and in which order.
    package struct Design: Sendable, Hashable {
        /// The question, by language.
        package var question: [Language: String]
        /// The questions about each pair where the study names them, in the order in which they were asked, each by language.
        package var questions: [Asked]
        /// What could be answered.
        package var scale: AnswerScale?
        /// Whether the last answer could be taken back.
        package var undo: Bool?
        /// Whether a person had to agree before the first trial.
        package var consent: ConsentSettings?
        /// Main trials of each pair of methods that a person saw.
        package var trialsPerPair: Int?
        /// The least share of its trials that a complete session has votes on; nil where that is all of them.
        package var completeShare: Double?
        /// Pairs of methods over all conditions.
        package var pairs: Int?
        /// Which images of two methods met.
        package var pairing: SurveySettings.Pairing?
        /// What was shown of the item of a pair.
        package var context: SurveySettings.Context?
        /// Trials shown a second time with the sides exchanged.
        package var repeats: Int?
        /// Trials whose right answer is obvious.
        package var catchTrials: Int?
        /// What was asked about participants before the first pair; each question in words.
        package var before: [String] = []
        /// What was asked after the last.
        package var after: [String] = []
        /// Who could take part; nil where nothing is known of it.
        package var admit: AdmitSettings?
        /// How many people did not take part, as far as fronts could count them.
        package var refused = 0
        /// What a session had beside the pairs that count.
        package var besides = SessionSettings()
        /// How often each method stood on the left and on the right within a person.
        package var sides: SideBalance?
        /// Plans that were made ahead; people took one each.
        package var seats: Int?
        /// SHA-256 of the frozen plan in hexadecimal.
        package var planHash: String?

        /// What is known of the design.
        package init(
            question: [Language: String] = [:], questions: [Asked] = [], scale: AnswerScale? = nil,
            undo: Bool? = nil, consent: ConsentSettings? = nil,
            trialsPerPair: Int? = nil, completeShare: Double? = nil, pairs: Int? = nil,
            pairing: SurveySettings.Pairing? = nil, repeats: Int? = nil, catchTrials: Int? = nil,
            sides: SideBalance? = nil, seats: Int? = nil, planHash: String? = nil
        ) {
            self.question = question
            self.questions = questions
            self.scale = scale
            self.undo = undo
            self.consent = consent
            self.trialsPerPair = trialsPerPair
            self.completeShare = completeShare
            self.pairs = pairs
            self.pairing = pairing
            self.repeats = repeats
            self.catchTrials = catchTrials
            self.sides = sides
            self.seats = seats
            self.planHash = planHash
        }
    }

    /// One of several questions about each pair, or one with an id.
    package struct Asked: Sendable, Hashable {
        /// Its id.
        package var id: String
        /// Its wording, by language.
        package var text: [Language: String]
        /// Whether it is the one that the results are of.
        package var isPrimary: Bool

        /// A question.
        package init(id: String, text: [Language: String], isPrimary: Bool) {
            self.id = id
            self.text = text
            self.isPrimary = isPrimary
        }
    }

    /// What was left out.
    package struct Screening: Sendable, Hashable {
        /// The rules that were declared, with their bounds; nil where nothing is known of them.
        package var exclusions: ExclusionSettings?
        /// What each rule left out.
        package var funnel: [FunnelRow]
        /// What became of the analysis plan; nil where nothing is known of one.
        package var plan: AnalysisPlan?
        /// Votes of the study under other plans, which are not in the results.
        package var otherPlans = 0

        /// What can become of an analysis plan.
        package enum AnalysisPlan: Sendable, Hashable {
            /// What is used is what was frozen before the first vote.
            case kept
            /// What is used is not what was frozen before the first vote.
            case changed
            /// It was frozen when people had voted.
            case frozenLate
            /// What is used was never frozen.
            case notFrozen
        }

        /// What is known of the screening.
        package init(
            exclusions: ExclusionSettings? = nil, funnel: [FunnelRow] = [], plan: AnalysisPlan? = nil
        ) {
            self.exclusions = exclusions
            self.funnel = funnel
            self.plan = plan
        }
    }

    /// What was computed.
    package struct Estimation: Sendable, Hashable {
        /// Confidence level of all intervals.
        package var level: Double
        /// What the intervals of the rates take as the unit of evidence.
        package var unit: Unit
        /// The models beside selection rates.
        package var models: Set<Model>
        /// Resamples of people and the seed they were drawn with; nil without resampling.
        package var resampling: Resampling?
        /// When the study was to end.
        package var stopping: StoppingRule?
        /// How far it is from there; nil where that is not known.
        package var progress: StoppingProgress?
        /// dotchi's version.
        package var version: String

        /// What was computed.
        package init(
            level: Double, unit: Unit = .person, models: Set<Model> = [], resampling: Resampling? = nil,
            stopping: StoppingRule? = nil,
            progress: StoppingProgress? = nil, version: String
        ) {
            self.unit = unit
            self.progress = progress
            self.level = level
            self.models = models
            self.resampling = resampling
            self.stopping = stopping
            self.version = version
        }
    }

    /// What the intervals take as the unit; votes that name nobody leave the vote.
    var unit: Unit { people.counted == nil && analysis.unit != .noRate ? .vote : analysis.unit }

    /// What the votes allow to be the unit of evidence.
    package enum Unit: Sendable, Hashable {
        /// The person: all rates have their votes by person.
        case person
        /// The person, but for rates among whose votes some name nobody.
        case personWhereNamed
        /// The person, but the spread between people cannot be estimated.
        case personNotEstimated
        /// The vote: no rate has all of its votes by person.
        case vote
        /// Nothing: no vote that counts chose one of two methods.
        case noRate
    }

    /// A model of the votes.
    package enum Model: Sendable, Hashable, CaseIterable {
        /// Strengths of methods on the log scale.
        case bradleyTerry
        /// The same with ties.
        case davidson
        /// Places of methods in just objectionable differences.
        case thurstone
        /// Rates of people who vary about a common one.
        case mixed
        /// Evidence that may be looked at after every person.
        case sequential
    }

    /// Draws of people with replacement.
    package struct Resampling: Sendable, Hashable {
        /// How many.
        package var count: Int
        /// The seed.
        package var seed: UInt64

        /// `count` resamples drawn with `seed`.
        package init(count: Int, seed: UInt64) {
            self.count = count
            self.seed = seed
        }
    }
}

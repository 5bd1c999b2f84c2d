extension ReportTexts {
    /// The texts of the methods paragraph and of the notice of a changed analysis plan, by their keys in the language
    /// files, with placeholders as those of ``Key``. The logic, which of them stands when, is ``MethodsWriter``'s and
    /// that of `AnalysisDrift.notice`.
    enum MethodsKey: String, Sendable, CaseIterable, ReportTextKey {
        // Around the sentences.
        /// A part of the paragraph.
        case part = "methods_part"
        /// A place to fill in.
        case gap = "methods_gap"
        /// Between the parts of a list.
        case listGap = "methods_list_gap"
        /// A name and how many have it.
        case tally = "methods_tally"
        /// Between two of those.
        case tallyGap = "methods_tally_gap"
        /// Those that are not named.
        case others = "methods_others"

        // Participants.
        /// The heading.
        case participants = "methods_participants"
        /// Some votes are simulated.
        case someSimulated = "methods_some_simulated"
        /// All votes are.
        case allSimulated = "methods_all_simulated"
        /// How many people.
        case persons = "methods_persons"
        /// How many simulated people.
        case simulatedPersons = "methods_simulated_persons"
        /// How many began, where others are than those whose votes count.
        case began = "methods_began"
        /// Who gave the votes.
        case gave = "methods_gave"
        /// Who gave those votes that name people.
        case gavePart = "methods_gave_part"
        /// No vote names people.
        case nameless = "methods_nameless"
        /// When people answered, on one day.
        case oneDay = "methods_one_day"
        /// When people answered.
        case days = "methods_days"
        /// Where people came from.
        case sources = "methods_sources"
        /// The languages they answered in.
        case languages = "methods_languages"
        /// Not recorded.
        case gapPeople = "methods_gap_people"
        /// Not recorded.
        case gapDays = "methods_gap_days"
        /// Never recorded.
        case gapRecruitment = "methods_gap_recruitment"
        /// Never recorded, where people were asked about themselves.
        case gapRecruitmentAsked = "methods_gap_recruitment_asked"

        // Apparatus and viewing.
        /// The heading.
        case viewing = "methods_viewing"
        /// What showed the images.
        case fronts = "methods_fronts"
        /// Kinds of device.
        case devices = "methods_devices"
        /// Screens.
        case screens = "methods_screens"
        /// Renderings.
        case renders = "methods_renders"
        /// How large images were, all alike.
        case onePixels = "methods_one_pixels"
        /// How large images were.
        case pixels = "methods_pixels"
        /// Images were as large as the window allowed.
        case sizeFit = "methods_size_fit"
        /// Images had a fixed size.
        case sizeFixed = "methods_size_fixed"
        /// Images had their own pixels.
        case sizeNative = "methods_size_native"
        /// Images had a size in degrees.
        case sizeDegrees = "methods_size_degrees"
        /// Smaller images were not answered about.
        case sizeLeast = "methods_size_least"
        /// How the images stood.
        case layouts = "methods_layouts"
        /// One way in which they stood.
        case sideBySide = "methods_side_by_side"
        /// The other.
        case stacked = "methods_stacked"
        /// Both in one place.
        case inOnePlace = "methods_in_one_place"
        /// Both stood in one place, and people exchanged them.
        case flipped = "methods_flipped"
        /// People could enlarge both images.
        case enlarged = "methods_enlarged"
        /// Images were hidden before the answer.
        case exposed = "methods_exposed"
        /// The time to answer was limited.
        case limited = "methods_limited"
        /// The study's grey around the images.
        case surround = "methods_surround"
        /// The greys around the images.
        case surrounds = "methods_surrounds"
        /// Answers were taken at once.
        case atOnce = "methods_at_once"
        /// Answers were taken after a time.
        case afterView = "methods_after_view"
        /// Not recorded.
        case gapFronts = "methods_gap_fronts"
        /// Not recorded.
        case gapScreens = "methods_gap_screens"
        /// Not recorded.
        case gapPixels = "methods_gap_pixels"
        /// Never recorded.
        case gapRoom = "methods_gap_room"

        // Stimuli.
        /// The heading.
        case stimuli = "methods_stimuli"
        /// A pool's name: its method and condition.
        case poolUnder = "methods_pool_under"
        /// What is known of a pool.
        case pool = "methods_pool"
        /// A pool of which nothing is known.
        case poolUnknown = "methods_pool_unknown"
        /// How many images.
        case images = "methods_images"
        /// Their size.
        case imageSize = "methods_image_size"
        /// How long networks were trained.
        case epochs = "methods_epochs"
        /// Training time.
        case trainingTime = "methods_training_time"
        /// What the generators learned from.
        case photographs = "methods_photographs"
        /// The same of faces that dotchi drew.
        case proceduralFaces = "methods_procedural_faces"
        /// Images of the same latent vectors.
        case sharedLatents = "methods_shared_latents"
        /// Not recorded.
        case gapPools = "methods_gap_pools"
        /// Not recorded.
        case gapGenerator = "methods_gap_generator"
        /// Not recorded.
        case gapPhotographs = "methods_gap_photographs"

        // Task and design.
        /// The heading.
        case design = "methods_design"
        /// The question in a language.
        case question = "methods_question"
        /// What people were asked.
        case asked = "methods_asked"
        /// One of the questions that have ids.
        case namedQuestion = "methods_named_question"
        /// The same, several questions, and which of them the results are of.
        case askedSeveral = "methods_asked_several"
        /// Answers were grades.
        case graded = "methods_graded"
        /// No difference was an answer.
        case ties = "methods_ties"
        /// It was none.
        case noTies = "methods_no_ties"
        /// Answers could be taken back.
        case undo = "methods_undo"
        /// They could not.
        case noUndo = "methods_no_undo"
        /// Consent was asked.
        case consent = "methods_consent"
        /// The same, to a text that has a name.
        case consentVersion = "methods_consent_version"
        /// It was not.
        case noConsent = "methods_no_consent"
        /// Trials of a session, of one pair of methods.
        case trialsOnePair = "methods_trials_one_pair"
        /// Trials of a session, of several pairs.
        case trialsPairs = "methods_trials_pairs"
        /// Trials of a session, of an unknown number of pairs.
        case trialsEachPair = "methods_trials_each_pair"
        /// Images of one item met.
        case pairingItem = "methods_pairing_item"
        /// The text of the item was shown.
        case contextText = "methods_context_text"
        /// The reference of the item was shown.
        case contextReference = "methods_context_reference"
        /// Images met at random.
        case pairingRandom = "methods_pairing_random"
        /// A complete session may lack a share of its trials.
        case completeShare = "methods_complete_share"
        /// Sides are balanced.
        case sidesEqual = "methods_sides_equal"
        /// Sides are balanced within one.
        case sidesWithinOne = "methods_sides_within_one"
        /// No repeats.
        case noRepeats = "methods_no_repeats"
        /// Repeats.
        case repeats = "methods_repeats"
        /// What was asked about participants before the first pair.
        case before = "methods_before"
        /// What was asked after the last pair.
        case after = "methods_after"
        /// On which devices the survey was shown.
        case admitDevices = "methods_admit_devices"
        /// The least window.
        case admitWindow = "methods_admit_window"
        /// Which answers admitted people.
        case admitAnswers = "methods_admit_answers"
        /// How many did not take part.
        case refused = "methods_refused"
        /// No catch trials.
        case noCatchTrials = "methods_no_catch_trials"
        /// Catch trials.
        case catchTrials = "methods_catch_trials"
        /// Instructed checks.
        case checks = "methods_checks"
        /// Pairs to practise on.
        case practice = "methods_practice"
        /// Breaks.
        case breaks = "methods_breaks"
        /// Sequences of trials.
        case seats = "methods_seats"
        /// The plan's hash.
        case planFrozen = "methods_plan_frozen"
        /// Not recorded.
        case gapQuestion = "methods_gap_question"
        /// Not recorded.
        case gapTrials = "methods_gap_trials"
        /// Not recorded.
        case gapSides = "methods_gap_sides"

        // Screening.
        /// The heading.
        case screening = "methods_screening"
        /// A rule of exclusion.
        case incompleteRule = "methods_incomplete_rule"
        /// The same, where a session needs a share of its trials.
        case incompleteShareRule = "methods_incomplete_share_rule"
        /// A rule of exclusion.
        case failedCatchRule = "methods_failed_catch_rule"
        /// The same, where there are instructed checks.
        case failedAttentionRule = "methods_failed_attention_rule"
        /// The same, where there are instructed checks alone.
        case failedChecksRule = "methods_failed_checks_rule"
        /// A rule of exclusion.
        case tooFastRule = "methods_too_fast_rule"
        /// A rule of exclusion.
        case straightLiningRule = "methods_straight_lining_rule"
        /// No rule was declared.
        case noRules = "methods_no_rules"
        /// The declared rules.
        case rules = "methods_rules"
        /// The analysis plan stayed as frozen.
        case analysisKept = "methods_analysis_kept"
        /// It was changed.
        case analysisChanged = "methods_analysis_changed"
        /// It was frozen after the first vote.
        case analysisFrozenLate = "methods_analysis_frozen_late"
        /// It was not frozen.
        case analysisNotFrozen = "methods_analysis_not_frozen"
        /// What a rule left out.
        case leftOutByRule = "methods_left_out_by_rule"
        /// No vote was left out.
        case nothingLeftOut = "methods_nothing_left_out"
        /// What was left out.
        case leftOut = "methods_left_out"
        /// How results are given then.
        case withAndWithout = "methods_with_and_without"
        /// Votes under other plans.
        case otherPlans = "methods_other_plans"
        /// Not recorded.
        case gapRules = "methods_gap_rules"

        // Analysis.
        /// The heading.
        case analysis = "methods_analysis"
        /// What the selection rate is.
        case rateDefined = "methods_rate_defined"
        /// The unit where no vote names a person.
        case unitNobody = "methods_unit_nobody"
        /// The unit where of no rate all votes do.
        case unitVote = "methods_unit_vote"
        /// The unit where the spread cannot be estimated.
        case unitNotEstimated = "methods_unit_not_estimated"
        /// No unit, since there is no rate.
        case unitNoRate = "methods_unit_no_rate"
        /// The unit is the person.
        case unitPerson = "methods_unit_person"
        /// The unit is the person where votes name one.
        case unitPersonWhereNamed = "methods_unit_person_where_named"
        /// The models.
        case models = "methods_models"
        /// Errors of a model.
        case errorsByPerson = "methods_errors_by_person"
        /// Errors of a model.
        case errorsWhereNamed = "methods_errors_where_named"
        /// Errors of a model.
        case errorsByVote = "methods_errors_by_vote"
        /// A model.
        case bradleyTerry = "methods_bradley_terry"
        /// A model.
        case davidson = "methods_davidson"
        /// A model.
        case thurstone = "methods_thurstone"
        /// A model.
        case mixed = "methods_mixed"
        /// A model.
        case sequential = "methods_sequential"
        /// The bootstrap.
        case bootstrap = "methods_bootstrap"
        /// People, where their number is not known.
        case fixedNumber = "methods_fixed_number"
        /// The study ends after some people.
        case endFixed = "methods_end_fixed"
        /// And has not ended.
        case endInterim = "methods_end_interim"
        /// The study ends by evidence.
        case endEvidence = "methods_end_evidence"
        /// The study ends by evidence, or after some people.
        case endEvidenceOrPeople = "methods_end_evidence_or_people"
        /// The software.
        case software = "methods_software"
        /// Not recorded.
        case gapEnd = "methods_gap_end"

        // Data.
        /// The heading.
        case data = "methods_data"
        /// Where the raw votes are.
        case rawVotes = "methods_raw_votes"
        /// Not recorded.
        case gapRawVotes = "methods_gap_raw_votes"

        // The notice of a changed analysis plan. A language may leave times out.
        /// An analysis plan that was frozen.
        case driftFrozen = "drift_frozen"
        /// One that was not.
        case driftNotFrozen = "drift_not_frozen"
        /// It was changed after the first vote.
        case driftChanged = "drift_changed"
        /// It was frozen after the first vote.
        case driftFrozenLate = "drift_frozen_late"
        /// It was never frozen.
        case driftNeverFrozen = "drift_never_frozen"
        /// Nobody can know.
        case driftDamaged = "drift_damaged"
        /// What was changed.
        case driftSettings = "drift_settings"
        /// A setting that was changed.
        case driftSetting = "drift_setting"
        /// In place of a setting that is not there.
        case driftAbsent = "drift_absent"

        var placeholders: Set<String> {
            switch self {
            case .driftSetting: ["after", "before", "key"]
            case .gavePart: ["began", "named", "people", "votes"]
            case .gave: ["began", "people", "votes"]
            case .driftSettings: ["changes"]
            case .poolUnder: ["condition", "method"]
            case .persons, .simulatedPersons, .began, .images, .proceduralFaces, .repeats, .catchTrials, .seats,
                .failedCatchRule, .failedAttentionRule, .failedChecksRule, .checks, .practice, .breaks:
                ["count"]
            case .tally: ["count", "name"]
            case .bootstrap: ["count", "seed"]
            case .oneDay: ["day"]
            case .epochs: ["epochs"]
            case .bradleyTerry, .davidson, .thurstone: ["errors"]
            case .pool: ["facts", "pool"]
            case .rawVotes: ["file"]
            case .days: ["first", "last"]
            case .planFrozen, .driftFrozen, .driftNotFrozen: ["hash"]
            case .part: ["heading", "text"]
            case .trainingTime: ["hours"]
            case .question: ["language", "question"]
            case .pixels: ["least", "most"]
            case .unitNobody, .unitVote, .unitNotEstimated, .unitPerson, .unitPersonWhereNamed: ["level"]
            case .consentVersion: ["version"]
            case .before, .after, .admitDevices, .admitAnswers: ["list"]
            case .admitWindow: ["size"]
            case .refused: ["count"]
            case .sources, .languages, .fronts, .devices, .screens, .renders, .layouts, .surrounds, .leftOut: ["list"]
            case .sizeFit: ["scale"]
            case .sizeDegrees: ["degrees", "distance"]
            case .surround: ["level"]
            case .afterView: ["milliseconds"]
            case .tooFastRule: ["milliseconds", "share"]
            case .models: ["models"]
            case .trialsPairs: ["pairs", "trials"]
            case .endFixed: ["people"]
            case .endInterim: ["people", "planned", "reached"]
            case .leftOutByRule: ["people", "rule", "votes"]
            case .endEvidenceOrPeople: ["people", "value"]
            case .photographs: ["count", "source"]
            case .onePixels, .sizeFixed, .sizeLeast: ["pixels"]
            case .poolUnknown: ["pool"]
            case .asked: ["questions"]
            case .exposed, .limited: ["seconds"]
            case .askedSeveral: ["count", "primary", "questions"]
            case .namedQuestion: ["id", "questions"]
            case .rules: ["rules"]
            case .completeShare, .incompleteShareRule: ["share"]
            case .straightLiningRule: ["share", "votes"]
            case .imageSize: ["size"]
            case .gap: ["text"]
            case .driftChanged, .driftFrozenLate: ["today", "was"]
            case .someSimulated: ["total", "votes"]
            case .trialsOnePair, .trialsEachPair: ["trials"]
            case .endEvidence: ["value"]
            case .software: ["version"]
            case .nameless, .otherPlans: ["votes"]
            case .driftDamaged: ["was"]
            default: []
            }
        }

        var optional: Set<String> {
            switch self {
            case .driftFrozen: ["time"]
            case .driftChanged, .driftFrozenLate: ["vote"]
            case .driftNeverFrozen: ["plan", "today"]
            case .driftDamaged: ["today"]
            default: []
            }
        }
    }
}

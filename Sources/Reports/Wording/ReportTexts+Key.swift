extension ReportTexts {
    /// The texts of reports and of the terminal's report, by their keys in the language files.
    package enum Key: String, Sendable, CaseIterable, ReportTextKey {
        // Punctuation.
        /// Between a name and what it is.
        case colon
        /// Between the parts of a list.
        case comma
        /// Between the longer parts of a list.
        case semicolon
        /// At the end of a sentence.
        case fullStop = "full_stop"
        /// Between two sentences that have no full stop of their own.
        case stop

        // Columns of the paper's table.
        /// A method.
        case method
        /// How often a method was chosen.
        case rate
        /// How many epochs.
        case iterations
        /// How long training took.
        case time
        /// The unit of time in the paper's table, which prints `hrs`.
        case hours
        /// How many people.
        case people
        /// How many votes.
        case votes
        /// An interval, by its level in percent.
        case interval
        /// Unit of an interval with people as clusters.
        case byPerson = "by_person"
        /// An interval's lower end.
        case low
        /// An interval's upper end.
        case high

        // Around the paper's table.
        /// The paper's name of its first condition.
        case conditionEqualIterations = "condition_equal_iterations"
        /// The paper's name of its second condition.
        case conditionEqualTime = "condition_equal_time"
        /// The caption of a table of one of the paper's conditions.
        case captionPaper = "caption_paper"
        /// The caption of a table of another condition.
        case captionCondition = "caption_condition"
        /// The caption of a table without condition.
        case caption
        /// Under a table whose condition promises equal iterations and whose epochs differ.
        case unequalEpochs = "unequal_epochs"
        /// The watermark where all votes are simulated.
        case allSimulated = "all_simulated"
        /// The watermark where some votes are.
        case someSimulated = "some_simulated"
        /// The note on ties.
        case ties
        /// The note on matched times.
        case matchedTime = "matched_time"
        /// A method in that note.
        case matchedTimeOther = "matched_time_other"
        /// A time in hours.
        case hoursOf = "hours_of"

        // Columns of the estimates.
        /// A condition.
        case condition
        /// The method that another one meets.
        case against
        /// All other methods together.
        case allOthers = "all_others"
        /// A p value with people as the unit.
        case pByPerson = "p_by_person"
        /// The exact p value of the votes.
        case exactP = "exact_p"
        /// How often a method was chosen.
        case wins
        /// How often the other one was.
        case losses
        /// How often neither was.
        case tiesHeading = "ties_heading"

        // Why a number does not exist.
        /// See `Missing`.
        case whyNoVotes = "why_no_votes"
        /// See `Missing`.
        case whyOnlyTies = "why_only_ties"
        /// See `Missing`.
        case whyOneMethod = "why_one_method"
        /// See `Missing`.
        case whyNoPersons = "why_no_persons"
        /// See `Missing`.
        case whyOnePerson = "why_one_person"
        /// See `Missing`.
        case whySingleVotes = "why_single_votes"
        /// See `Missing`.
        case whySameVotes = "why_same_votes"
        /// See `Missing`.
        case whySpreadUnbounded = "why_spread_unbounded"
        /// See `Missing`.
        case whyFewResamples = "why_few_resamples"
        /// See `Missing`.
        case whyNoItems = "why_no_items"
        /// See `Missing`.
        case whyImagesInPart = "why_images_in_part"
        /// See `Missing`.
        case whyItemsInPart = "why_items_in_part"
        /// See `Missing`.
        case whyManyItems = "why_many_items"
        /// See `Missing`.
        case whyNoSpread = "why_no_spread"
        /// See `Missing`.
        case whyDisconnected = "why_disconnected"
        /// See `Missing`.
        case whySeparated = "why_separated"
        /// See `Missing`.
        case whyOrderUnbounded = "why_order_unbounded"
        /// See `Missing`.
        case whyNoTies = "why_no_ties"
        /// See `Missing`.
        case whyTiesUnbounded = "why_ties_unbounded"
        /// See `Missing`.
        case whyTooUneven = "why_too_uneven"
        /// See `Missing`.
        case whyDrifting = "why_drifting"
        /// See `Missing`.
        case whyTooFewMethods = "why_too_few_methods"
        /// See `Missing`.
        case whyNoTournament = "why_no_tournament"
        /// See `Missing`.
        case whyNoTriples = "why_no_triples"
        /// See `Missing`.
        case whyNoRepeats = "why_no_repeats"
        /// See `Missing`.
        case whyNothingShared = "why_nothing_shared"
        /// See `Missing`.
        case whyOneItem = "why_one_item"
        /// See `Missing`.
        case whyManyGroups = "why_many_groups"
        /// See `Missing`.
        case whyOnOnePerson = "why_on_one_person"
        /// See `Missing`.
        case whyOtherMethods = "why_other_methods"
        /// See `Missing`.
        case whyNoOneInBoth = "why_no_one_in_both"
        /// See `Missing`.
        case whyOneFront = "why_one_front"
        /// See `Missing`.
        case whyNotAsked = "why_not_asked"

        // Rules of exclusion.
        /// The rule of votes that no person gave.
        case ruleSimulatedPeople = "rule_simulated_people"
        /// The rule of people whom the plan does not admit.
        case ruleNotAdmitted = "rule_not_admitted"
        /// The rule of a person's further sessions.
        case ruleRepeatedSession = "rule_repeated_session"
        /// The rule of people who stopped.
        case ruleIncomplete = "rule_incomplete"
        /// The same, where a session needs a share of its trials.
        case ruleIncompleteShare = "rule_incomplete_share"
        /// The rule of failed catch trials.
        case ruleFailedCatch = "rule_failed_catch"
        /// The same, where the study has checks alone.
        case ruleFailedChecks = "rule_failed_checks"
        /// The same, where the study has both, and how many people failed which.
        case ruleFailedAttention = "rule_failed_attention"
        /// The rule of answers that are too fast.
        case ruleTooFast = "rule_too_fast"
        /// The rule of one side.
        case ruleStraightLining = "rule_straight_lining"
        /// The rule of pairs of one method.
        case ruleSameMethod = "rule_same_method"

        // The report.
        /// What the page is.
        case report
        /// The study's id.
        case study
        /// The file of votes.
        case votesFile = "votes_file"
        /// The plan's hash.
        case plan
        /// When people answered.
        case answered
        /// Over the facts on where votes come from.
        case origin
        /// How many votes and people there are.
        case counts
        /// In place of rates where there is nothing to estimate.
        case noRates = "no_rates"
        /// Beside the number of votes that count.
        case votesCounted = "votes_counted"
        /// Beside the number of people.
        case peopleCounted = "people_counted"
        /// Beside the number of votes that do not count.
        case votesLeftOut = "votes_left_out"
        /// Conditions; beside their number too.
        case conditions
        /// What wrote the report.
        case written
        /// In place of a verdict while the study is not at its end.
        case interim
        /// What a report says first of such a study.
        case interimNotice = "interim_notice"
        /// Of votes under other plans.
        case otherPlansNotice = "other_plans_notice"
        /// Of sessions that could not be read.
        case unreadableNotice = "unreadable_notice"

        // How to read the numbers.
        /// The heading.
        case reading
        /// On the selection rate.
        case readingRate = "reading_rate"
        /// On people as the unit.
        case readingByPerson = "reading_by_person"
        /// On every vote as its own person.
        case readingNaive = "reading_naive"
        /// On the bootstrap.
        case readingResamples = "reading_resamples"
        /// On the correlation within people, and on flips.
        case readingClusters = "reading_clusters"

        // Rates.
        /// The heading of the paper's tables.
        case tables
        /// The heading of the rates.
        case rates
        /// Rows of single pairs of methods.
        case pairs
        /// Over what else says how sure the rates are.
        case robust
        /// A column of that table.
        case intraclass
        /// A column of that table.
        case designEffect = "design_effect"
        /// An interval by resampling people.
        case bootstrap
        /// An interval by resampling people and images.
        case twoWayBootstrap = "two_way_bootstrap"
        /// An interval by the model with an intercept a person.
        case mixed
        /// The fewest votes that the lead hangs on.
        case votesToFlip = "votes_to_flip"
        /// The fewest people that the lead hangs on.
        case peopleToFlip = "people_to_flip"
        /// Under the figure of the rates.
        case ratesNote = "rates_note"

        // Hypotheses.
        /// The heading of the hypotheses.
        case hypotheses
        /// A hypothesis, by its name.
        case hypothesis
        /// What it claims.
        case claim
        /// A p value by Holm's adjustment.
        case holmP = "holm_p"
        /// What the votes say of it.
        case finding
        /// Over the hypotheses.
        case hypothesesNote = "hypotheses_note"
        /// A finding.
        case supported
        /// A finding.
        case notShown = "not_shown"
        /// A finding of a hypothesis without claim.
        case inWordsOnly = "in_words_only"
        /// A finding where there are no votes on it.
        case noSuchVotes = "no_such_votes"

        // Methods on one scale.
        /// The heading.
        case scale
        /// What the unit means.
        case jodNote = "jod_note"
        /// Letters of methods that cannot be told apart.
        case alike
        /// What the letters mean.
        case alikeNote = "alike_note"
        /// Under the figure, behind what the unit means.
        case scaleNote = "scale_note"
        /// The table of strengths.
        case bradleyTerry = "bradley_terry"
        /// A strength.
        case logStrength = "log_strength"
        /// That people are the unit.
        case unitByPerson = "unit_by_person"
        /// In place of the interval of the method that the others are relative to.
        case reference
        /// The error that takes every vote as independent.
        case naiveError = "naive_error"
        /// Rows of differences of strengths.
        case strengthPairs = "strength_pairs"
        /// How far the left image is favoured.
        case orderEffect = "order_effect"

        // Conditions.
        /// The heading.
        case comparisons
        /// A difference.
        case difference
        /// Its unit.
        case points
        /// The unit of its interval.
        case pointsByPerson = "points_by_person"
        /// Over the table.
        case comparisonsNote = "comparisons_note"
        /// Under the table, of which more is in the JSON.
        case moreComparisons = "more_comparisons"
        /// The heading of the training times.
        case cost
        /// Over their figure.
        case costNote = "cost_note"

        // Images.
        /// The heading.
        case images
        /// Over the best images.
        case best
        /// Over the worst images.
        case worst
        /// Over both.
        case imagesNote = "images_note"
        /// Under an image.
        case chosen
        /// Under images that others are tied with.
        case tiedWithLast = "tied_with_last"
        /// Where no image is better than another.
        case allTied = "all_tied"
        /// An image, by its name.
        case image
        /// A p value adjusted over all images.
        case adjustedP = "adjusted_p"
        /// In place of a picture.
        case noPicture = "no_picture"
        /// The heading of grids of samples.
        case samples

        // Exclusions.
        /// The heading.
        case exclusions
        /// Under the figure.
        case exclusionsNote = "exclusions_note"
        /// Where no vote was.
        case nothingLeftOut = "nothing_left_out"
        /// A rule.
        case rule
        /// Of a rule that left out far more people than planned.
        case alarm
        /// Before the names of the rules.
        case rulesApplied = "rules_applied"
        /// The share of people whom a rule left out.
        case shareOfPeople = "share_of_people"
        /// The share that was planned.
        case planned
        /// Whether a rule left out far more.
        case alarmColumn = "alarm_column"
        /// That it did.
        case farMore = "far_more"
        /// That it did not.
        case noAlarm = "no_alarm"
        /// The table of both rates.
        case withAndWithout = "with_and_without"
        /// The rate with the rules.
        case withRules = "with_rules"
        /// The rate without them.
        case withoutRules = "without_rules"
        /// Before the counts of images that could not be shown.
        case failedImages = "failed_images"
        /// How often the time to answer was over.
        case timeouts
        /// How often the study was looked at while it ran.
        case boardViews = "board_views"
        /// Before the images that people reported.
        case reportedImages = "reported_images"

        // How people answered.
        /// The heading.
        case peopleAnswered = "people_answered"
        /// Response times.
        case times
        /// Where there are none.
        case noTimes = "no_times"
        /// Under their figure.
        case timesNote = "times_note"
        /// The median.
        case median
        /// Votes that took less time than the rule allows.
        case tooFast = "too_fast"
        /// The unit of times.
        case seconds
        /// The left side.
        case left
        /// The right side.
        case right
        /// How often the left side was chosen.
        case leftShare = "left_share"
        /// How many people favour a side.
        case biasedPeople = "biased_people"
        /// The figure of the sides.
        case sides
        /// The p values of the sides.
        case sideP = "side_p"
        /// Under the figure of the sides.
        case sidesNote = "sides_note"
        /// The table of consistency.
        case consistency
        /// A statistic, by its name.
        case statistic
        /// Where there are no conditions.
        case allVotes = "all_votes"
        /// A statistic.
        case repeatsAlike = "repeats_alike"
        /// A statistic.
        case triadsMean = "triads_mean"
        /// A statistic.
        case withoutTriads = "without_triads"
        /// A statistic.
        case weak
        /// A statistic.
        case moderate
        /// A statistic.
        case strong
        /// A statistic.
        case alpha
        /// A statistic.
        case kendallU = "kendall_u"
        /// How many votes name an item.
        case itemsNamed = "items_named"
        /// How many votes name both images.
        case imagesNamed = "images_named"
        /// What stands in for items that some votes lack.
        case imagesInstead = "images_instead"
        /// What the votes that name their unit are taken for.
        case ofThoseAlone = "of_those_alone"
        /// Further conditions of which some votes name their unit.
        case moreMixed = "more_mixed"
        /// The heading of the fronts.
        case fronts
        /// A front.
        case front
        /// Over their table.
        case frontsNote = "fronts_note"
        /// The heading of what people answered about themselves.
        case answers
        /// A question about them.
        case question
        /// An answer to it.
        case answer
        /// The share of the people asked.
        case share
        /// An answer in words of the person's own.
        case anyAnswer = "any_answer"
        /// None.
        case noAnswer = "no_answer"
        /// What numbers come to.
        case numberSummary = "number_summary"
        /// Over the rates by answers.
        case subgroupsNote = "subgroups_note"
        /// Who did not take part.
        case refusals
        /// They did not agree.
        case refusalDeclined = "refusal_declined"
        /// Their device is none that the study admits.
        case refusalDevice = "refusal_device"
        /// There were as many with such answers as the study wants.
        case refusalQuota = "refusal_quota"
        /// Their window was too small.
        case refusalWindow = "refusal_window"
        /// Their answer to a question.
        case refusalAnswer = "refusal_answer"

        /// A front that dotchi has.
        case frontPage = "front_page"
        /// A front that dotchi has.
        case frontTerminal = "front_terminal"
        /// Where simulated people answer.
        case frontSimulation = "front_simulation"
        /// How people came: by a link.
        case sourceLink = "source_link"
        /// How simulated people came.
        case sourceSimulated = "source_simulated"
        /// A kind of device.
        case deviceDesktop = "device_desktop"
        /// A kind of device.
        case deviceTablet = "device_tablet"
        /// A kind of device.
        case devicePhone = "device_phone"

        // Evidence.
        /// The heading.
        case evidence
        /// Over the figures.
        case evidenceNote = "evidence_note"
        /// Over the table.
        case lastEvidenceNote = "last_evidence_note"
        /// The e-value.
        case eValue = "e_value"
        /// The confidence sequence.
        case confidenceSequence = "confidence_sequence"
        /// What the evidence allows.
        case whatToDo = "what_to_do"
        /// An advice.
        case stopAhead = "stop_ahead"
        /// An advice.
        case stopBehind = "stop_behind"
        /// An advice.
        case stopAtPlan = "stop_at_plan"
        /// An advice.
        case stopOutOfReach = "stop_out_of_reach"
        /// An advice.
        case goOn = "go_on"

        // The methods paragraph.
        /// The heading.
        case methods
        /// Over the paragraph.
        case methodsNote = "methods_note"

        // Charts.
        /// An axis.
        case chartRate = "chart_rate"
        /// A line.
        case chartHalf = "chart_half"
        /// A mark.
        case chartNaive = "chart_naive"
        /// A mark.
        case chartByPerson = "chart_by_person"
        /// A bracket.
        case chartAlike = "chart_alike"
        /// In place of brackets.
        case chartManyAlike = "chart_many_alike"
        /// A column.
        case chartVotesLeft = "chart_votes_left"
        /// A column.
        case chartVotesOut = "chart_votes_out"
        /// A column.
        case chartPeopleOut = "chart_people_out"
        /// A mark.
        case chartLeftOut = "chart_left_out"
        /// A mark.
        case chartPlannedShare = "chart_planned_share"
        /// An axis.
        case chartResponseTime = "chart_response_time"
        /// A time.
        case chartSeconds = "chart_seconds"
        /// An axis.
        case chartLeftShare = "chart_left_share"
        /// A mark.
        case chartPerson = "chart_person"
        /// A mark.
        case chartBiased = "chart_biased"
        /// Before the share of all votes.
        case chartPooled = "chart_pooled"
        /// An axis.
        case chartPeopleSorted = "chart_people_sorted"
        /// A line.
        case chartEnough = "chart_enough"
        /// An axis.
        case chartSequence = "chart_sequence"
        /// An axis.
        case chartPeopleFinished = "chart_people_finished"
        /// An axis.
        case chartTrainingTime = "chart_training_time"
        /// The unit of that axis.
        case chartHours = "chart_hours"

        // Short headings, for a terminal.
        /// A rate.
        case terminalRate = "terminal_rate"
        /// An interval with people as the unit.
        case terminalByPerson = "terminal_by_person"
        /// A p value with people as the unit.
        case terminalP = "terminal_p"
        /// An interval that takes every vote as independent.
        case terminalNaive = "terminal_naive"
        /// The exact p value of the votes.
        case terminalExactP = "terminal_exact_p"
        /// How often a method was chosen.
        case terminalWins = "terminal_wins"
        /// How often the other one was.
        case terminalLosses = "terminal_losses"
        /// How often neither was.
        case terminalTies = "terminal_ties"
        /// How often the left side was chosen.
        case terminalLeftShare = "terminal_left_share"
        /// How many people favour a side.
        case terminalBiasedPeople = "terminal_biased_people"
        /// How far the left image is favoured.
        case terminalOrderEffect = "terminal_order_effect"
        /// A difference to all others.
        case terminalLessOthers = "terminal_less_others"
        /// A confidence sequence.
        case terminalAtAnyTime = "terminal_at_any_time"

        // Sentences of a terminal.
        /// A rate that is missing.
        case terminalRateName = "terminal_rate_name"
        /// An interval that is missing.
        case terminalIntervalName = "terminal_interval_name"
        /// A p value that is missing.
        case terminalOrderEffectP = "terminal_order_effect_p"
        /// Groups that are missing.
        case terminalAlikeName = "terminal_alike_name"
        /// What is missing, and why.
        case terminalGap = "terminal_gap"
        /// After those that are named.
        case terminalMoreGaps = "terminal_more_gaps"
        /// All that is missing.
        case terminalNotEstimated = "terminal_not_estimated"
        /// So many of all.
        case terminalPart = "terminal_part"
        /// A statistic.
        case terminalTransitivity = "terminal_transitivity"
        /// A statistic.
        case terminalAlphaInterval = "terminal_alpha_interval"
        /// An advice.
        case terminalStopAhead = "terminal_stop_ahead"
        /// An advice.
        case terminalStopBehind = "terminal_stop_behind"
        /// An advice.
        case terminalStopAtPlan = "terminal_stop_at_plan"
        /// An advice.
        case terminalStopOutOfReach = "terminal_stop_out_of_reach"
        /// An advice.
        case terminalGoOn = "terminal_go_on"
        /// Votes without condition.
        case terminalNoCondition = "terminal_no_condition"
        /// A method under a condition, in a sentence.
        case terminalUnder = "terminal_under"
        /// Under a table of which more is in the JSON.
        case terminalMore = "terminal_more"
        /// Under the rates, of which pairs are in the JSON.
        case terminalPairs = "terminal_pairs"
        /// Under the comparison, of which more is in the JSON.
        case terminalMoreComparisons = "terminal_more_comparisons"
        /// What a rule left out.
        case terminalLeftOut = "terminal_left_out"
        /// The same beside what was planned.
        case terminalLeftOutPlanned = "terminal_left_out_planned"
        /// Where that was far more.
        case terminalAlarm = "terminal_alarm"
        /// A rate without exclusions.
        case terminalWithoutExclusions = "terminal_without_exclusions"
        /// What follows where no other method changes more.
        case terminalNoOther = "terminal_no_other"
        /// A hypothesis without claim.
        case terminalInWordsOnly = "terminal_in_words_only"
        /// A hypothesis that cannot be tested.
        case terminalNotTested = "terminal_not_tested"
        /// A hypothesis and what the votes say of it.
        case terminalVerdict = "terminal_verdict"
        /// The same beside Holm's adjustment.
        case terminalVerdictAdjusted = "terminal_verdict_adjusted"
        /// A difference of conditions.
        case terminalLess = "terminal_less"
        /// Over the comparison of conditions.
        case terminalComparisons = "terminal_comparisons"
        /// Over the scale.
        case terminalStrengths = "terminal_strengths"
        /// Under the scale.
        case terminalAlikeNote = "terminal_alike_note"
        /// Where there is no scale.
        case terminalNoScale = "terminal_no_scale"
        /// The same under a condition.
        case terminalNoScaleUnder = "terminal_no_scale_under"
        /// Over the sides.
        case terminalSides = "terminal_sides"
        /// Over the evidence.
        case terminalEvidence = "terminal_evidence"
        /// Over the rates by answers.
        case terminalSubgroups = "terminal_subgroups"
        /// Over the fronts.
        case terminalFronts = "terminal_fronts"

        // In LaTeX.
        /// What a document with the table needs, as the file's first line says.
        case latexNeeds = "latex_needs"

        var placeholders: Set<String> {
            switch self {
            case .terminalVerdictAdjusted: ["adjusted", "claim", "p", "verdict"]
            case .terminalPart: ["all", "count"]
            case .terminalLeftOutPlanned: ["all", "people", "planned", "rule", "share", "votes"]
            case .evidenceNote: ["alpha"]
            case .lastEvidenceNote: ["alpha", "enough", "level"]
            case .terminalInWordsOnly: ["claim"]
            case .terminalVerdict: ["claim", "p", "verdict"]
            case .terminalNotTested: ["claim", "why"]
            case .sideP: ["clustered", "naive"]
            case .captionCondition: ["condition"]
            case .captionPaper, .terminalUnder: ["condition", "name"]
            case .terminalNoScaleUnder: ["condition", "reason"]
            case .ties, .pairs, .strengthPairs, .tiedWithLast, .allTied, .chartManyAlike, .chartPeopleSorted,
                .terminalMore, .terminalMoreGaps, .terminalPairs:
                ["count"]
            case .imagesNote: ["count", "different", "level"]
            case .counts: ["counted", "people", "total"]
            case .matchedTimeOther: ["difference", "method", "time"]
            case .terminalEvidence: ["enough"]
            case .terminalLess: ["first", "second"]
            case .terminalNotEstimated: ["gaps"]
            case .hoursOf: ["hours"]
            case .interval, .chartByPerson, .chartSequence, .terminalByPerson, .terminalNaive, .terminalAtAnyTime,
                .terminalAlphaInterval:
                ["level"]
            case .matchedTime: ["method", "others", "time"]
            case .terminalWithoutExclusions: ["method", "others", "with", "without"]
            case .unequalEpochs: ["methods"]
            case .terminalGap: ["name", "why"]
            case .terminalLeftOut: ["people", "rule", "votes"]
            case .interim, .interimNotice: ["planned", "reached"]
            case .terminalNoScale: ["reason"]
            case .alarm: ["rule"]
            case .ruleIncompleteShare: ["share"]
            case .ruleFailedAttention: ["catches", "checks"]
            case .chartSeconds: ["seconds"]
            case .unreadableNotice: ["sessions"]
            case .chosen: ["shown", "wins"]
            case .someSimulated: ["total", "votes"]
            case .chartEnough: ["value"]
            case .otherPlansNotice: ["votes"]
            case .moreComparisons: ["count"]
            case .terminalMoreComparisons: ["count"]
            case .itemsNamed: ["count", "votes"]
            case .imagesNamed: ["count", "votes"]
            case .moreMixed, .timeouts: ["count"]
            case .boardViews: ["count", "rates"]
            case .latexNeeds: ["package"]
            case .numberSummary: ["least", "mean", "most", "sd"]
            case .refusalAnswer: ["question"]
            default: []
            }
        }
    }
}

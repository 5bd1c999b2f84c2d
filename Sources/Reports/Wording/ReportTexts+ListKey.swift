extension ReportTexts {
    /// The texts of lists that the terminal shows (pools, plans) and of what simulation did, by their keys in the language
    /// files.
    package enum ListKey: String, Sendable, CaseIterable, ReportTextKey {
        // A list within a line.
        /// In place of an empty one.
        case none = "list_none"
        /// After the names that are shown.
        case more = "list_more"

        // Pools.
        /// A pool.
        case pool = "list_pool"
        /// A generation of its images.
        case generation = "list_generation"
        /// How many images.
        case images = "list_images"
        /// When they were published.
        case published = "list_published"
        /// How many have a text to be shown above a pair.
        case texts = "list_texts"
        /// How many have a reference image to be shown there.
        case references = "list_references"
        /// Whether they are those that would be made now.
        case state = "list_state"
        /// They are.
        case fresh = "list_fresh"
        /// They are not.
        case stale = "list_stale"
        /// They were brought in.
        case imported = "list_imported"
        /// A network was changed after it was trained.
        case changedNetwork = "list_changed_network"
        /// study.yaml has no such pool.
        case unplanned = "list_unplanned"
        /// They are ruined copies.
        case forCatchTrials = "list_for_catch_trials"
        /// What is recorded of them is damaged.
        case damaged = "list_damaged"
        /// How long their networks were trained.
        case trainingTime = "list_training_time"
        /// What they were made from.
        case checkpoint = "list_checkpoint"
        /// That they were enlarged.
        case enlarged = "list_enlarged"
        /// How they were.
        case bicubically = "list_bicubically"

        // Plans.
        /// A plan.
        case plan = "list_plan"
        /// When it was frozen.
        case frozen = "list_frozen"
        /// How many seats.
        case seats = "list_seats"
        /// How many trials.
        case trials = "list_trials"
        /// How many sessions.
        case sessions = "list_sessions"
        /// How many of them are simulated.
        case simulated = "list_simulated"
        /// The plan that is in use.
        case inUse = "list_in_use"

        // Simulation.
        /// How many people were simulated.
        case simulatedPeople = "list_simulated_people"

        var placeholders: Set<String> {
            switch self {
            case .more: ["count", "list"]
            case .bicubically: ["link", "side"]
            case .simulatedPeople: ["events", "people"]
            default: []
            }
        }
    }
}

extension ReportTexts {
    /// The texts of how many people a study needs, by their keys in the language files.
    package enum PowerKey: String, Sendable, CaseIterable, ReportTextKey {
        /// What is to be found.
        case aim = "power_aim"
        /// Over the numbers of people.
        case byPerson = "power_by_person"
        /// How many votes a person gives.
        case votesEach = "power_votes_each"
        /// How many people to invite.
        case toInvite = "power_to_invite"
        /// The probability of finding what is to be found.
        case power = "power_power"
        /// That some powers are those of simulated studies.
        case simulated = "power_simulated"
        /// That some numbers cannot be promised.
        case unknown = "power_unknown"
        /// Why they cannot.
        case alike = "power_alike"
        /// How many votes of different people.
        case votes = "power_votes"
        /// How many reach the power first.
        case first = "power_first"
        /// The same where more of them may fall below it again.
        case firstAndFalls = "power_first_and_falls"
        /// Beside the number from which the power stays.
        case stays = "power_stays"
        /// Beside the first number that reaches it.
        case firstMark = "power_first_mark"

        var placeholders: Set<String> {
            switch self {
            case .aim: ["alpha", "power", "rate"]
            case .simulated: ["studies"]
            case .unknown: ["why"]
            case .votes: ["power", "votes"]
            case .first, .firstAndFalls: ["votes"]
            default: []
            }
        }
    }
}

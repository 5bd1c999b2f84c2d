import Study

/// What every visitor learns of a plan: its name, its rules and how many seats it has; nothing of what other seats are asked.
struct PagePlan: Encodable {
    var study: String
    var hash: String
    /// The larger side in pixels of the largest image.
    var imagePixels: Int
    var languages: [String]
    /// Those among them that are written from right to left.
    var rightToLeft: [String]
    var rules: Rules
    /// What stands beside the pairs.
    var steps: PageSteps
    /// How images are shown.
    var view: PageView
    /// The ids of the questions about each pair, in the order in which they are asked; empty where the study names none. Which
    /// of them the analysis goes by is not said.
    var questions: [String]
    /// What of the link is taken.
    var entry: EntrySettings
    /// Where people are sent, by why they leave: those of ``ExitReason`` that a page can have.
    var exit: [String: String]
    /// What is asked before the first pair and after the last.
    var before: [QuestionnaireItem]
    var after: [QuestionnaireItem]
    /// Who is let in. Whatever a page knows its reader can know.
    var admit: AdmitSettings
    /// Whether the collector says who goes on after `before`; nil where everybody does.
    var quota: Bool?
    /// How many seats there are.
    var seats: Int
    /// The only seat that the page carries; nil for all.
    var seat: Int?
    /// The folders of seats and images; nil in a single file.
    var folders: Folders?
    /// The address below which the collector answers, empty where it serves the page; nil where answers are handed over as a
    /// file.
    var submit: String?
    /// How many pairs each person sees, those to practise on among them; nil where there are none.
    var trials: Int?

    /// The rules of the survey that the page keeps.
    struct Rules: Encodable {
        var ties: Bool
        /// Whether answers are grades.
        var graded: Bool
        var undo: Bool
        var minimumViewMilliseconds: Int
        var minimumResponseMilliseconds: Int
        var imageTries: Int
        var consent: Bool
        /// SHA-256 of what is agreed to, by language; empty where nobody is asked to agree.
        var consents: [String: String]

        enum CodingKeys: String, CodingKey {
            case ties, graded, undo, consent, consents
            case minimumViewMilliseconds = "min_view_ms"
            case minimumResponseMilliseconds = "min_response_ms"
            case imageTries = "image_tries"
        }
    }

    /// Where the files of seats and images lie.
    struct Folders: Encodable {
        var seats: String
        var images: String
    }

    enum CodingKeys: String, CodingKey {
        case study, hash, languages, rules, steps, view, questions, entry, exit, before, after, admit, quota, seats,
            seat,
            folders, submit, trials
        case imagePixels = "image_px"
        case rightToLeft = "right_to_left"
    }
}

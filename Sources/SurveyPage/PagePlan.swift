/// What the page knows of a plan: who sees which images, under opaque names, and nothing of where they come from.
struct PagePlan: Encodable {
    var study: String
    var hash: String
    /// The larger side in pixels of the largest image.
    var imagePixels: Int
    var languages: [String]
    var rules: Rules
    /// By seat and trial, the names of the left and the right image.
    var seats: [[[String]]]

    /// The rules of the survey that the page keeps.
    struct Rules: Encodable {
        var ties: Bool
        var undo: Bool
        var minimumViewMilliseconds: Int
        var consent: Bool

        enum CodingKeys: String, CodingKey {
            case ties, undo, consent
            case minimumViewMilliseconds = "min_view_ms"
        }
    }

    enum CodingKeys: String, CodingKey {
        case study, hash, languages, rules, seats
        case imagePixels = "image_px"
    }
}

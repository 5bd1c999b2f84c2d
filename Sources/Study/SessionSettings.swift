/// What a session has beside the pairs that count: practice, breaks, checks, and whether images can be reported.
package struct SessionSettings: Sendable, Hashable {
    /// Pairs before those that count, to practise on; their answers count nowhere.
    package var practice = 0
    /// After how many pairs each a break is offered; 0 for never.
    package var breaks = 0
    /// Instructed attention checks: pairs whose question says which image to choose.
    package var checks = 0
    /// Whether an image can be reported at each pair.
    package var reportsImages = false

    /// Nothing of it.
    package init() {}
}

extension SessionSettings: Codable {
    private enum CodingKeys: String, CodingKey {
        case practice, breaks, checks
        case reportsImages = "report_images"
    }

    /// Reads what any version froze.
    package init(from decoder: any Decoder) throws {
        self.init()
        let frozen = try decoder.container(keyedBy: CodingKeys.self)
        practice = try frozen.decodeIfPresent(Int.self, forKey: .practice) ?? practice
        breaks = try frozen.decodeIfPresent(Int.self, forKey: .breaks) ?? breaks
        checks = try frozen.decodeIfPresent(Int.self, forKey: .checks) ?? checks
        reportsImages = try frozen.decodeIfPresent(Bool.self, forKey: .reportsImages) ?? reportsImages
    }

    /// Writes what is not as ``init()`` has it.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        if practice != 0 { try values.encode(practice, forKey: .practice) }
        if breaks != 0 { try values.encode(breaks, forKey: .breaks) }
        if checks != 0 { try values.encode(checks, forKey: .checks) }
        if reportsImages { try values.encode(reportsImages, forKey: .reportsImages) }
    }
}

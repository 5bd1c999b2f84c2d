/// A language of the fronts and reports, by its BCP 47 tag.
package enum Language: String, Sendable, Codable, Hashable, CaseIterable, CodingKeyRepresentable {
    /// English.
    case english = "en"
    /// Japanese.
    case japanese = "ja"
    /// Japanese in the paper's own voice, Kansai dialect.
    case kansai = "ja-kansai"
}

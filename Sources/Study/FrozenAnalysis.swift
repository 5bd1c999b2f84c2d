package import Foundation

/// An analysis plan as it was frozen.
package struct FrozenAnalysis: Sendable, Hashable {
    /// What it asks.
    package var settings: AnalysisSettings
    /// SHA-256 of the settings as canonical JSON, 64 lower-case hexadecimal digits.
    package var hash: String
    /// When it was frozen.
    package var frozenAt: Date
    /// How many votes of people the store had by then; at least 0.
    package var votes: Int
    /// Whether the record could be read; else the settings are those of an analysis plan that says nothing.
    package var isReadable: Bool

    /// A frozen analysis plan.
    package init(settings: AnalysisSettings, hash: String, frozenAt: Date, votes: Int, isReadable: Bool = true) {
        self.isReadable = isReadable
        self.settings = settings
        self.hash = hash
        self.frozenAt = frozenAt
        self.votes = votes
    }
}

import Crypto
import Foundation
package import Study

extension AnalysisSettings {
    /// SHA-256 of the settings as JSON in UTF-8 with sorted keys and no spaces, 64 lower-case hexadecimal digits: the name
    /// of the analysis plan. No part of the survey plan's hash, so that a changed analysis leaves the votes where they are.
    package var hash: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return hexadecimal(SHA256.hash(data: try encoder.encode(self)))
        } catch {
            preconditionFailure("settings hold only texts, finite numbers and lists, which JSON can say: \(error)")
        }
    }
}

extension FrozenAnalysis {
    /// Whether the settings are those that were frozen, as their hash says.
    package var isWhole: Bool { isReadable && settings.hash == hash }
}

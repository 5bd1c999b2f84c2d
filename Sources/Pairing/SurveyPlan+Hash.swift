import Crypto
import Foundation
package import Study

extension SurveyPlan {
    /// The plan as bytes, the same for the same plan on every machine: JSON in UTF-8 with sorted keys and no spaces.
    /// A decoder of SurveyPlan reads it back.
    package var canonicalBytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self))
        } catch {
            preconditionFailure("a plan holds only texts, whole numbers and lists, which JSON can say: \(error)")
        }
    }

    /// SHA-256 of ``canonicalBytes``, 64 lower-case hexadecimal digits: the plan's name for ever. Computed anew at each
    /// call.
    package var hash: String { hexadecimal(SHA256.hash(data: canonicalBytes)) }
}

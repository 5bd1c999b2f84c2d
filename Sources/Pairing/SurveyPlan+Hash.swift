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

/// The name under which a front shows an image: 16 hexadecimal digits that say nothing of method, pool or index.
///
/// - Parameter planHash: the plan's hash, so that another plan gives the same image another name.
/// - Parameter imageSHA256: SHA-256 of the image's bytes in hexadecimal; pool entries that share an image share its
///   name.
package func imageName(planHash: String, imageSHA256: String) -> String {
    String(hexadecimal(SHA256.hash(data: Array((planHash + imageSHA256).utf8))).prefix(16))
}

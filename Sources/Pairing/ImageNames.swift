import Crypto
package import Study

/// The names under which a page shows images: 16 hexadecimal digits that say nothing of method, pool, index or kind of
/// trial, to nobody who does not have the plan itself.
///
/// The key is made from what the plan's hash was taken of, and not from the hash, which every page and answer file carries:
/// who has an image cannot compute its name.
package struct ImageNames: Sendable {
    private let key: SymmetricKey

    /// The names under `plan`: another plan gives the same image other names.
    package init(plan: FrozenPlan) {
        var hash = SHA256()
        hash.update(data: Array("dotchi image names\n".utf8))
        plan.eachHashedPart { hash.update(data: $0) }
        key = SymmetricKey(data: hash.finalize())
    }

    /// The name of an image.
    ///
    /// - Parameter imageSHA256: SHA-256 of the image's bytes in hexadecimal.
    /// - Parameter showing: How often the same person has seen the image before: each time has a name of its own.
    /// - Parameter seat: The seat, where no two seats share a name; nil where they do.
    package func name(ofImage imageSHA256: String, showing: Int, seat: Int? = nil) -> String {
        let text = "\(imageSHA256) \(showing) \(seat.map(String.init) ?? "all")"
        return String(hexadecimal(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)).prefix(16))
    }
}

package import Study

/// Why a study cannot be planned: all that is in the way.
package struct PairingError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, a sentence part each, with the value and what was expected.
    package let findings: [String]
    /// The pools that have no published images yet.
    package let missing: [PoolKey]

    /// The message; what to do about missing images stands once.
    package var description: String {
        let pools = missing.map(\.name).joined(separator: ", ")
        let remedy = "(`dotchi pool refresh` makes them, `dotchi pool import` brings in those of other generators)"
        let parts = findings + (missing.isEmpty ? [] : ["there are no published images of \(pools) \(remedy)"])
        return "no plan can be made: \(parts.joined(separator: "; "))."
    }
}

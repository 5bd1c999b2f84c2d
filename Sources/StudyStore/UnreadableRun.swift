/// A run whose row cannot be read.
package struct UnreadableRun: Sendable, Hashable {
    /// The network.
    package let network: String
    /// Number among the runs of its network, from 1.
    package let number: Int
    /// Why.
    package let fault: StudyStoreError

    /// `NETWORK/NUMBER`, as commands take and print it.
    package var name: String { "\(network)/\(number)" }
}

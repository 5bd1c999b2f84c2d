/// How near the training times of a condition come that matches them.
package struct TimeMatch: Sendable, Hashable {
    /// The method whose time is matched.
    package var label: String
    /// Its training time in seconds.
    package var seconds: Double
    /// The methods taken at the checkpoint nearest to it.
    package var others: [Other]

    /// A method taken at the checkpoint nearest in time.
    package struct Other: Sendable, Hashable {
        /// The method.
        package var label: String
        /// Its training time in seconds.
        package var seconds: Double
        /// Its time less the matched one, in seconds.
        package var difference: Double
    }
}

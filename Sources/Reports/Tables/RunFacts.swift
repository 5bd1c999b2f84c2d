/// What it took to train a method as a condition compares it.
package struct RunFacts: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// Name of the method.
    package var method: String
    /// Epochs of the method's networks, in the order of its chain: 6000 and 2000 for a GAN and its super-resolution.
    package var epochs: [Int]
    /// Training time of all its networks together, in seconds; nil where it is not known (imported images).
    package var seconds: Double?
    /// The method whose training time the condition matches; nil where it matches none.
    package var matchTimeOf: String?

    /// What training took.
    package init(
        condition: String?, method: String, epochs: [Int], seconds: Double?, matchTimeOf: String? = nil
    ) {
        self.condition = condition
        self.method = method
        self.epochs = epochs
        self.seconds = seconds
        self.matchTimeOf = matchTimeOf
    }
}

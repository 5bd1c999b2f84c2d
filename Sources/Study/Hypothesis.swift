/// Something that is expected of the votes, written down before the first of them.
package struct Hypothesis: Sendable, Codable, Hashable {
    /// A short name, by which reports call it; `H1` for the first that names none.
    package var name: String
    /// In the words of the study; nil where the claim says all.
    package var statement: String?
    /// What the votes can be tested against; nil for words alone.
    package var claim: Claim?

    /// A hypothesis; it has a statement, a claim or both.
    package init(name: String, statement: String? = nil, claim: Claim? = nil) {
        precondition(statement != nil || claim != nil, "a hypothesis says something")
        self.name = name
        self.statement = statement
        self.claim = claim
    }

    /// How the selection rate of a method compares with one half.
    package struct Claim: Sendable, Codable, Hashable {
        /// The condition's name.
        package var condition: String
        /// The method whose rate it is.
        package var method: String
        /// The method it meets; nil for all others of the condition together.
        package var against: String?
        /// On which side of one half the rate is expected.
        package var direction: Direction

        /// A claim.
        package init(condition: String, method: String, against: String? = nil, direction: Direction = .twoSided) {
            self.condition = condition
            self.method = method
            self.against = against
            self.direction = direction
        }
    }

    /// The sides of one half on which a rate can be expected.
    package enum Direction: String, Sendable, Codable, CaseIterable {
        /// Above one half: a test of one side.
        case greater
        /// Below one half: a test of one side.
        case less
        /// On either side: the usual two-sided test.
        case twoSided = "two-sided"
    }
}

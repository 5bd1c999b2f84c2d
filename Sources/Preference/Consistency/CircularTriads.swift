/// How often people contradict themselves: three methods of which a person chose the first over the second, the second
/// over the third, and the third over the first.
///
/// No model: it counts, in each person's complete ``Tournament``. With the scores s of the t methods a person has
/// t(t - 1)(t - 2)/6 - sum of s(s - 1)/2 circular triads. Somebody who answers by chance has a quarter of all triads on
/// average.
///
/// Kendall and Babington Smith, "On the method of paired comparisons", Biometrika 31 (1940). Checked against R's eba.
package struct CircularTriads: Sendable, Hashable {
    /// The people who decided every pair of methods, by their indices.
    package let people: [Person]
    /// People who voted, but did not decide every pair; nothing can be said of them.
    package let incomplete: Int
    /// The most circular triads that one person can have.
    package let greatest: Int

    /// One person's contradictions.
    package struct Person: Sendable, Hashable {
        /// Index of the person.
        package let person: Int
        /// Circular triads.
        package let triads: Int
        /// Kendall's coefficient of consistence: 1 without circular triads, 0 with as many as there can be.
        package let consistence: Double
    }

    /// The contradictions of all people who decided every pair.
    ///
    /// - Parameter methods: how many methods there are; the comparisons' indices are below it.
    /// - Parameter comparisons: the votes, in any order.
    package static func estimate(methods: Int, comparisons: [Comparison]) -> Estimate<CircularTriads> {
        guard methods >= 3 else { return .failure(.tooFewMethods) }
        return Tournament.all(methods: methods, comparisons: comparisons).map(CircularTriads.init)
    }

    /// The contradictions in these tournaments of three methods or more.
    package init(_ tournaments: Tournaments) {
        let methods = tournaments.complete.first?.methods ?? 0
        precondition(methods >= 3, "three methods or more")
        let greatest = methods * (methods * methods - (methods % 2 == 0 ? 4 : 1)) / 24
        people = tournaments.complete.map { tournament in
            let transitive = tournament.scores.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
            let triads = methods * (methods - 1) * (methods - 2) / 6 - transitive
            return Person(
                person: tournament.person, triads: triads, consistence: 1 - Double(triads) / Double(greatest))
        }
        incomplete = tournaments.incomplete
        self.greatest = greatest
    }

    /// Circular triads of a person, on average.
    package var mean: Double { Double(people.reduce(0) { $0 + $1.triads }) / Double(people.count) }

    /// People without any.
    package var peopleWithNone: Int { people.count { $0.triads == 0 } }
}

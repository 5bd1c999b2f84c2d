/// The covariance of estimates with the person as the unit of evidence, by the sandwich estimator.
///
/// Model: the votes of one person may depend on each other in any way, people are independent. With B the inverse of
/// the information, and u the derivatives of the log-likelihood of one person's votes by the parameters, CR0 is B times
/// the sum of u u' over people times B. CR1 is CR0 times G/(G-1) for G people. CR2 takes (I - h)^(-1/2) u in place of
/// u, where h is the person's share of the information in the axes in which all of it is I; it is unbiased where votes
/// are independent.
///
/// Liang and Zeger, Biometrika 73 (1986); Bell and McCaffrey, Survey Methodology 28 (2002). For two items CR0, CR1 and
/// CR2 are those of ``ClusteredRate``, on the scale of log-odds. R's clubSandwich takes the root of I - h by votes,
/// which differs from ours where a person's votes differ in their information; its errors agree to five digits.
package struct ClusteredCovariance: Sendable, Hashable {
    /// People with at least one counted vote; at least 2.
    package let people: Int
    /// Without correction.
    package let cr0: SymmetricMatrix
    /// With CR0's correction for few people.
    package let cr1: SymmetricMatrix
    /// Bias-reduced.
    package let cr2: SymmetricMatrix
}

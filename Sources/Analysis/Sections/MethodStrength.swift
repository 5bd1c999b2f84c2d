import Preference

/// A method's place on a scale.
package struct MethodStrength: Sendable, Hashable {
    /// The method's name.
    package var method: String
    /// The place: relative to the mean of all, or to the method that was asked for.
    package var value: Double
    /// Its error from the inverse of the information; too small where votes of one person are alike. 0 for the method
    /// that the others are relative to.
    package var error: Double

    /// All methods of a fit.
    static func all(_ methods: [String], _ values: [Double], _ covariance: SymmetricMatrix) -> [MethodStrength] {
        methods.indices.map { place in
            MethodStrength(
                method: methods[place], value: values[place],
                error: max(0, covariance[place, place]).squareRoot())
        }
    }
}

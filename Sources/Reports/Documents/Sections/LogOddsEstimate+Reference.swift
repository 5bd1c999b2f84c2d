import Preference

extension LogOddsEstimate {
    /// Whether it is of the method that the others are relative to: 0 by definition, so that there is no error to tell.
    var isOfReference: Bool { errorNaive == 0 }
}

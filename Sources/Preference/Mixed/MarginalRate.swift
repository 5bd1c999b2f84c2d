import RealModule

/// The mean rate over people whose log-odds are normal.
struct MarginalRate {
    /// The mean probabilities of a win and of a loss.
    let rate: (win: Double, loss: Double)
    /// The derivatives of the mean probability of a win.
    let slope: (intercept: Double, sd: Double)

    /// The mean for people's mean log-odds and their standard deviation; by the trapezium rule, in steps so small that
    /// its error is below rounding (the integrand's nearest pole is pi / sd away).
    init(intercept: Double, sd: Double) {
        let step = 0.25 / max(1, sd)
        let steps = Int((9 / step).rounded(.up))
        var (win, loss, byIntercept, bySD) = (0.0, 0.0, 0.0, 0.0)
        for place in -steps...steps {
            let b = Double(place) * step
            let density = Double.exp(-b * b / 2) * step / (2 * Double.pi).squareRoot()
            let p = PersonIntegral.rate(intercept + sd * b)
            win += density * p.win
            loss += density * p.loss
            byIntercept += density * p.win * p.loss
            bySD += density * b * p.win * p.loss
        }
        rate = (win, loss)
        slope = (byIntercept, bySD)
    }
}

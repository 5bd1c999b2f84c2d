import RealModule

/// What somebody owns who bets against a mean, person after person, starting from 1.
///
/// For each of 16 shares c = 1/32, 3/32, ..., 31/32 there are two bets: that the true mean is above m, of which the
/// stake is multiplied by 1 - c + c x/m when a person's mean is x, and that it is below, by 1 - c + c (1 - x)/(1 - m).
/// Under the mean m neither gains on average, whatever the distribution of x in 0 ... 1. The capital is the mean of all
/// 32. At every x each product is a convex function of m, so that the capital is one too.
///
/// Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", JRSS B 86 (2024): the hedged
/// capital process with a fixed grid of bets.
struct BettingCapital {
    /// The mean that is bet against, above 0 and below 1.
    private let mean: Double
    /// What became of 1 in each bet that the mean is above, as value x 2^exponent.
    private var above = SIMD16<Double>(repeating: 1)
    private var aboveExponents = SIMD16<Int64>.zero
    /// The same of each bet that the mean is below.
    private var below = SIMD16<Double>(repeating: 1)
    private var belowExponents = SIMD16<Int64>.zero
    /// 2^(exponent - greatest exponent) of each bet.
    private var aboveScale = SIMD16<Double>(repeating: 1)
    private var belowScale = SIMD16<Double>(repeating: 1)
    private var greatestExponent: Int64 = 0
    private var people = 0
    /// The natural logarithm of the capital to reach, and the sum of all scaled bets where it is reached.
    private let goal: Double
    private var scaledGoal = 0.0

    /// The share of the stake that each bet risks.
    private static let shares = (0..<16).reduce(into: SIMD16<Double>()) { $0[$1] = (Double($1) + 0.5) / 16 }
    /// Values stay between (1/32)^16 and 10^240 so long, and are then brought back to 1 ..< 2.
    private static let peopleBetweenScalings = 16

    /// The start.
    ///
    /// - Parameter mean: from 1e-15 to 1 - 1e-15.
    /// - Parameter goal: the natural logarithm of a capital to reach.
    init(against mean: Double, goal: Double = .infinity) {
        precondition(1e-15 <= mean && mean <= 1 - 1e-15, "a mean inside of 0 ... 1")
        self.mean = mean
        self.goal = goal
        scaledGoal = 32 * Double.exp(goal)
    }

    /// Lets one more person's mean decide the bets.
    ///
    /// - Parameter outcome: 0 ... 1.
    mutating func add(_ outcome: Double) {
        above *= 1 + Self.shares * (outcome / mean - 1)
        below *= 1 + Self.shares * ((1 - outcome) / (1 - mean) - 1)
        people += 1
        if people % Self.peopleBetweenScalings == 0 { scale() }
    }

    /// The natural logarithm of the capital.
    var logarithm: Double { Double.log(scaledSum / 32) + Double(greatestExponent) * Double.log(2) }

    /// Whether the capital is the goal or more; much faster than its logarithm.
    var isAtGoal: Bool { scaledSum >= scaledGoal }

    private var scaledSum: Double { (above * aboveScale + below * belowScale).sum() }

    private mutating func scale() {
        Self.split(&above, &aboveExponents)
        Self.split(&below, &belowExponents)
        greatestExponent = max(aboveExponents.max(), belowExponents.max())
        aboveScale = Self.powers(ofTwo: aboveExponents &- greatestExponent)
        belowScale = Self.powers(ofTwo: belowExponents &- greatestExponent)
        scaledGoal = 32 * Double.exp(goal - Double(greatestExponent) * Double.log(2))
    }

    /// Brings values back to 1 ..< 2, and adds what was taken out to their exponents. They are normal numbers above 0.
    private static func split(_ values: inout SIMD16<Double>, _ exponents: inout SIMD16<Int64>) {
        // By the bits of a double: no sign here, 11 bits for its exponent more 1023, 52 for the rest.
        let bits = unsafeBitCast(values, to: SIMD16<Int64>.self)
        exponents &+= bits &>> 52 &- 1023
        values = unsafeBitCast(bits & (1 << 52 - 1) | 1023 << 52, to: SIMD16<Double>.self)
    }

    /// 2^exponent, for exponents of at most 0; all below -1000 are taken as that.
    private static func powers(ofTwo exponents: SIMD16<Int64>) -> SIMD16<Double> {
        let exponents = exponents.replacing(with: -1000, where: exponents .< -1000)
        return unsafeBitCast((exponents &+ 1023) &<< 52, to: SIMD16<Double>.self)
    }
}

/// The sum over people from which come Satterthwaite's degrees of freedom of one contrast of parameters, in axes in
/// which the information on them is the identity.
///
/// With h a person's share of the information, d the contrast and v = h (I - h)^(-1/2) d, CR2's variance of the contrast
/// has |d|^4 / (sum of (d' h d)^2 + sum of (v' w)^2 over pairs of different people with v and w) degrees of freedom,
/// where votes are independent, as the model says.
struct SatterthwaiteSum: Sendable {
    private let plus: Int
    private let minus: Int
    private let direction: [Double]
    /// The sum of (d' h d)^2 - |v|^4.
    private var own = 0.0
    /// The sum of v v'.
    private var squares: SymmetricMatrix

    /// The sum over nobody.
    init(_ contrast: LogOddsContrast, _ axes: ParameterAxes) {
        (plus, minus) = (axes.place(of: contrast.plus), axes.place(of: contrast.minus))
        direction = zip(axes.directions.column(plus), axes.directions.column(minus)).map { $0 - $1 }
        squares = SymmetricMatrix(size: axes.size)
    }

    /// Adds people.
    mutating func add(_ people: [PersonInfluence]) {
        var influence = direction
        for person in people {
            var (along, length) = (0.0, 0.0)
            for axis in direction.indices {
                along += direction[axis] * (person.shares[plus, axis] - person.shares[minus, axis])
                influence[axis] = person.influences[plus, axis] - person.influences[minus, axis]
                length += influence[axis] * influence[axis]
            }
            own += along * along - length * length
            squares.addSquare(of: influence)
        }
    }

    /// The degrees of freedom, of a contrast that is not 0 by definition.
    var degreesOfFreedom: Double {
        let length = direction.reduce(0) { $0 + $1 * $1 }
        return length * length / (own + squares.sumOfSquares)
    }
}

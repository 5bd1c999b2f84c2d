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
    /// The sum of v v', where people are many.
    private var squares: SymmetricMatrix
    /// Every v, where people are few beside the axes: their products are fewer than the entries of v v'.
    private var vectors: [[Double]] = []
    private let keepsVectors: Bool

    /// Whether the products of the people's vectors are taken: by far fewer than the axes, and those are many. Either way
    /// gives the same but for rounding.
    static func keepsVectors(people: Int, axes: Int) -> Bool { axes >= 32 && 2 * people <= axes }

    /// The sum over nobody, of `people` that are added later.
    init(_ contrast: LogOddsContrast, _ axes: ParameterAxes, people: Int) {
        keepsVectors = Self.keepsVectors(people: people, axes: axes.size)
        (plus, minus) = (axes.place(of: contrast.plus), axes.place(of: contrast.minus))
        direction = zip(axes.directions.column(plus), axes.directions.column(minus)).map { $0 - $1 }
        squares = SymmetricMatrix(size: keepsVectors ? 0 : axes.size)
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
            if keepsVectors {
                vectors.append(influence)
            } else {
                squares.addSquare(of: influence)
            }
        }
    }

    /// The degrees of freedom, of a contrast that is not 0 by definition.
    var degreesOfFreedom: Double {
        let length = direction.reduce(0) { $0 + $1 * $1 }
        return length * length / (own + (keepsVectors ? sumOfSquaredProducts : squares.sumOfSquares))
    }

    /// The sum of (v' w)^2 over all v and w, which is that of the squares of the entries of the sum of v v'.
    private var sumOfSquaredProducts: Double {
        var sum = 0.0
        for (place, one) in vectors.enumerated() {
            for (number, other) in vectors[...place].enumerated() {
                let product = one.withUnsafeBufferPointer { one in
                    other.withUnsafeBufferPointer { other in
                        var product = 0.0
                        for axis in one.indices { product += one[axis] * other[axis] }
                        return product
                    }
                }
                sum += (number == place ? 1 : 2) * product * product
            }
        }
        return sum
    }
}

/// What one person's votes give to errors with people as clusters, in axes in which the information on the parameters is
/// the identity.
///
/// With Y the directions of the person's pairs times the roots of their information, the person's share of the
/// information is h = Y Y', and (I - h)^(-1/2) Y = Y (I - Y' Y)^(-1/2): we take whichever of h and Y' Y is smaller.
struct PersonInfluence: Sendable {
    /// u: the derivatives of the log-likelihood by the parameters.
    let score: [Double]
    /// (I - h)^(-1/2) u.
    let adjusted: [Double]
    /// h l for each direction l of ``ParameterAxes``, in rows.
    let shares: Matrix
    /// (I - h)^(-1/2) h l, by the same, and then ``adjusted``.
    let influences: Matrix

    /// What each of some people gives; nil where a direction rests on one of them alone.
    ///
    /// - Parameter withDirections: whether ``shares`` and ``influences`` are asked for; they have no directions otherwise.
    static func of(
        _ people: ArraySlice<PersonPairCounts.Person>, _ counts: PersonPairCounts, _ axes: ParameterAxes,
        withDirections: Bool
    ) -> [PersonInfluence]? {
        let known = withDirections ? axes.directions : Matrix(rows: axes.size, columns: 0)
        var direction = [Double](repeating: 0, count: axes.size)
        var influences: [PersonInfluence] = []
        influences.reserveCapacity(people.count)
        for person in people {
            let cells = counts.cells[person.cells]
            var score = [Double](repeating: 0, count: axes.size)
            let shares: Matrix
            let adjusted: Matrix?
            if cells.count < axes.size {
                var (votes, residuals) = (Matrix(rows: axes.size, columns: cells.count), [Double]())
                for (place, cell) in cells.enumerated() {
                    let part = axes.part(of: cell, into: &direction)
                    let root = part.weight.squareRoot()
                    residuals.append(root > 0 ? part.surplus / root : 0)
                    for axis in 0..<axes.size {
                        votes[axis, place] = root * direction[axis]
                        score[axis] += part.surplus * direction[axis]
                    }
                }
                let transposed = votes.transposed
                let alongVotes = transposed.times(known)
                shares = votes.times(alongVotes)
                adjusted = transposed.times(votes).adjusting(alongVotes.appending(residuals)).map(votes.times)
            } else {
                var share = Matrix(rows: axes.size, columns: axes.size)
                for cell in cells {
                    let part = axes.part(of: cell, into: &direction)
                    share.add(part.weight, timesSquareOf: direction)
                    for axis in 0..<axes.size { score[axis] += part.surplus * direction[axis] }
                }
                shares = share.times(known)
                adjusted = share.adjusting(shares.appending(score))
            }
            guard let adjusted else { return nil }
            influences.append(
                PersonInfluence(
                    score: score, adjusted: adjusted.column(known.columns), shares: shares.transposed,
                    influences: adjusted.transposed))
        }
        return influences
    }
}

extension [[Bool]] {
    /// The sets of places of which each two are together, and to which no other place can be added; each ascending, and
    /// all in ascending order.
    ///
    /// Bron and Kerbosch, "Algorithm 457: finding all cliques of an undirected graph", Communications of the ACM 16
    /// (1973), with pivots. There may be as many as 3^(n / 3) of them.
    ///
    /// - Parameter most: how many are looked for.
    /// - Returns: nil where there are more than `most`.
    func largestGroups(atMost most: Int) -> [[Int]]? {
        var groups: [[Int]] = []
        extend([], with: [Int](indices), without: [], into: &groups, most: most)
        return groups.count > most ? nil : groups.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Adds the sets that hold a group, some of the candidates, and nothing that could be joined by one of the excluded.
    private func extend(
        _ group: [Int], with candidates: [Int], without excluded: [Int], into groups: inout [[Int]], most: Int
    ) {
        func together(_ place: Int, _ places: [Int]) -> [Int] { places.filter { self[place][$0] && $0 != place } }
        let neighbours = (candidates + excluded).map { place in
            (place: place, count: candidates.count { self[place][$0] && $0 != place })
        }
        guard let pivot = neighbours.max(by: { ($0.count, $1.place) < ($1.count, $0.place) })?.place else {
            groups.append(group)
            return
        }
        var (candidates, excluded) = (candidates, excluded)
        for place in candidates where place == pivot || !self[pivot][place] {
            guard groups.count <= most else { return }
            extend(
                group + [place], with: together(place, candidates), without: together(place, excluded), into: &groups,
                most: most)
            candidates.removeAll { $0 == place }
            excluded.append(place)
        }
    }
}

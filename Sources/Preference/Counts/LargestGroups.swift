extension [[Bool]] {
    /// The sets of places of which each two are together, and to which no other place can be added; each ascending, and
    /// all in ascending order.
    ///
    /// Bron and Kerbosch, "Algorithm 457: finding all cliques of an undirected graph", Communications of the ACM 16
    /// (1973), with pivots.
    var largestGroups: [[Int]] {
        var groups: [[Int]] = []
        extend([], with: [Int](indices), without: [], into: &groups)
        return groups.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Adds the sets that hold a group, some of the candidates, and nothing that could be joined by one of the excluded.
    private func extend(_ group: [Int], with candidates: [Int], without excluded: [Int], into groups: inout [[Int]]) {
        func together(_ place: Int, _ places: [Int]) -> [Int] { places.filter { self[place][$0] && $0 != place } }
        guard
            let pivot = (candidates + excluded).max(by: {
                (together($0, candidates).count, $1) < (together($1, candidates).count, $0)
            })
        else {
            groups.append(group)
            return
        }
        var (candidates, excluded) = (candidates, excluded)
        for place in candidates where place == pivot || !self[pivot][place] {
            extend(
                group + [place], with: together(place, candidates), without: together(place, excluded), into: &groups)
            candidates.removeAll { $0 == place }
            excluded.append(place)
        }
    }
}

import Randomness

/// Which photographs are kept for measuring.
enum Holdout {
    /// Chooses `count` of the photographs at random by seed.
    ///
    /// Where they lie in several folders, a folder is taken for a person, and whole folders are taken in random order as
    /// long as they fit: never more than `count`, but perhaps fewer where no folder fills the rest. If not even one
    /// folder fits, the folders do not name people, and single photographs are taken.
    static func choose(_ count: Int, of names: [String], seed: UInt64) -> Set<Int> {
        var random = RandomStream(seed: seed, purpose: .photographs, index: 1)
        let people = Dictionary(grouping: names.indices) { PhotographName.folder(of: names[$0]) }
        if people.count > 1 {
            let folders = people.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            var chosen: Set<Int> = []
            for place in random.permutation(folders.count) {
                let photographs = people[folders[place]] ?? []
                if chosen.count + photographs.count <= count { chosen.formUnion(photographs) }
            }
            if !chosen.isEmpty { return chosen }
        }
        return Set(random.permutation(names.count).prefix(count))
    }
}

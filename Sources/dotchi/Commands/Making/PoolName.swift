import ArgumentParser
import Study
import StudyStore

/// A pool as the command line names it: `METHOD/CONDITION`, and `@NUMBER` for a generation other than the current one.
struct PoolName: ExpressibleByArgument {
    /// The pool.
    let pool: PoolKey
    /// The generation's number, where one was named.
    let generation: Int?

    init?(argument: String) {
        let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, names.count == 2, names.allSatisfy({ !$0.isEmpty }) else { return nil }
        pool = PoolKey(method: String(names[0]), condition: String(names[1]))
        generation = parts.count == 2 ? Int(parts[1]) : nil
        if parts.count == 2, generation == nil { return nil }
    }

    /// The published generation of that name.
    func find(in store: StudyStore) throws -> GenerationRecord {
        let all = try store.generations(of: pool)
        guard let found = generation.map({ number in all.first { $0.generation.number == number } }) ?? all.last else {
            throw Failure(
                .noInput,
                all.isEmpty
                    ? "pool \(pool.name) has no published images; `dotchi pool list` shows those that have."
                    : "pool \(pool.name) has generations \(all.map { String($0.generation.number) }.list), not \(generation ?? 0)."
            )
        }
        return found
    }
}

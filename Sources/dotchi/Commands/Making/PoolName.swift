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
    ///
    /// - Throws: ``Failure`` that says which methods, conditions or generations there are.
    func find(in study: OpenStudy) throws -> GenerationRecord {
        let all = try study.store.generations(of: pool)
        guard let last = all.last else {
            let why = absence(from: study.study) ?? "Pool \(pool.name) has no published images yet"
            throw Failure(.noInput, "\(why); `dotchi pool list` shows the pools that have images.")
        }
        guard let generation else { return last }
        guard let found = all.first(where: { $0.generation.number == generation }) else {
            let numbers = all.map { String($0.generation.number) }
            throw Failure(.noInput, "Pool \(pool.name) has no generation \(generation); it has \(numbers.list).")
        }
        return found
    }

    /// Why the study can have no such pool; nil where it can.
    private func absence(from study: Study) -> String? {
        guard study.method(named: pool.method) != nil else {
            return "study.yaml has no method “\(pool.method)”; it has \(study.methods.map(\.name).list)"
        }
        guard let condition = study.condition(named: pool.condition) else {
            return "study.yaml has no condition “\(pool.condition)”; it has \(study.conditions.map(\.name).list)"
        }
        return condition.methods.contains(pool.method)
            ? nil : "Condition \(condition.name) does not take method \(pool.method), but \(condition.methods.list)"
    }
}

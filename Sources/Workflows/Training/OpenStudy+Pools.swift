package import Study
package import StudyStore

extension OpenStudy {
    /// A published generation of `pool`: that of `number`, else the current one.
    ///
    /// - Throws: ``Failure`` that says which methods, conditions or generations there are.
    package func generation(_ number: Int?, of pool: PoolKey) throws -> GenerationRecord {
        let all = try store.generations(of: pool)
        guard let last = all.last else {
            let why = absence(of: pool) ?? "pool \(pool.name) has no published images yet"
            throw Failure(.noInput, "\(why); `dotchi pool list` shows the pools that have images.")
        }
        guard let number else { return last }
        guard let found = all.first(where: { $0.generation.number == number }) else {
            let numbers = all.map { String($0.generation.number) }
            throw Failure(.noInput, "pool \(pool.name) has no generation \(number); it has \(numbers.list).")
        }
        return found
    }

    /// Why the study can have no such pool; nil where it can.
    private func absence(of pool: PoolKey) -> String? {
        guard study.method(named: pool.method) != nil else {
            return "study.yaml has no method “\(pool.method)”; it has \(study.methods.map(\.name).list)"
        }
        guard let condition = study.condition(named: pool.condition) else {
            return "study.yaml has no condition “\(pool.condition)”; it has \(study.conditions.map(\.name).list)"
        }
        return condition.methods.contains(pool.method)
            ? nil : "condition \(condition.name) does not take method \(pool.method), but \(condition.methods.list)"
    }
}

import Study

extension Study {
    /// The pools of the study's conditions, all or those of a method and a condition.
    ///
    /// - Throws: ``Failure`` where there is no such method or condition, or the two do not meet.
    func pools(method: String?, condition: String?) throws -> [PoolKey] {
        if let method { _ = try self.method(asked: method) }
        if let condition, self.condition(named: condition) == nil {
            throw Failure(.usage, "study.yaml has no condition “\(condition)”; it has \(conditions.map(\.name).list).")
        }
        let pools = conditions.flatMap(\.pools).filter {
            (method == nil || $0.method == method) && (condition == nil || $0.condition == condition)
        }
        guard !pools.isEmpty else {
            throw Failure(.usage, "no condition of study.yaml takes that method; see its block `conditions`.")
        }
        return pools
    }
}

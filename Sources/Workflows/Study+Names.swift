import Study

extension Study {
    /// The method that a person names.
    ///
    /// - Throws: ``Failure`` that says which there are.
    func method(asked name: String) throws -> Method {
        guard let found = method(named: name) else {
            throw Failure(.usage, "study.yaml has no method “\(name)”; it has \(methods.map(\.name).list).")
        }
        return found
    }
}

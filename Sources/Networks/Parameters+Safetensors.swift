package import Tensors

extension [Parameter] {
    /// The values of all, by name, as a file keeps them.
    ///
    /// - Throws: `EngineError`.
    package func stored() throws -> [String: StoredTensor] {
        var tensors: [String: StoredTensor] = [:]
        for parameter in self { tensors[parameter.name] = try parameter.tensor.stored(as: .float32) }
        return tensors
    }

    /// Takes the values of all from a file's tensors.
    ///
    /// - Throws: ``ParameterError`` for the first that is missing or has another shape; then some may have been taken.
    package func load(from tensors: [String: StoredTensor]) throws {
        for parameter in self {
            guard let stored = tensors[parameter.name] else { throw ParameterError.missing(parameter.name) }
            guard stored.shape == parameter.shape else {
                throw ParameterError.shape(parameter.name, found: stored.shape, expected: parameter.shape)
            }
            try parameter.tensor.copy(from: stored)
        }
    }
}

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
    /// - Throws: ``ParameterError`` for the first that is missing or has another shape or type; then none has been taken. `EngineError`.
    package func load(from tensors: [String: StoredTensor]) throws {
        for (parameter, stored) in try pairs(tensors) { try parameter.tensor.copy(from: stored) }
    }

    /// Checks that `tensors` has all of them, in their shapes and as floats; needs no engine.
    ///
    /// - Throws: ``ParameterError``.
    package func check(_ tensors: [String: StoredTensor]) throws {
        _ = try pairs(tensors)
    }

    private func pairs(_ tensors: [String: StoredTensor]) throws -> [(Parameter, StoredTensor)] {
        try map { parameter in
            guard let stored = tensors[parameter.name] else { throw ParameterError.missing(parameter.name) }
            guard stored.shape == parameter.shape else {
                throw ParameterError.shape(parameter.name, found: stored.shape, expected: parameter.shape)
            }
            guard stored.type == .float32 || stored.type == .float16 else {
                throw ParameterError.wholeNumbers(parameter.name)
            }
            return (parameter, stored)
        }
    }
}

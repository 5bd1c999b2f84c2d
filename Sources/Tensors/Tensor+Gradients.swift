import Engine

/// Runs `body` with gradients recorded. Outside of any scope none are.
///
/// - Throws: `EngineError`, and what `body` throws.
package func withGradients<Result>(_ body: () throws -> Result) throws -> Result {
    try withGradientMode(true, body)
}

/// Runs `body` with no gradients recorded, within a scope that records them.
///
/// - Throws: `EngineError`, and what `body` throws.
package func withoutGradients<Result>(_ body: () throws -> Result) throws -> Result {
    try withGradientMode(false, body)
}

private func withGradientMode<Result>(_ on: Bool, _ body: () throws -> Result) throws -> Result {
    let before = try TensorEngine.call { $0.set_gradient_mode(on, $1) } == 1
    let result = Swift.Result { try body() }
    _ = try TensorEngine.call { $0.set_gradient_mode(before, $1) }
    return try result.get()
}

extension Tensor {
    /// Says whether gradients by this tensor are wanted. Only for tensors that no recorded operation made.
    package func requireGradient(_ on: Bool = true) throws {
        _ = try TensorEngine.call(self) { $0.set_requires_gradient(handle, on, $1) }
    }

    /// The same elements in the same memory, without history: no gradient passes.
    package func detached() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.detach(handle, $1) }
    }

    /// Adds the gradient of this single number by each of `parameters` to theirs, and to nothing else's; one that it
    /// does not depend on is left alone. The history is used up.
    package func backward(to parameters: [Tensor]) throws {
        let handles = parameters.map(\.handle)
        _ = try withExtendedLifetime(parameters) {
            try TensorEngine.call(self) { $0.backward(handle, handles, Int32(handles.count), $1) }
        }
    }

    /// The gradient that `backward` has summed up so far, sharing its memory; nil before the first.
    package func gradient() throws -> Tensor? {
        let engine = try TensorEngine.open()
        guard let gradient = try engine.call([self], { $0.gradient(handle, $1) }) else { return nil }
        return try Tensor(taking: gradient, from: engine)
    }

    /// Makes `backward` add to `gradient` in place, such as to a view of a flat tensor of all gradients; nil makes it
    /// begin with a new one.
    package func setGradient(_ gradient: Tensor?) throws {
        _ = try TensorEngine.call(self, gradient) { $0.set_gradient(handle, gradient?.handle, $1) }
    }
}

import Engine

/// Changes in place, which no history records.
extension Tensor {
    /// Overwrites all elements.
    package func write(_ values: [Float]) throws {
        _ = try TensorEngine.call(self) { $0.write_floats(handle, values, Int64(values.count), $1) }
    }

    /// Overwrites all elements with those of `source`, of the same shape, on any device.
    package func copy(from source: Tensor) throws {
        _ = try TensorEngine.call(self, source) { $0.copy(handle, source.handle, $1) }
    }

    /// Overwrites all elements with `value`.
    package func fill(_ value: Float) throws {
        _ = try TensorEngine.call(self) { $0.fill(handle, value, $1) }
    }

    /// Multiplies all elements by `factor`.
    package func scale(by factor: Float) throws {
        _ = try TensorEngine.call(self) { $0.scale_in_place(handle, factor, $1) }
    }

    /// Adds `factor` times `addend`, of the same shape.
    package func add(_ addend: Tensor, times factor: Float = 1) throws {
        _ = try TensorEngine.call(self, addend) { $0.add_scaled_in_place(handle, addend.handle, factor, $1) }
    }

    /// One step of Adam (Kingma and Ba 2015, algorithm 1), all tensors of one shape:
    /// moments m += (1 - beta1)(g - m) and v += (1 - beta2)(g^2 - v), then
    /// parameters -= rate / (1 - beta1^t) m / (sqrt(v / (1 - beta2^t)) + epsilon).
    ///
    /// - Parameters:
    ///   - gradients: g.
    ///   - firstMoments: m, updated.
    ///   - secondMoments: v, updated.
    ///   - step: t, counted from 1.
    ///   - learningRate: the rate.
    ///   - beta1: how much of m stays.
    ///   - beta2: how much of v stays.
    ///   - epsilon: added to the root.
    package func adamStep(
        gradients: Tensor, firstMoments: Tensor, secondMoments: Tensor, step: Int, learningRate: Double,
        beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
    ) throws {
        _ = try TensorEngine.call(self, gradients, firstMoments, secondMoments) {
            $0.adam_step(
                handle, gradients.handle, firstMoments.handle, secondMoments.handle, Int64(step), learningRate, beta1,
                beta2, epsilon, $1)
        }
    }

    /// A tensor of `shape` that is the elements of this flat one from `offset` on, in the same memory: changing one
    /// changes the other. It has no history and may have a gradient of its own. (Of rank 4: channels-last, so its
    /// elements do not lie in the flat tensor in the order of their indices.)
    package func view(at offset: Int, shape: [Int]) throws -> Tensor {
        let sizes = shape.map(Int64.init)
        return try TensorEngine.tensor(self) { $0.view(handle, Int64(offset), sizes, Int32(sizes.count), $1) }
    }
}

package import Tensors

/// The optimiser Adam (Kingma and Ba 2015, algorithm 1) on all weights of one network at once.
package final class Adam {
    /// The network.
    package let parameters: ParameterStore
    /// The step size.
    package let learningRate: Double
    /// How much of the first moments stays from step to step.
    package let beta1: Double
    /// How much of the second moments stays from step to step.
    package let beta2: Double
    /// Running means of the gradients, flat as ``ParameterStore/values``.
    package let firstMoments: Tensor
    /// Running means of the squared gradients, flat as ``ParameterStore/values``.
    package let secondMoments: Tensor
    /// Steps taken.
    package private(set) var step = 0

    /// An optimiser that has taken no step.
    ///
    /// - Throws: `EngineError`.
    package init(_ parameters: ParameterStore, learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999) throws
    {
        self.parameters = parameters
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        let device = try parameters.values.device
        firstMoments = try Tensor.zeros(parameters.values.shape, on: device)
        secondMoments = try Tensor.zeros(parameters.values.shape, on: device)
    }

    /// Moves the weights by one step along the gradients that `backward` has summed up.
    ///
    /// - Throws: `EngineError`.
    package func update() throws {
        step += 1
        try parameters.values.adamStep(
            gradients: parameters.gradients, firstMoments: firstMoments, secondMoments: secondMoments, step: step,
            learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: 1e-8)
    }

    /// Puts the optimiser where another of the same network stood after `step` steps.
    ///
    /// - Throws: `EngineError`, where the moments are not as many as the weights.
    package func resume(step: Int, firstMoments: [Float], secondMoments: [Float]) throws {
        try self.firstMoments.write(firstMoments)
        try self.secondMoments.write(secondMoments)
        self.step = step
    }
}

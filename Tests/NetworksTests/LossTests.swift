import Foundation
import Networks
import TensorTestKit
import Tensors
import Testing

@Suite("Losses")
struct LossTests {
    @Test(
        "the adversarial losses and their gradients are PyTorch's, extreme logits included",
        arguments: ["real", "fake"])
    func adversarial(name: String) async throws {
        try await TensorThread.run {
            let fixture = try Fixture("layers")
            let logits = try fixture.tensor("\(name).logits")
            try logits.requireGradient()
            let loss = try withGradients {
                let loss =
                    name == "real" ? try AdversarialLoss.photographs(logits) : try AdversarialLoss.generated(logits)
                try loss.backward(to: [logits])
                return loss
            }
            #expect(try relativeError([loss.item()], fixture.floats("\(name).loss")) < 1e-6)
            let gradient = try #require(try logits.gradient())
            #expect(try relativeError(gradient.floats(), fixture.floats("\(name).gradient")) < 1e-6)
        }
    }

    @Test("the generator's loss falls as its images pass for photographs, by the slope of -log sigmoid")
    func generator() async throws {
        try await TensorThread.run {
            let logits = try Tensor([-2, -0.5, 0.25, 3], shape: [4, 1])
            try expectSlopes(by: [logits]) {
                try AdversarialLoss.generator(logits)
            } value: {
                try logits.floats().reduce(0) { $0 + softplus(-Double($1)) } / 4
            }
        }
    }

    @Test("the discriminator's losses have the slopes of -log sigmoid and -log(1 - sigmoid)")
    func discriminator() async throws {
        try await TensorThread.run {
            for sign in [-1.0, 1.0] {
                let logits = try Tensor([-2, -0.5, 0.25, 3], shape: [4, 1])
                try expectSlopes(by: [logits]) {
                    sign < 0 ? try AdversarialLoss.photographs(logits) : try AdversarialLoss.generated(logits)
                } value: {
                    try logits.floats().reduce(0) { $0 + softplus(sign * Double($1)) } / 4
                }
            }
        }
    }

    @Test("the mean squared error and its gradient are PyTorch's")
    func meanSquaredError() async throws {
        try await TensorThread.run {
            let fixture = try Fixture("layers")
            let prediction = try fixture.tensor("mse.prediction")
            try prediction.requireGradient()
            let loss = try withGradients {
                let loss = try prediction.meanSquaredError(to: fixture.tensor("mse.target"))
                try loss.backward(to: [prediction])
                return loss
            }
            #expect(try relativeError([loss.item()], fixture.floats("mse.loss")) < 1e-6)
            let gradient = try #require(try prediction.gradient())
            #expect(try relativeError(gradient.floats(), fixture.floats("mse.gradient")) < 1e-6)
        }
    }
}

/// log(1 + exp(x))
private func softplus(_ x: Double) -> Double {
    max(x, 0) + log1p(exp(-abs(x)))
}

package import Tensors

/// The losses of adversarial training (Goodfellow et al. 2014) on a discriminator's logits, in nats: means over a batch.
package enum AdversarialLoss {
    /// The discriminator's loss on photographs: mean of -log sigmoid(logit).
    ///
    /// - Throws: `EngineError`.
    package static func photographs(_ logits: Tensor) throws -> Tensor {
        try logits.binaryCrossEntropyWithLogits(target: 1)
    }

    /// The discriminator's loss on generated images: mean of -log(1 - sigmoid(logit)).
    ///
    /// - Throws: `EngineError`.
    package static func generated(_ logits: Tensor) throws -> Tensor {
        try logits.binaryCrossEntropyWithLogits(target: 0)
    }

    /// The generator's loss, in the form that does not saturate (section 3 there): mean of -log sigmoid(logit) of its
    /// images.
    ///
    /// - Throws: `EngineError`.
    package static func generator(_ logits: Tensor) throws -> Tensor {
        try logits.binaryCrossEntropyWithLogits(target: 1)
    }
}

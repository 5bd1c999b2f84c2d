package import Networks
package import Study
package import Tensors

/// The super-resolution network of Dong et al. 2014: patch extraction, non-linear mapping, reconstruction. It takes an
/// image that was enlarged bicubically and gives it back repaired, in the same size.
///
/// On RGB with samples in [0, 1], where the original took luminance; zero padding keeps the size, where the original
/// lost the border; trained with Adam, where the original took plain gradient descent.
///
/// The first weights let the image through: the first three maps of both hidden layers carry red, green and blue, and
/// the last layer puts these back and takes nothing else. The other maps of the hidden layers are draws from
/// N(0, 2/inputs) (He et al. 2015). So training begins at the bicubic image, with features at hand that can mend it; with
/// the original's N(0, 0.001) throughout it begins at black.
package struct SRCNN {
    let extraction: Convolution
    let mapping: Convolution
    let reconstruction: Convolution

    /// A network with three odd kernels, and maps after the first two layers, at least 3 each.
    package init(_ collector: ParameterCollector, _ settings: SRCNNSettings) {
        let (kernels, maps) = (settings.kernels, settings.maps)
        precondition(kernels.count == 3 && maps.count == 2, "three kernels and two layers of maps")
        func layer(_ name: String, _ index: Int, inputs: Int, outputs: Int, deviation: Double) -> Convolution {
            let kernel = kernels[index]
            precondition(kernel % 2 == 1, "odd kernels")
            return Convolution(
                collector.scoped(name), inputs: inputs, outputs: outputs, kernel: kernel, padding: kernel / 2,
                bias: true, initial: .passing(channels: 3, deviation: deviation))
        }
        func he(_ inputs: Int, _ kernel: Int) -> Double { (2 / Double(inputs * kernel * kernel)).squareRoot() }
        extraction = layer("extraction", 0, inputs: 3, outputs: maps[0], deviation: he(3, kernels[0]))
        mapping = layer("mapping", 1, inputs: maps[0], outputs: maps[1], deviation: he(maps[0], kernels[1]))
        reconstruction = layer("reconstruction", 2, inputs: maps[1], outputs: 3, deviation: 0)
    }

    /// The repaired images for enlarged ones, both count x 3 x H x W with samples in [0, 1] (those that come out may
    /// leave it).
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ images: Tensor) throws -> Tensor {
        // Shapes without the count, at the default maps: 3 x H x W
        let features = try extraction(images).relu()  // 64 x H x W
        let mapped = try mapping(features).relu()  // 32 x H x W
        return try reconstruction(mapped)  // 3 x H x W
    }
}

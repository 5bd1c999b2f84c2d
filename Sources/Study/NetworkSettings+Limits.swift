extension NetworkSettings {
    /// Sides in pixels of the images of a DCGAN and of each stage of a multi-stage GAN: 4 times a power of two.
    package static let generatedSizes = [8, 16, 32, 64, 128, 256]

    /// Sides in pixels of enlarged images.
    package static let enlargedSizes = 8...1024

    /// Maps after a hidden layer of an SRCNN: red, green and blue pass through three of them.
    package static let hiddenMaps = 3...1024
}

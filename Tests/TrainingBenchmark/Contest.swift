import Study

/// The networks that are measured, in the settings of the template `paper`.
enum Contest: String {
    case dcgan64 = "dcgan-64"
    case dcgan128 = "dcgan-128"
    /// The second stage of the multi-stage GAN alone, on images of 64x64.
    case stage2 = "stage-2"
    case srcnn = "srcnn"

    /// What is trained.
    var architecture: NetworkSettings.Architecture {
        switch self {
        case .dcgan64: .dcgan(DCGANSettings(size: 64))
        case .dcgan128: .dcgan(DCGANSettings(size: 128))
        case .stage2: .multistage(MultistageSettings(sizes: [64, 128]))
        case .srcnn: .srcnn(SRCNNSettings())
        }
    }
}

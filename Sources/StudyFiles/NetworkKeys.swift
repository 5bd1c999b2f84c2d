import Study

/// Which keys a network of each kind has in study.yaml.
enum NetworkKeys {
    private static let training = ["batch", "epochs", "learning_rate", "seed", "checkpoint_every"]

    /// The keys of a network of `kind`.
    static func of(_ kind: NetworkSettings.Kind) -> [String] {
        switch kind {
        case .dcgan: ["kind", "size", "latent", "width", "upsampling"] + training
        case .multistage: ["kind", "sizes", "latent", "width", "residual_blocks", "upsampling"] + training
        case .srcnn: ["kind", "size", "factor", "kernels", "maps"] + training
        case .bicubic: ["kind", "size", "factor"]
        }
    }

    /// The keys of networks of any kind.
    static var all: [String] { NetworkSettings.Kind.allCases.flatMap(of) }

    /// The keys that a network of `kind` lacks, each with the kinds that have it.
    static func elsewhere(than kind: NetworkSettings.Kind) -> [String: String] {
        var homes: [String: String] = [:]
        for key in all where !of(kind).contains(key) {
            let kinds = NetworkSettings.Kind.allCases.filter { of($0).contains(key) }.map(\.rawValue)
            homes[key] = "networks of kind \(kinds.inWords); this one is of kind \(kind.rawValue)"
        }
        return homes
    }
}

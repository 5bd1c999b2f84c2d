package import Study
import StudyFiles

extension NetworkSettings {
    /// What keeps a network with these settings from going on with what `trained` began: the settings that differ, by
    /// their names in study.yaml. Epochs, the checkpoint interval and the name may differ; of networks of different kinds
    /// only the settings that both have are compared.
    package func changes(since trained: NetworkSettings) -> [(key: String, old: String, new: String)] {
        let before = trained.resumedSettings
        return resumedSettings.compactMap { key, value in
            before.first { $0.key == key && $0.value != value }.map { (key, $0.value, value) }
        }
    }

    /// The settings that a resumed run must share with its beginning, as study.yaml names them.
    private var resumedSettings: [(key: String, value: String)] {
        listing.filter { !["epochs", "checkpoint_every"].contains($0.key) }
    }
}

extension NetworkSettings.Architecture {
    /// The first setting that is another in `other`, as study.yaml names it; nil where both make the same network.
    package func difference(from other: Self) -> (key: String, value: String, other: String)? {
        guard kind == other.kind else { return ("kind", kind.rawValue, other.kind.rawValue) }
        return zip(listing, other.listing).first { $0.value != $1.value }.map { ($0.key, $0.value, $1.value) }
    }
}

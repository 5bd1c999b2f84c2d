package import Study

extension NetworkSettings {
    /// What keeps a network with these settings from going on with what `trained` began: the first setting that differs,
    /// by its name in study.yaml; nil where nothing does. Epochs, the checkpoint interval and the name may differ.
    package func change(since trained: NetworkSettings) -> (key: String, old: String, new: String)? {
        let before = trained.resumedSettings
        for (key, value) in resumedSettings {
            let old = before.first { $0.key == key }?.value ?? "nothing"
            if old != value { return (key, old, value) }
        }
        return nil
    }

    /// The settings that a resumed run must share with its beginning, as study.yaml names them. Epochs, the checkpoint
    /// interval and the network's name may change.
    var resumedSettings: [(key: String, value: String)] {
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

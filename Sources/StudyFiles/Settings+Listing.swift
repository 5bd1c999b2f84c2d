package import Study

extension NetworkSettings {
    /// All settings but the name, by the keys of study.yaml: what it is, then how it is trained.
    package var listing: [(key: String, value: String)] { NetworkKeys.table.listing(self) }
}

extension NetworkSettings.Architecture {
    /// What only this kind has, by the keys of study.yaml.
    package var listing: [(key: String, value: String)] {
        let network = NetworkSettings(name: "", architecture: self)
        return NetworkKeys.own(kind).flatMap { $0.listing(network) }
    }
}

extension AnalysisSettings {
    /// All settings that are given, by the keys of study.yaml; hypotheses by their names.
    package var listing: [(key: String, value: String)] { AnalysisKeys.table.listing(self) }
}

extension SurveySettings {
    /// All settings by the keys of study.yaml.
    package var listing: [(key: String, value: String)] { SurveyKeys.table.listing(self) }
}

extension SettingChange {
    /// All that differs between two analysis plans.
    package static func all(from before: AnalysisSettings, to after: AnalysisSettings) -> [SettingChange] {
        all(from: before.listing, to: after.listing)
    }
}

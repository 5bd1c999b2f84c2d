/// One preference study, as its `study.yaml` plans it: seven blocks, one property each.
///
/// A value without identity or IO; every default of a key stands at the property it belongs to. Networks, methods and
/// conditions keep the order in which the file names them, which is the order of every table.
package struct Study: Sendable, Codable, Hashable {
    /// Block `study`: what the study is called.
    package var identity: StudyIdentity
    /// Block `dataset`: which photographs the networks learn from.
    package var dataset: DatasetSettings
    /// Block `networks`: what is trained.
    package var networks: [NetworkSettings]
    /// Block `methods`: how the networks are chained to give images.
    package var methods: [Method]
    /// Block `conditions`: which methods meet, at which point of their training.
    package var conditions: [Condition]
    /// Block `pools`: how many images each method gives.
    package var pools: PoolSettings
    /// Block `survey`: what people are shown and asked.
    package var survey: SurveySettings
    /// Block `analysis`: what is computed from the answers.
    package var analysis: AnalysisSettings

    /// A study with the given blocks; blocks left out have the defaults of their keys.
    package init(
        identity: StudyIdentity, dataset: DatasetSettings = .init(), networks: [NetworkSettings] = [],
        methods: [Method] = [], conditions: [Condition] = [], pools: PoolSettings = .init(),
        survey: SurveySettings = .init(), analysis: AnalysisSettings = .init()
    ) {
        self.identity = identity
        self.dataset = dataset
        self.networks = networks
        self.methods = methods
        self.conditions = conditions
        self.pools = pools
        self.survey = survey
        self.analysis = analysis
    }

    /// The network called `name`, or nil if the study has none of that name.
    package func network(named name: String) -> NetworkSettings? { networks.first { $0.name == name } }

    /// The method called `name`, or nil if the study has none of that name.
    package func method(named name: String) -> Method? { methods.first { $0.name == name } }

    /// The condition called `name`, or nil if the study has none of that name.
    package func condition(named name: String) -> Condition? { conditions.first { $0.name == name } }
}

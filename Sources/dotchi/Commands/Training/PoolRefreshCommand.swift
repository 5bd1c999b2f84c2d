import ArgumentParser
import Study
import StudyStore
import Workflows

/// `dotchi pool refresh`: the batch job.
struct PoolRefreshCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Make a new generation of each stale pool, published whole or not at all.",
        discussion: """
            A pool is stale when its checkpoints, its seed or its number of images changed. Earlier generations stay, \
            and so do the plans that show them. One command at a time fills a pool: a second one ends with status 75, or \
            waits with --wait.
            """)

    @OptionGroup var options: StudyOptions

    @Option(help: "Only the pools of this method.")
    var method: String?

    @Option(help: "Only the pools of this condition.")
    var condition: String?

    @Option(parsing: .unconditional, help: "Images in a pool, instead of those of study.yaml.", transform: Number.whole)
    var images: Int?

    @Option(
        parsing: .unconditional,
        help: "Seed of the latent vectors, instead of that of study.yaml: a whole number from 0 up.",
        transform: Number.seed)
    var seed: UInt64?

    @Option(help: "Where to compute: cpu or cuda.")
    var device: TrainingDevice = .cpu

    @OptionGroup var wait: WaitOption

    func validate() throws {
        try check("--images", images, in: PoolSettings.Limits.images)
    }

    func run() async throws {
        let study = try OpenStudy(options)
        var settings = study.study.pools
        if let images { settings.images = images }
        if let seed { settings.seed = seed }
        Interruption.listen()
        let outcome = try await PoolRefresh(study, on: device).run(
            method: method, condition: condition, settings: settings, waiting: wait.isWaiting)
        for pool in outcome.fresh { Console.say("\(pool.name): fresh") }
        for generation in outcome.made {
            try Console.data("\(generation.pool.name)@\(generation.number)\t\(generation.count)")
        }
    }
}

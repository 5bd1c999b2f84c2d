import ArgumentParser
import Study
import Workflows

/// `dotchi train`: trains what the study asks for, going on where it stands.
struct TrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Train the study's networks, or go on with their training.",
        discussion: """
            Ctrl-C ends it cleanly after the current step; the same command goes on from there. Checkpoints and \
            sample grids lie in runs/NETWORK/ of the study folder. A network that came with a file (`dotchi runs \
            import`) is trained only where it is named, and then again.
            """)

    @OptionGroup var options: StudyOptions

    @Option(help: "Train the networks of this method only.")
    var method: String?

    @Option(help: "Train this network only.")
    var network: String?

    @Option(
        parsing: .unconditional, help: "Train up to so many epochs, instead of those of study.yaml.",
        transform: Number.whole)
    var epochs: Int?

    @Option(
        help: ArgumentHelp(
            "Train each method for this time, all its networks together, instead of epochs: 75h, 90m or 40s.",
            discussion: """
                Networks that enlarge are trained to their epochs of study.yaml, as they learn from photographs alone; \
                the first network of the method has the rest of the time, to the nearest epoch. One that several \
                methods share has the least of their rests.
                """, valueName: "time"), transform: TrainingBudget.init)
    var budget: TrainingBudget?

    @Option(help: "Where to compute: cpu or cuda.")
    var device: TrainingDevice = .cpu

    @Option(parsing: .unconditional, help: "Threads of the engine (default: one a core).", transform: Number.whole)
    var threads: Int?

    func validate() throws {
        try check("--epochs", epochs, in: NetworkSettings.Limits.epochs)
        try check("--threads", threads, from: 1, to: 1024)
        if epochs != nil, budget != nil { throw ValidationError("--epochs and --budget: give one of them") }
        if method != nil, network != nil { throw ValidationError("--method and --network: give one of them") }
    }

    func run() async throws {
        let study = try OpenStudy(options)
        Interruption.listen()
        try await TrainingOrder(
            method: method, network: network, epochs: epochs, budget: budget?.seconds, device: device, threads: threads
        ).carryOut(in: study)
    }
}

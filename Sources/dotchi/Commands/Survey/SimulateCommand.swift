import ArgumentParser
import Reports
import Text
import Workflows

/// `dotchi simulate`: people that are not there, to try a study out.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Let simulated people answer the real plan; every output says so.",
        discussion: """
            Their answers go through the same answer files and the same import as those of people. A further call brings \
            further people. Without --prefer every method is chosen as often as any other. A plan that people have \
            answered takes no simulated people, so that their votes do not mix, but with --beside-people.
            """)

    @OptionGroup var options: StudyOptions

    @Option(parsing: .unconditional, help: "How many people, from 1.", transform: Number.whole)
    var participants: Int

    @Option(
        help: ArgumentHelp(
            "How often a method is chosen over one that is not named, 0 to 1.", valueName: "method=rate"),
        transform: MethodRate.init)
    var prefer: [MethodRate] = []

    @Option(
        parsing: .unconditional, help: "Added to the probability of the left image, -1 to 1.")
    var sideBias: DecimalArgument = 0.0

    @Option(parsing: .unconditional, help: "Share of people who choose without looking, 0 to 1.")
    var careless: DecimalArgument = 0.1

    @Option(
        parsing: .unconditional,
        help: "Intra-class correlation of a person's votes, 0 (all people alike) to 1 (each always the same).")
    var icc: DecimalArgument = 0.1

    @Option(parsing: .unconditional, help: "Seed of the people: a whole number from 0 up.")
    var seed: SeedArgument = 1

    @Flag(help: "Simulate also where people have answered the plan.")
    var besidePeople = false

    @OptionGroup var language: LanguageOption

    func validate() throws {
        try check("--participants", participants, from: 1)
        try check("--side-bias", sideBias.value, in: -1...1)
        try check("--careless", careless.value, in: 0...1)
        try check("--icc", icc.value, in: 0...1)
        let named = prefer.map(\.method)
        if let twice = named.first(where: { method in named.count { $0 == method } > 1 }) {
            throw ValidationError("--prefer names method \(twice) more than once; keep one rate of it")
        }
    }

    func run() throws {
        let words = try language.words
        let added = try SimulatedPeople(OpenStudy(options)).run(
            participants, rates: prefer.map { ($0.method, $0.rate) }, sideBias: sideBias.value,
            careless: careless.value, intraclassCorrelation: icc.value, seed: seed.value, besidePeople: besidePeople)
        try Console.result(
            words.list(.simulatedPeople, ["people": "\(participants)", "events": "\(added)"]))
    }
}

/// `METHOD=RATE`, as `--prefer B=0.7`.
struct MethodRate {
    /// The method.
    let method: String
    /// How often it is chosen.
    let rate: Double

    /// The rate that `argument` says.
    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let rate = parts[1].decimalNumber, (0...1).contains(rate) else {
            throw ValidationError("expected a method and a rate from 0 to 1, as B=0.7")
        }
        method = String(parts[0])
        self.rate = rate
    }
}

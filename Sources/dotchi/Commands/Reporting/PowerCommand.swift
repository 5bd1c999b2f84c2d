import ArgumentParser
import Preference
import Reports
import Workflows

/// `dotchi power`: how many people a study needs.
struct PowerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "power", abstract: "Tell how many votes and people a study needs to find a preference.",
        discussion: """
            The test is two-sided, of one half. Independent votes are tested exactly; because counts are whole, the power \
            of that test is a saw-tooth, which one more vote may lower, so what counts is the number from which it stays. \
            Votes of one person are alike: the number of people is for the test that the analysis makes, clustered by person; up to \
            400 people by 20000 simulated studies, beyond by an approximation. Where neither holds, because nearly all \
            people vote alike, no number is promised.
            """)

    @OptionGroup var verbosity: VerboseOption

    @Option(
        parsing: .unconditional, help: "How often people really choose the method, above 0 and below 1, not 0.5.",
        transform: Number.any)
    var rate: Double

    @Option(
        parsing: .unconditional,
        help: "Intra-class correlation of a person's votes, 0 (all people alike) to 1 (each always the same).")
    var icc: DecimalArgument = 0.1

    @Option(
        parsing: .unconditional, help: "Votes that each person gives on the question, 1 to 10000.")
    var votesPerPerson: WholeArgument = 20

    @Option(
        parsing: .unconditional, help: "Share of invited people who do not finish, 0 to 0.99.")
    var dropOut: DecimalArgument = 0.0

    @Option(
        parsing: .unconditional, help: "Share of people who finish and fail catch trials, 0 to 0.99.")
    var catchLoss: DecimalArgument = 0.0

    @Option(
        parsing: .unconditional, help: "The probability of finding the preference, 1e-09 to 1 - 1e-09.")
    var power: DecimalArgument = 0.8

    @Option(
        parsing: .unconditional, help: "The probability of finding one where there is none, 1e-09 to 1 - 1e-09.")
    var alpha: DecimalArgument = 0.05

    @OptionGroup var language: LanguageOption

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        try check("--icc", icc.value, in: 0...1)
        try check("--votes-per-person", votesPerPerson.value, from: 1, to: 10_000)
        guard rate > 0 && rate < 1 else {
            throw ValidationError("--rate takes a number above 0 and below 1, not \(rate)")
        }
        // Nearer to 0 or 1 a level is one of them in a double, and the losses leave nobody.
        for (option, value) in [("--power", power.value), ("--alpha", alpha.value)]
        where !(1e-9...(1 - 1e-9)).contains(value) {
            throw ValidationError("\(option) takes a number from 1e-09 to 1 - 1e-09, not \(value)")
        }
        for (option, value) in [("--drop-out", dropOut.value), ("--catch-loss", catchLoss.value)]
        where !(0...0.99).contains(value) {
            throw ValidationError("\(option) takes a number from 0 to 0.99, not \(value)")
        }
        guard abs(rate - 0.5) >= ExactPower.leastDifference else {
            throw ValidationError(
                "--rate takes a rate at least \(ExactPower.leastDifference) from 0.5, not \(rate): what is no preference "
                    + "cannot be found")
        }
    }

    func run() throws {
        let needs = StudyNeeds(
            rate: rate, votesPerPerson: votesPerPerson.value, intraclassCorrelation: icc.value, power: power.value,
            alpha: alpha.value, recruitment: Recruitment(dropOut: dropOut.value, catchLoss: catchLoss.value))
        if json { return try Console.data(needs.json.document.trimmedEnd) }
        try Console.result(needs.text(language.words))
    }
}

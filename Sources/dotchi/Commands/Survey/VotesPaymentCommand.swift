import ArgumentParser
import Workflows

/// `dotchi votes payment`: whom to pay.
struct VotesPaymentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payment",
        abstract: "Write one row a session to standard output: its participant, its outcome, and whether it is paid.",
        discussion: """
            CSV, with the ids by which services pay: keep it apart from the votes, and delete it when everybody is paid. The \
            outcome is `finished`, `stopped` (pairs are left), `failed_checks` (two instructed checks or more) or `technical` \
            (too many images could not be shown). `pay` is TRUE for `finished` and `technical`, once for each participant; no \
            rule of the analysis, as ruined copies or speed, decides on it. `link.NAME` has what was kept of the link. People \
            who were screened out are counted in a note: nothing of them is kept.
            """)

    @OptionGroup var options: StudyOptions

    func run() throws {
        try PaymentList(OpenStudy(options, readOnly: true)).csv { try Console.data($0) }
    }
}

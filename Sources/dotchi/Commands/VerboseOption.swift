import ArgumentParser

/// Whether the steps of a command are shown.
struct VerboseOption: ParsableArguments {
    @Flag(help: "Show each step on standard error: files, sizes, times.")
    var verbose = false

    func validate() { if verbose { ConsoleLog.beVerbose() } }
}

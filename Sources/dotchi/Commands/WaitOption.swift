import ArgumentParser

/// Whether a command waits for another that is at work on the same.
struct WaitOption: ParsableArguments {
    @Flag(name: .customLong("wait"), help: "Wait for another command that is at work on the same, instead of ending.")
    var isWaiting = false
}

import Workflows

/// What work says and how far it is, on standard error; Ctrl-C asks it to stop.
struct ConsoleReporter: Reporter {
    func say(_ text: String) { Console.say(text) }

    func note(_ text: String) { Console.say("note: \(text)") }

    func progress(_ title: String) -> any WorkProgress { ProgressBar(title) }

    var isStopped: Bool { Interruption.isWished }
}

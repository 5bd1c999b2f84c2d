/// How a session at the terminal ended; whatever it was, the answers before it are stored.
package enum SurveyEnding: Sendable, Hashable {
    /// All is answered.
    case finished
    /// The person stopped for now (q, Ctrl-C).
    case stopped
    /// The person did not agree to take part; nothing was stored.
    case declined
    /// The person cannot take part, by what they answered; nothing was stored of it.
    case screenedOut
    /// Images of ``TerminalSurvey/mostFailures`` trials in a row could not be shown; no further one was given up.
    case imagesFailed
    /// A signal ended it (SIGTERM, SIGHUP, SIGQUIT): its number.
    case terminated(signal: Int32)
}

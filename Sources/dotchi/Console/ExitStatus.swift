/// How the command ends, as `sysexits.h` numbers it.
enum ExitStatus: Int32, Sendable {
    /// The command line was wrong.
    case usage = 64
    /// What was read is not what it should be.
    case badData = 65
    /// What should be read is not there, or cannot be opened.
    case noInput = 66
    /// The tensor engine cannot be used.
    case unavailable = 69
    /// What should be written cannot be made.
    case cannotCreate = 73
    /// Reading or writing failed midway.
    case ioError = 74
    /// Another command is at work on the same; the same one can be called again when that has ended.
    case busy = 75
    /// Stopped by a person (Ctrl-C): 128 + SIGINT.
    case interrupted = 130
}

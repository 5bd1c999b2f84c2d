import ArgumentParser
import Files
import Foundation
import Workflows

extension Dotchi {
    /// Ends the program as `error` asks for: its words on standard error, its number as the exit status.
    static func end(with error: any Error) -> Never {
        guard let status = status(of: error) else { endParsing(with: error) }
        Console.say("dotchi: \(words(of: error))")
        Foundation.exit(status.rawValue)
    }

    /// Ends as ArgumentParser does, help on standard output and faults of the command line on standard error, which may
    /// repeat what was typed.
    private static func endParsing(with error: any Error) -> Never {
        let status = exitCode(for: error)
        let message = fullMessage(for: error)
        if !message.isEmpty {
            if status.isSuccess { print(message) } else { Console.say(inOneVoice(message)) }
        }
        Foundation.exit(status.rawValue)
    }

    /// A message of ArgumentParser's as our own begin: the program's name, and in lower case what is no name.
    private static func inOneVoice(_ message: String) -> String {
        guard message.hasPrefix("Error: ") else { return message }
        // ArgumentParser says of numbers only that they are invalid; the help of the option follows.
        let words = message.dropFirst("Error: ".count)
            .replacing(/^(The value '[^\n]*' is invalid for '[^\n]*')\n/) {
                "\($0.1): expected a number, as its help says\n"
            }
        // A name in capitals, as METHOD=RATE, stays as it is.
        let isName = words.dropFirst().first?.isUppercase == true
        return "dotchi: \(isName ? String(words.prefix(1)) : words.prefix(1).lowercased())\(words.dropFirst())"
    }

    /// The message: our own errors have words, those of Foundation get them.
    private static func words(of error: any Error) -> String {
        guard error is CocoaError else { return "\(error)" }
        let path = (error as NSError).userInfo[NSFilePathErrorKey] as? String
        return "\(path ?? "a file") cannot be read or written: \(FileFault(error))."
    }

    /// How an error of a room ends the program; nil for those of the command line.
    static func status(of error: any Error) -> ExitStatus? { Failure.Kind(of: error).map(ExitStatus.init) }
}

extension ExitStatus {
    /// How a fault of that kind ends the program.
    init(_ kind: Failure.Kind) {
        self =
            switch kind {
            case .usage: .usage
            case .badData: .badData
            case .noInput: .noInput
            case .unavailable: .unavailable
            case .cannotCreate: .cannotCreate
            case .ioError: .ioError
            case .busy: .busy
            case .interrupted: .interrupted
            }
    }
}

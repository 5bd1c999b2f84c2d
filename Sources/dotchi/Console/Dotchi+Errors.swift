import Answers
import Votes
import ArgumentParser
import Datasets
import Files
import Foundation
import Generators
import Pairing
import Pictures
import Reports
import Analysis
import Simulation
import Study
import StudyFiles
import StudyStore
import SurveyPage
import SurveyTerminal
import Tensors

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
        return "dotchi: \(words.prefix(1).lowercased())\(words.dropFirst())"
    }

    /// The message: our own errors have words, those of Foundation get them.
    private static func words(of error: any Error) -> String {
        guard error is CocoaError else { return "\(error)" }
        let path = (error as NSError).userInfo[NSFilePathErrorKey] as? String
        return "\(path ?? "a file") cannot be read or written: \(FileFault(error))."
    }

    /// How an error of a room ends the program; nil for those of the command line.
    static func status(of error: any Error) -> ExitStatus? {
        switch error {
        case let failure as Failure: failure.status
        case is StudyFileError, is AnswerFileError, is VoteTableError, is RunsTableError, is AnalysisError,
            is SurveyTextsError:
            .badData
        case is TrainingError: .badData
        case let error as SafetensorsError: error.isOfWriting ? .ioError : .badData
        // The plan is sound, so that what cannot be simulated stood on the command line.
        case is SimulationError: .usage
        case let error as PairingError: error.findings.isEmpty ? .noInput : .badData
        case let error as DatasetError: error.status
        case let error as PictureError: error.status
        case let error as StudyFolderError: error.status
        case let error as StudyStoreError: error.status
        case let error as EngineError: error.status
        case let error as SurveyPageError: error.status
        case let error as SurveyTerminalError: error.status
        case is CocoaError: .ioError
        default: nil
        }
    }
}

extension StudyFolderError {
    fileprivate var status: ExitStatus {
        switch self {
        case .notFound, .noStudy, .notAFile, .unreadable: .noInput
        case .outside: .badData
        }
    }
}

extension StudyStoreError {
    fileprivate var status: ExitStatus {
        switch self {
        case .missing, .empty, .notReadable, .logNotReadable, .notFound: .noInput
        case .notAStore, .newerSchema, .olderSchema, .olderSchemaThere, .damaged, .damagedImage, .oddRows,
            .refused:
            .badData
        case .notWritable, .readOnlyDisk: .cannotCreate
        case .locked: .busy
        case .diskFull, .changedMeanwhile, .failed: .ioError
        }
    }
}

extension DatasetError {
    fileprivate var status: ExitStatus {
        switch self {
        case .settings: .usage
        case .damagedArchive, .tooFew, .changedPhotographs, .damagedCache: .badData
        case .noSource, .unreadableSource, .notPrepared: .noInput
        case .changedMeanwhile: .ioError
        case .notWritable: .cannotCreate
        }
    }
}

extension PictureError {
    fileprivate var status: ExitStatus {
        switch problem {
        case .unknownFormat, .undecodable, .tooLarge, .tooLong, .smallerThanCrop: .badData
        case .unreadable: .noInput
        case .unwritable: .cannotCreate
        case .unencodable: .ioError
        }
    }
}

extension EngineError {
    fileprivate var status: ExitStatus {
        switch self {
        case .unavailable, .noCUDA: .unavailable
        case .failed, .outOfMemory: .ioError
        }
    }
}

extension SurveyPageError {
    fileprivate var status: ExitStatus {
        switch self {
        case .occupied, .otherSeats, .cannotWrite, .noRoom: .cannotCreate
        case .atWork: .busy
        case .noSuchSeat: .usage
        case .template: .noInput
        case .nothingToAsk, .languageNotOffered, .notPNG: .badData
        }
    }
}

extension SurveyTerminalError {
    fileprivate var status: ExitStatus {
        switch self {
        case .notATerminal, .dumbTerminal: .usage
        case .system, .notDrawn, .notStored: .ioError
        }
    }
}

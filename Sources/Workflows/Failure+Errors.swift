import Analysis
import Answers
import Datasets
import Foundation
import Generators
import Pairing
import Pictures
import Reports
import Simulation
import Study
import StudyFiles
import StudyStore
import SurveyPage
import SurveyTerminal
import Tensors
import Votes

extension Failure.Kind {
    /// The kind of an error of any room; nil of errors that no room throws.
    package init?(of error: any Error) {
        let kind: Self? =
            switch error {
            case let failure as Failure: failure.kind
            case is StudyFileError, is AnswerFileError, is VoteTableError, is RunsTableError, is AnalysisError,
                is LanguageFileError:
                .badData
            case is GeneratorError: .badData
            case let error as SafetensorsError: error.isOfWriting ? .ioError : .badData
            // The plan is sound, so that what cannot be simulated was asked for.
            case is SimulationError: .usage
            case let error as PairingError: error.findings.isEmpty ? .noInput : .badData
            case let error as DatasetError: error.kind
            case let error as PictureError: error.kind
            case let error as StudyFolderError: error.kind
            case let error as StudyStoreError: error.kind
            case let error as EngineError: error.kind
            case let error as SurveyPageError: error.kind
            case let error as SurveyTerminalError: error.kind
            case is CocoaError: .ioError
            default: nil
            }
        guard let kind else { return nil }
        self = kind
    }
}

extension StudyFolderError {
    fileprivate var kind: Failure.Kind {
        switch self {
        case .notFound, .noStudy, .notAFile, .unreadable: .noInput
        case .outside: .badData
        }
    }
}

extension StudyStoreError {
    fileprivate var kind: Failure.Kind {
        switch self {
        case .missing, .empty, .emptied, .notReadable, .logNotReadable, .notFound: .noInput
        case .notAStore, .newerSchema, .olderSchema, .olderSchemaThere, .notBroughtUpToDate, .inTheWay, .damaged,
            .damagedImage,
            .damagedGeneration,
            .damagedPlan, .oddRows, .unreadableRow,
            .refused:
            .badData
        case .notWritable, .readOnlyDisk: .cannotCreate
        case .locked: .busy
        case .diskFull, .changedMeanwhile, .failed: .ioError
        }
    }
}

extension DatasetError {
    fileprivate var kind: Failure.Kind {
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
    fileprivate var kind: Failure.Kind {
        switch problem {
        case .unknownFormat, .undecodable, .tooLarge, .tooLong, .smallerThanCrop: .badData
        case .unreadable: .noInput
        case .unwritable: .cannotCreate
        case .unencodable: .ioError
        }
    }
}

extension EngineError {
    fileprivate var kind: Failure.Kind {
        switch self {
        case .unavailable, .noCUDA: .unavailable
        case .failed, .outOfMemory: .ioError
        }
    }
}

extension SurveyPageError {
    fileprivate var kind: Failure.Kind {
        switch self {
        case .occupied, .otherSeats, .otherStudy, .otherPlan, .cannotWrite, .noRoom: .cannotCreate
        case .atWork: .busy
        case .noSuchSeat: .usage
        case .template: .noInput
        case .nothingToAsk, .languageNotOffered, .notPNG: .badData
        }
    }
}

extension SurveyTerminalError {
    fileprivate var kind: Failure.Kind {
        switch self {
        case .notATerminal, .dumbTerminal: .usage
        case .system, .notDrawn, .notStored: .ioError
        case .closed: .badData
        }
    }
}

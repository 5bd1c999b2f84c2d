import Answers
import Files
import Foundation
import Logging
import Study
import StudyFiles
import StudyStore

/// What one command at a time does in a study.
enum Work: Hashable {
    /// Filling a generation of a pool.
    case pool(PoolKey)
    /// Choosing photographs, or preparing their pixels.
    case photographs
    /// Making and freezing a plan.
    case plan
    /// Taking checkpoints in.
    case checkpoints
    /// Asking a participant, by id.
    case asking(String)
    /// Asking in a session, by id.
    case session(String)
    /// Collecting answers.
    case collecting
    /// Asking in a seat of a plan.
    case seat(plan: String, number: Int)

    /// Its name among the locks.
    var name: String {
        switch self {
        case .pool(let pool): "pool-\(pool.method)+\(pool.condition)"
        case .photographs: "photographs"
        case .plan: "plan"
        case .checkpoints: "checkpoints"
        case .collecting: "collecting"
        // The lock is a file that others see; the id is for the researcher alone.
        case .asking(let participant): "asking-" + hexSHA256(Data(participant.utf8)).prefix(16)
        case .session(let id): "session-" + hexSHA256(Data(id.utf8)).prefix(16)
        case .seat(let plan, let number): "seat-\(plan.prefix(12))-\(number)"
        }
    }

    /// The command line of this process, for others to see.
    var command: String {
        switch self {
        case .asking, .session, .seat: "dotchi survey take"
        case .pool, .photographs, .plan, .checkpoints, .collecting: WorkLock.ownCommand
        }
    }

    /// What happens, as a part of a sentence.
    var words: String {
        switch self {
        case .pool(let pool): "pool \(pool.name) is being filled"
        case .photographs: "the study's photographs are being chosen or prepared"
        case .plan: "a plan of this study is being made"
        case .checkpoints: "checkpoints are being taken into this study"
        case .collecting: "answers to this study are being collected"
        case .asking(let participant): "participant \(participant) is being asked in another terminal"
        case .session(let id): "session \(SessionName.short(id)) is being asked in another terminal"
        case .seat(_, let number): "seat \(number) is being asked in another terminal"
        }
    }
}

extension OpenStudy {
    /// Takes the locks of `works`, which are free again when the returned value is gone.
    ///
    /// - Parameters:
    ///   - isWaiting: whether to wait where another command is at work, which it says; else that is an error. Ctrl-C ends
    ///     the waiting.
    ///   - refusal: how to go on, as the end of the error.
    /// - Throws: ``Failure``.
    func locks(
        for works: [Work], waiting isWaiting: Bool,
        refusal: String = "Nothing was changed. Call this again when that has ended, or with --wait."
    ) throws -> WorkLocks {
        // In one order, so that no two commands wait for each other.
        var locks: [WorkLock] = []
        for work in Set(works).sorted(by: { $0.name < $1.name }) {
            var hasSaid = false
            while true {
                if let lock = try lock(for: work) {
                    log.debug("lock taken", metadata: ["lock": "\(work.name)"])
                    locks.append(lock)
                    break
                }
                let holder = WorkLock.holder(of: work.name, in: folder.root)
                guard isWaiting else {
                    throw Failure(.busy, "\(work.words) by \(holder?.words ?? "another command"). \(refusal)")
                }
                if !hasSaid {
                    reporter.say("waiting: \(work.words) by \(holder?.words ?? "another command"); Ctrl-C ends this")
                    hasSaid = true
                }
                guard !reporter.isStopped else {
                    throw Failure(.interrupted, "stopped while waiting; nothing was changed.")
                }
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
        return WorkLocks(locks)
    }

    /// Takes the lock of `work`, or gives nil where another command has it.
    func lockIfFree(_ work: Work) throws -> WorkLocks? { try lock(for: work).map { WorkLocks([$0]) } }

    private func lock(for work: Work) throws -> WorkLock? {
        do throws(FileFault) {
            return try WorkLock(work.name, in: folder.root, command: work.command)
        } catch {
            let place = WorkLock.file(work.name, in: folder.root).path
            throw Failure(.cannotCreate, "the lock \(place) cannot be made: \(error).")
        }
    }
}

/// Locks that are held together, until the last reference to them is gone.
final class WorkLocks: Sendable {
    private let locks: [WorkLock]

    fileprivate init(_ locks: [WorkLock]) {
        self.locks = locks
    }
}

extension WorkLock.Holder {
    /// The command, its process and since when, for a sentence.
    var words: String {
        let elsewhere = host == ProcessInfo.processInfo.hostName ? "" : " on \(host)"
        return "`\(command)` (process \(process)\(elsewhere), since \(since))"
    }
}

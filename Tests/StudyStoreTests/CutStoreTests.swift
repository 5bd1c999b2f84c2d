import Answers
import Foundation
import GRDB
import Study
import Synchronization
import TestKit
import Testing
import Votes

@testable import StudyStore

/// A store is not believed: of a file that is not whole there are the whole figures, with the help of its log, or none.
@Suite("study.sqlite that is cut, grown or made up")
struct CutStoreTests {
    /// The files of a store: the database, and its log where there is one.
    private struct Files {
        var store: Data
        var log: Data?
    }

    /// What is read of a store: how many votes, and how many of them are for the left.
    private struct Figures: Equatable {
        var votes: Int
        var left: Int

        init(_ store: StudyStore) throws {
            let votes = try store.votes()
            self.votes = votes.count
            left = votes.count { $0.choice == .left }
        }
    }

    private static let people = 90

    /// Tells tasks that another one has ended.
    private final class Flag: Sendable {
        private let value = Mutex(false)

        var isRaised: Bool { value.withLock { $0 } }

        func raise() { value.withLock { $0 = true } }
    }

    private func answer(_ people: ClosedRange<Int>, _ store: StudyStore) throws {
        for session in people {
            let header = Fixture.header(session: session, seat: session % 2 + 1, participant: "person \(session)")
            let choices: [Choice] = session % 3 == 0 ? [.left, .left, .right, .left] : [.right, .left, .right, .left]
            _ = try store.accept(header, Fixture.events(session: session, choices: choices))
        }
    }

    /// A store that was closed in order.
    private func closed() throws -> (files: Files, figures: Figures) {
        try Fixture.withPlan { fixture in
            try answer(1...Self.people, fixture.store)
            try fixture.store.truncateLog()
            return (Files(store: try Data(contentsOf: fixture.store.file)), try Figures(fixture.store))
        }
    }

    /// A store whose latest changes are in its log, as a kill leaves it; and the file as it is after a checkpoint.
    private func killed() throws -> (files: Files, figures: Figures, later: Data) {
        try Fixture.withPlan { fixture in
            try fixture.store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
            try answer(1...Self.people / 2, fixture.store)
            try fixture.store.truncateLog()
            try answer(Self.people / 2 + 1...Self.people, fixture.store)
            let file = fixture.store.file
            let files = Files(
                store: try Data(contentsOf: file), log: try Data(contentsOf: URL(filePath: file.path + "-wal")))
            let figures = try Figures(fixture.store)
            try fixture.store.truncateLog()
            return (files, figures, try Data(contentsOf: file))
        }
    }

    /// What comes of reading `files`: figures, or the error.
    private func read(_ files: Files, readOnly: Bool = true) throws -> Result<Figures, StudyStoreError> {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try files.store.write(to: file)
            try files.log?.write(to: URL(filePath: file.path + "-wal"))
            do {
                return .success(try Figures(try StudyStore(at: file, readOnly: readOnly)))
            } catch let error as StudyStoreError {
                // What is refused is left as it was.
                #expect(try Data(contentsOf: file) == files.store)
                return .failure(error)
            }
        }
    }

    private func isDamaged(_ result: Result<Figures, StudyStoreError>) -> Bool {
        guard case .failure(.damaged) = result else { return false }
        return true
    }

    @Test("a store that is cut anywhere is refused as damaged, and gives no figures")
    func cut() throws {
        let (files, figures) = try closed()
        #expect(try read(files) == .success(figures))
        let size = files.store.count
        // Within the last three pages densely, over the whole file sparsely.
        let cuts =
            Array(stride(from: size - 3 * 4096, to: size, by: 199)) + [size - 1, size - 2, size - 4096]
            + Array(stride(from: 1, to: size, by: size / 20)) + [16, 99, 100, 4096]
        #expect(cuts.count > 64)
        for cut in cuts {
            let part = Files(store: files.store.prefix(cut))
            #expect(try isDamaged(read(part)), "cut to \(cut) of \(size)")
        }
        for cut in [size - 1, size - 5000, 4096] {
            #expect(
                try isDamaged(read(Files(store: files.store.prefix(cut)), readOnly: false)), "cut to \(cut), writing")
        }
        let why = try read(Files(store: files.store.prefix(size - 1)))
        guard case .failure(let error) = why else { return }
        #expect(error.description.contains("has \(size - 1) bytes, but its header says \(size)"), "\(error)")
        #expect(error.description.contains("Put a copy of it back"), "\(error)")
    }

    @Test("a store that is cut beside a log of changes is refused, or gives the whole figures")
    func cutBesideLog() throws {
        let (files, figures, _) = try killed()
        #expect(try read(files) == .success(figures))
        let size = files.store.count
        let cuts =
            Array(stride(from: size - 3 * 4096, to: size, by: 199)) + [size - 1, size - 4096]
            + Array(stride(from: 1, to: size, by: size / 20))
        #expect(cuts.count > 64)
        var refused = 0
        for cut in cuts {
            let result = try read(Files(store: files.store.prefix(cut), log: files.log))
            #expect(isDamaged(result) || result == .success(figures), "cut to \(cut) of \(size): \(result)")
            if isDamaged(result) { refused += 1 }
        }
        #expect(refused > 0)
    }

    @Test("a checkpoint that was killed after its first page leaves a short file that is read whole")
    func killedCheckpoint() throws {
        let (files, figures, later) = try killed()
        #expect(later.count > files.store.count)
        // Pages are written in their order: the first one says how many there will be.
        var short = files
        short.store.replaceSubrange(0..<4096, with: later.prefix(4096))
        #expect(try read(short) == .success(figures))
        // Without the log that has the rest, or with one that has nothing, it is not whole.
        #expect(try isDamaged(read(Files(store: short.store))))
        #expect(try isDamaged(read(Files(store: short.store, log: Data()))))
        #expect(try isDamaged(read(Files(store: short.store, log: Data(repeating: 7, count: 9000)))))
        let log = try #require(files.log)
        #expect(try isDamaged(read(Files(store: short.store, log: log.prefix(31)))))
        #expect(try isDamaged(read(Files(store: short.store, log: log.prefix(32)))))
        // A log whose first change is torn holds none, whatever its later frames say.
        var torn = log
        torn[32 + 24 + 100] ^= 1
        #expect(try isDamaged(read(Files(store: short.store, log: torn))))
    }

    @Test("a copy of another day, put back beside the log that was there, is refused before the log changes it")
    func otherDay() throws {
        let (files, _, later) = try killed()
        let log = try #require(files.log)
        var older = files
        for place in [24, 92] { older.store.replaceSubrange(place..<place + 4, with: [0, 0, 0, 1]) }
        let result = try read(older)
        guard case .failure(.damaged(_, let why)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(why.contains("is of another state of it") && why.contains("remove"), "\(why)")
        // A log that was cut after a checkpoint had moved more of it into the file, in whose changes the first page counts.
        let size = 4096 + 24
        let first = try #require(
            (1...(log.count - 32) / size).first { frames in
                log[32 + (frames - 1) * size + 7] > 0
                    && (0..<frames).contains { log[(32 + $0 * size)..<(36 + $0 * size)].elementsEqual([0, 0, 0, 1]) }
            })
        let cut = Files(store: later, log: log.prefix(32 + first * size))
        #expect(try isDamaged(read(cut)))
    }

    @Test("a store that others write, close and open is never taken for a damaged one")
    func live() async throws {
        let bytes = try Fixture.withPlan { fixture in
            try fixture.store.truncateLog()
            return try Data(contentsOf: fixture.store.file)
        }
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try bytes.write(to: file)
            let hasEnded = Flag()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { hasEnded.raise() }
                    for round in 0..<60 {
                        // Opened and closed each time: the last one to close removes the log.
                        let store = try StudyStore(at: file)
                        try store.write { db in
                            try db.execute(
                                sql: "INSERT INTO blob VALUES (?, 1, 1, zeroblob(?))",
                                arguments: [Fixture.hash("\(round)"), 9000 * (round % 40) + 1])
                        }
                        if round % 3 == 0 {
                            store.queue.writeWithoutTransaction { _ = try? $0.checkpoint(.passive) }
                        }
                    }
                }
                for _ in 0..<3 {
                    group.addTask {
                        while !hasEnded.isRaised { _ = try StudyStore(at: file, readOnly: true).sessions() }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("what follows the last page is passed over")
    func longer() throws {
        let (files, figures) = try closed()
        for count in [1, 4096, 10_000] {
            let grown = Files(store: files.store + Data(repeating: 0x5A, count: count))
            #expect(try read(grown) == .success(figures))
        }
    }

    @Test("an empty file is named for what it is; with changes in a log beside it, something was lost")
    func empty() throws {
        let file = try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try Data().write(to: file)
            #expect(throws: StudyStoreError.empty(path: file.path)) { try StudyStore(at: file, readOnly: true) }
            // As a kill leaves it when a store is made: the next command goes on.
            #expect(try StudyStore(at: file).sessions() == [])
            return file
        }
        #expect(StudyStoreError.empty(path: file.path).description.contains("0 bytes"))
        let (files, _, _) = try killed()
        for readOnly in [true, false] {
            #expect(try isDamaged(read(Files(store: Data(), log: files.log), readOnly: readOnly)))
        }
    }

    @Test("a header of wrong bytes is an error by name, never a crash", arguments: 0..<100)
    func header(place: Int) throws {
        let (files, figures) = try Self.sample.get()
        for value in [0, 1, 0xFF] as [UInt8] {
            var wrong = files
            wrong.store[place] = value
            let result = try read(wrong)
            guard case .failure(let error) = result else {
                #expect(result == .success(figures), "byte \(place) is \(value)")
                continue
            }
            switch error {
            case .damaged, .notAStore, .failed, .newerSchema, .notWritable: break
            default: Issue.record("byte \(place) is \(value): \(error)")
            }
        }
    }

    private static let sample = Result { try CutStoreTests().closed() }

    @Test("what is no file is an error by name")
    func noFile() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
            let error = #expect(throws: StudyStoreError.self) { try StudyStore(at: file, readOnly: true) }
            #expect(
                error?.description.contains("it is a directory, not a file") == true, "\(String(describing: error))")
            let pipe = folder.appending(path: "pipe.sqlite")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            for readOnly in [true, false] {
                let error = #expect(throws: StudyStoreError.self) { try StudyStore(at: pipe, readOnly: readOnly) }
                #expect(error?.description.contains("it is a FIFO") == true, "\(String(describing: error))")
            }
        }
    }

    @Test(
        "what lies in the place of the log, the journal or the shared memory and is no file is an error by its name",
        arguments: ["-wal", "-journal", "-shm"])
    func noFileBeside(end: String) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try Self.sample.get().files.store.write(to: file)
            _ = try StudyStore(at: file, readOnly: true)
            for left in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + left) }
            try #require(mkfifo(file.path + end, 0o600) == 0)
            for readOnly in [true, false] {
                let error = #expect(throws: StudyStoreError.self) { try StudyStore(at: file, readOnly: readOnly) }
                #expect(
                    error?.description.contains("study.sqlite\(end) beside it belongs to it, and it is a FIFO") == true,
                    "\(String(describing: error))")
            }
        }
    }
}

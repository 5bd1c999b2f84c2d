import Foundation
import GRDB
import Study
import TestKit
import Testing

@testable import StudyStore

@Suite("opening study.sqlite")
struct OpeningTests {
    private func errorOfOpening(_ file: URL, readOnly: Bool = false, patience: Double = 10) -> StudyStoreError? {
        do {
            _ = try StudyStore(at: file, readOnly: readOnly, patience: patience)
            return nil
        } catch {
            return error as? StudyStoreError
        }
    }

    @Test("a new store is made once and found again")
    func again() throws {
        try Fixture.withStore { fixture in
            let dataset = try fixture.addDataset()
            #expect(try fixture.reopened().currentDataset() == dataset)
            #expect(try fixture.reopened(readOnly: true).currentDataset() == dataset)
        }
    }

    @Test("a file that is no database, or another program's, is refused and left as it was")
    func foreign() throws {
        try withTemporaryFolder { folder in
            let text = folder.appending(path: "text.sqlite")
            try Data(String(repeating: "This is not a database. ", count: 200).utf8).write(to: text)
            #expect(errorOfOpening(text) == .notAStore(path: text.path))

            let other = folder.appending(path: "other.sqlite")
            try DatabaseQueue(path: other.path).write { try $0.execute(sql: "CREATE TABLE song (id INTEGER)") }
            let before = [try Data(contentsOf: text), try Data(contentsOf: other)]
            #expect(errorOfOpening(other) == .notAStore(path: other.path))
            #expect([try Data(contentsOf: text), try Data(contentsOf: other)] == before)
        }
    }

    @Test("a store of a newer dotchi is refused and left as it was")
    func newer() throws {
        try Fixture.withStore { fixture in
            try fixture.store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 the future')") }
            let error = errorOfOpening(fixture.store.file)
            #expect(error == .newerSchema(path: fixture.store.file.path))
            #expect(error?.description.contains("newer dotchi") == true)
        }
    }

    @Test("a store of before epochs told their costs is brought up to date, and keeps its epochs")
    func older() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            do {
                let queue = try DatabaseQueue(path: file.path)
                try Schema.migrator.migrate(queue, upTo: "5 answers")
                try queue.write { db in
                    try db.execute(
                        sql: "INSERT INTO dataset VALUES (1, 'x', NULL, 1, ?, ?, 1)",
                        arguments: [Fixture.hash("x"), "2025-01-01T00:00:00Z"])
                    try db.execute(
                        sql: """
                            INSERT INTO run (id, network, number, kind, settings, datasetId, seed, device, threads, engine,
                                startedAt) VALUES (1, 'a', 1, 'dcgan', '{}', 1, 1, 'cpu', 1, 'x', '2025-01-01T00:00:00Z');
                            INSERT INTO epoch VALUES (1, 1, 2.5, 100, 0);
                            """)
                }
            }
            #expect(errorOfOpening(file, readOnly: true) == .olderSchema(path: file.path))
            let epochs = try StudyStore(at: file).epochs(of: 1)
            #expect(epochs == [EpochFacts(number: 1, seconds: 2.5, images: 100)])
            #expect(try StudyStore(at: file, readOnly: true).epochs(of: 1) == epochs)
        }
    }

    @Test("a command that only reads makes no store")
    func missing() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            #expect(errorOfOpening(file, readOnly: true) == .missing(path: file.path))
            let made = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(made.isEmpty)
        }
    }

    @Test("a folder that is not there is an error, not a crash")
    func noFolder() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "nowhere/study.sqlite")
            #expect(errorOfOpening(file) == .notWritable(path: file.path))
        }
    }

    @Test("a store opened for reading cannot be written")
    func readOnly() throws {
        try Fixture.withStore { fixture in
            let error = #expect(throws: StudyStoreError.self) {
                try Fixture(folder: fixture.folder, store: try fixture.reopened(readOnly: true)).addDataset()
            }
            #expect(error == .notWritable(path: fixture.store.file.path))
        }
    }

    @Test("a store that another process does not let go of is an error that says so; reading goes on")
    func locked() throws {
        try Fixture.withStore { fixture in
            let other = try fixture.reopened(patience: 0.1)
            try fixture.whileLocked {
                let dataset = try other.currentDataset()
                #expect(dataset == nil)
                #expect(throws: StudyStoreError.locked(path: fixture.store.file.path)) {
                    try Fixture(folder: fixture.folder, store: other).addDataset()
                }
            }
            try Fixture(folder: fixture.folder, store: other).addDataset()
        }
    }

    @Test("a full disk is an error that says so, and nothing of the change is kept")
    func full() throws {
        try Fixture.withStore { fixture in
            let pool = try fixture.store.beginImport(of: PoolKey(method: "M", condition: "c"), images: 2)
            try fixture.store.queue.inDatabase { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 8)")
            }
            var large = Fixture.image(1, "large", stem: "b")
            large.png = Data(repeating: 7, count: 100_000)
            let error = #expect(throws: StudyStoreError.self) {
                try fixture.store.add([Fixture.image(0, "small", stem: "a"), large], to: pool)
            }
            #expect(error == .diskFull(path: fixture.store.file.path))
            #expect(try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM blob") } == 0)
            try fixture.store.add([Fixture.image(0, "small", stem: "a")], to: pool)
        }
    }

    @Test("a damaged file is an error that says so")
    func damaged() throws {
        try Fixture.withPlan { fixture in
            try fixture.store.truncateLog()
            var bytes = try Data(contentsOf: fixture.store.file)
            bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0x5A, count: bytes.count - 4096))
            let copy = fixture.folder.appending(path: "copy.sqlite")
            try bytes.write(to: copy)
            let error = #expect(throws: StudyStoreError.self) { try StudyStore(at: copy).runs() }
            guard case .damaged(copy.path, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("many processes may make the same store at once")
    func atOnce() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let store = try StudyStore(at: file)
                        try Fixture(folder: folder, store: store).addDataset("source \(number)")
                    }
                }
                try await group.waitForAll()
            }
            let count = try StudyStore(at: file).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dataset") }
            #expect(count == 8)
        }
    }
}

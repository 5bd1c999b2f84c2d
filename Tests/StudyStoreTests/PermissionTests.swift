import Foundation
import Testing

@testable import StudyStore

@Suite("who can read study.sqlite")
struct PermissionTests {
    @Test("a new store can be read by its owner alone, and one that others could read is closed to them once")
    func permissions() throws {
        try Fixture.withStore { fixture in
            let file = fixture.store.file
            let fresh = try modes(of: file)
            #expect(fresh == [0o600, 0o600, 0o600] && !fixture.store.wasOpenToOthers)
            for mode in [0o644, 0o666, 0o664] {
                for ending in ["", "-wal", "-shm"] { chmod(file.path + ending, mode_t(mode)) }
                #expect(try !fixture.reopened(readOnly: true).wasOpenToOthers)
                #expect(try fixture.reopened().wasOpenToOthers)
                #expect(try modes(of: file) == [0o600, 0o600, 0o600])
                #expect(try !fixture.reopened().wasOpenToOthers)
            }
            // What a group was given on purpose stays.
            chmod(file.path, 0o660)
            #expect(try !fixture.reopened().wasOpenToOthers)
            #expect(try modes(of: file)[0] == 0o660)
        }
    }

    /// The permissions of a store, of its log and of the log's index.
    private func modes(of file: URL) throws -> [Int] {
        try ["", "-wal", "-shm"].map { ending in
            let facts = try FileManager.default.attributesOfItem(atPath: file.path + ending)
            return try #require(facts[.posixPermissions] as? Int)
        }
    }
}

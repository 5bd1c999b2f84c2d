import Foundation
import TestKit
import Testing

@testable import StudyStore

@Suite("the descriptor of study.sqlite")
struct HeldFileTests {
    /// How many locks processes have on a file. Where others take and leave locks meanwhile, the system's list can lack some of
    /// its lines, never have too many: so the most of several readings is the number.
    private func locks(of file: URL) throws -> Int {
        var facts = stat()
        try #require(stat(file.path, &facts) == 0)
        let readings = try (0..<50).map { _ in
            try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
                .count { $0.contains("POSIX") && $0.contains(":\(facts.st_ino) ") }
        }
        return readings.max() ?? 0
    }

    @Test(
        "a store that is looked at, opened and closed takes no lock from another connection of the process",
        .enabled(if: FileManager.default.isReadableFile(atPath: "/proc/locks")))
    func locks() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.sessions()
            let before = try locks(of: fixture.store.file)
            try #require(before > 0)
            for readOnly in [true, false, true] {
                _ = try fixture.reopened(readOnly: readOnly).sessions()
                #expect(try locks(of: fixture.store.file) == before)
            }
            _ = try StoreFile(file: fixture.store.file).finding()
            #expect(try locks(of: fixture.store.file) == before)
        }
    }

    @Test("the same file is opened once, and closed with the last who holds it")
    func once() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "file")
            #expect(try HeldFile(file.path) == nil)
            try Data([1, 2]).write(to: file)
            var one = try HeldFile(file.path)
            let descriptor = try #require(one?.descriptor)
            let other = try HeldFile(file.path)
            #expect(other?.descriptor == descriptor)
            one = nil
            var facts = stat()
            #expect(fstat(descriptor, &facts) == 0 && facts.st_size == 2)
        }
    }
}

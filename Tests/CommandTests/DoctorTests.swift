import Foundation
import TestKit
import Testing

@Suite("The doctor", .timeLimit(.minutes(5)))
struct DoctorTests {
    @Test("outside of a study there is none to look at, which is no fault")
    func outside() async throws {
        try await withTemporaryFolder { folder in
            let facts = try await Dotchi(folder: folder).well("doctor")
            #expect(facts.contains("\nnone     study: there is none here, which is fine"), "\(facts)")
        }
    }

    @Test("a study.yaml with faults is wrong, not missing: every fault is told, and it ends with 65")
    func brokenStudy() async throws {
        try await withTemporaryFolder { folder in
            try TinyStudy.write("study: {id: s}\npools: {images: 0}\nsurveys: {}", to: folder)
            let ending = try await Dotchi(folder: folder)("doctor")
            #expect(ending.status == 65)
            #expect(
                ending.output.contains("\nwrong    study: study.yaml:2:17: error: pools.images:"), "\(ending.output)")
            #expect(ending.output.contains("\n         study.yaml:3:1: error: surveys:"), "\(ending.output)")
        }
    }

    @Test("a study that was named and is not there is missing, and it ends with 66")
    func noStudy() async throws {
        try await withTemporaryFolder { folder in
            let ending = try await Dotchi(folder: folder)("doctor", "--study", folder.path)
            #expect(ending.status == 66)
            #expect(ending.output.contains("\nmissing  study: no study.yaml in \(folder.path)"), "\(ending.output)")
        }
    }
}

import Foundation
import GRDB
import Study
import Testing

@testable import StudyStore

@Suite("generations that are being filled")
struct DraftTests {
    private let pool = PoolKey(method: "M", condition: "c")

    private func images(_ name: String, _ indices: Range<Int>) -> [PoolImage] {
        indices.map { Fixture.image($0, "\(name) \($0)", stem: "\(name) \($0)") }
    }

    private func count(_ table: String, _ store: StudyStore) throws -> Int? {
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    @Test("two writers that overlap never fill one generation, though it has the key of the one that was removed")
    func overlap() throws {
        try Fixture.withStore { fixture in
            let (one, other) = (fixture.store, try fixture.reopened())
            let first = try one.beginImport(of: pool, images: 6)
            try one.add(images("first", 0..<3), to: first)
            let second = try other.beginImport(of: pool, images: 6)
            // What made this a fault: SQLite gives the key again.
            #expect(second.id == first.id && second.generation == first.generation)
            try other.add(images("second", 3..<6), to: second)
            #expect(throws: StudyStoreError.self) { try one.add(images("first", 0..<3), to: first) }
            #expect(throws: StudyStoreError.self) { try one.publish([first]) }
            // Who was refused takes nothing of the other's away.
            try one.discard([first])
            try other.add(images("second", 0..<3), to: second)
            let published = try other.publish([second])[0]
            let stems = try one.entries(of: published).map(\.origin)
            #expect(stems == (0..<6).map { PoolImage.Origin.file(stem: "second \($0)") })
            #expect(try count("blob", one) == 6)
            #expect(try count("draft", one) == 0)
        }
    }

    @Test("what is discarded leaves no images behind but those that another generation has too")
    func discarded() throws {
        try Fixture.withStore { fixture in
            let store = fixture.store
            let kept = try store.beginImport(of: pool, images: 1)
            try store.add([Fixture.image(0, "shared", stem: "a")], to: kept)
            try store.publish([kept])
            let drafts = try ["x", "y"].map { condition in
                let draft = try store.beginImport(of: PoolKey(method: "M", condition: condition), images: 80)
                try store.add(
                    images(condition, 0..<70) + [Fixture.image(70, "shared", stem: "shared")], to: draft)
                return draft
            }
            #expect(try store.unpublishedGenerations().map(\.filled) == [71, 71])
            #expect(try count("blob", store) == 141)
            try store.discard(drafts)
            #expect(try store.unpublishedGenerations().isEmpty)
            #expect(try count("blob", store) == 1)
            #expect(try store.currentGeneration(of: pool)?.generation == kept.generation)
            // A published one is not discarded.
            try store.discard([kept])
            #expect(try store.entries(of: kept.generation).count == 1)
        }
    }

    @Test("a draft of an older dotchi, which has no token, is taken for one that was left")
    func older() throws {
        try Fixture.withStore { fixture in
            let old = try fixture.store.beginImport(of: pool, images: 1)
            try fixture.store.write { try $0.execute(sql: "DELETE FROM draft") }
            #expect(throws: StudyStoreError.self) { try fixture.store.publish([old]) }
            let new = try fixture.store.beginImport(of: pool, images: 1)
            try fixture.store.add(images("new", 0..<1), to: new)
            #expect(try fixture.store.publish([new]).count == 1)
        }
    }

    @Test("what killed commands left is counted and removed, and then the file can be smaller")
    func leftovers() throws {
        try Fixture.withPlan(form: .rows) { fixture in
            let store = fixture.store
            let draft = try store.beginImport(of: pool, images: 3)
            let large = String(repeating: "x", count: 100_000)
            try store.add([Fixture.image(0, large, stem: "a"), Fixture.image(1, "b", stem: "b")], to: draft)
            try store.write { db in
                for image in [Fixture.image(0, large + "y"), Fixture.image(0, "unused")] {
                    try db.execute(
                        sql: "INSERT INTO blob VALUES (?, 1, 1, ?)", arguments: [image.sha256, image.png])
                }
                try db.execute(
                    sql: "INSERT INTO plan SELECT ?, study, seed, survey, NULL, 99 FROM plan",
                    arguments: [Fixture.hash("half")])
                try db.execute(
                    sql: "INSERT INTO planGeneration SELECT ?, position, generationId FROM planGeneration",
                    arguments: [Fixture.hash("half")])
                try db.execute(sql: "INSERT INTO seat SELECT ?, number FROM seat", arguments: [Fixture.hash("half")])
                try db.execute(
                    sql: """
                        INSERT INTO trial SELECT ?, seat, number, kind, condition, leftGenerationId, leftIndex,
                            rightGenerationId, rightIndex, repeatOf FROM trial
                        """, arguments: [Fixture.hash("half")])
            }
            let unused = try store.unusedImages()
            #expect(unused.count == 2 && unused.bytes == 100_007)
            #expect(try store.unfrozenPlans() == [Fixture.hash("half")])
            #expect(
                try store.unpublishedGenerations().map { "\($0.generation.pool.name) \($0.filled)" } == ["M/c 2"])

            try store.removeUnpublished(of: [pool])
            #expect(try store.removeUnusedImages() == 4)
            #expect(try store.removeUnfrozenPlans() == 1)
            #expect(try store.unusedImages().count == 0 && store.unfrozenPlans().isEmpty)
            #expect(try store.unpublishedGenerations().isEmpty)
            // The frozen plan and its images stay.
            #expect(try store.plan(Fixture.planHash)?.plan == Fixture.plan())
            #expect(try count("blob", store) == 16)

            try store.truncateLog()
            let before = try fileSize(store)
            #expect(try store.size().free > 200_000 && store.size().bytes == before)
            try store.shrink(inMemory: true)
            #expect(try store.size().free == 0)
            #expect(try fileSize(store) < before - 200_000)
            try store.check()
            #expect(try fixture.reopened(readOnly: true).plan(Fixture.planHash)?.plan == Fixture.plan())
        }
    }

    private func fileSize(_ store: StudyStore) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: store.file.path)[.size] as? Int)
    }
}

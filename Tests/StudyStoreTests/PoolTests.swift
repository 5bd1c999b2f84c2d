import Foundation
import GRDB
import Study
import Testing

@testable import StudyStore

@Suite("pools")
struct PoolTests {
    private let pool = PoolKey(method: "M", condition: "c")

    private func publish(_ contents: [String], _ fixture: Fixture) throws -> PoolGeneration {
        let draft = try fixture.store.beginImport(of: pool, images: contents.count)
        try fixture.store.add(
            contents.enumerated().map { Fixture.image($0, $1, stem: "file \($0)") }, to: draft)
        return try fixture.store.publish([draft])[0]
    }

    private func count(_ table: String, _ store: StudyStore) throws -> Int? {
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    @Test("a published image is found again by its name, byte for byte")
    func images() throws {
        try Fixture.withPlan { fixture in
            let key = PoolKey(method: "B", condition: "equal-time")
            let current = try #require(try fixture.store.currentGeneration(of: key))
            #expect(current.generation == PoolGeneration(pool: key, number: 1, count: 4))
            #expect(current.publishedAt == Fixture.time)
            let entries = try fixture.store.entries(of: current.generation)
            #expect(entries.map(\.index) == [0, 1, 2, 3])
            #expect(entries[2].origin == .latent(number: 2, seed: 5))
            #expect(entries[2].sha256 == Fixture.sha256("B equal-time 2"))
            let png = try fixture.store.image(PoolEntry(pool: key, generation: 1, index: 2))
            #expect(String(decoding: png, as: UTF8.self) == "B equal-time 2")
            let missing = PoolEntry(pool: key, generation: 1, index: 4)
            #expect(throws: StudyStoreError.notFound("there is no image B/equal-time@1#4")) {
                try fixture.store.image(missing)
            }
        }
    }

    @Test("epochs and hours of a method are those of the checkpoints its images were made from, in chain order")
    func facts() throws {
        try Fixture.withPlan { fixture in
            let facts = try fixture.store.generations(ofPlan: Fixture.planHash)
            #expect(facts.map(\.generation) == Fixture.plan().generations)
            #expect(facts.map(\.generation.pool.method) == ["B", "A", "B", "A"])
            #expect(facts.map(\.epochs) == [[6, 2], [6], [6, 2], [4]])
            #expect(facts.map(\.trainingSeconds) == [48 + 22, 120, 48 + 22, 80])
            #expect(
                facts[0].recipe
                    == PoolRecipe(
                        checkpoints: [Fixture.hash("faces64-1-6"), Fixture.hash("enlarge-1-2")], seed: 5, images: 4))
            #expect(try fixture.store.currentGenerations().count == 4)
        }
    }

    @Test("nobody sees a generation before it is published, and then sees all of it")
    func invisible() throws {
        try Fixture.withStore { fixture in
            let reader = try fixture.reopened(readOnly: true)
            let first = try publish(["a", "b"], fixture)
            let draft = try fixture.store.beginImport(of: pool, images: 3)
            try fixture.store.add([Fixture.image(0, "c", stem: "0"), Fixture.image(1, "d", stem: "1")], to: draft)
            for store in [fixture.store, reader] {
                #expect(try store.currentGeneration(of: pool)?.generation == first)
                #expect(try store.generations(of: pool).map(\.generation) == [first])
                #expect(throws: StudyStoreError.self) { try store.entries(of: draft.generation) }
                #expect(throws: StudyStoreError.self) {
                    try store.image(PoolEntry(pool: pool, generation: 2, index: 0))
                }
            }
            try fixture.store.add([Fixture.image(2, "e", stem: "2")], to: draft)
            let second = try fixture.store.publish([draft])[0]
            #expect(try reader.currentGeneration(of: pool)?.generation == second)
            #expect(try reader.generations(of: pool).map(\.generation) == [first, second])
            #expect(
                try reader.entries(of: second).map(\.origin) == [
                    .file(stem: "0"), .file(stem: "1"), .file(stem: "2"),
                ])
            // The one before stays as it was.
            #expect(try reader.image(PoolEntry(pool: pool, generation: 1, index: 1)) == Data("b".utf8))
        }
    }

    @Test("the next refresh removes what a killed one left, its images too")
    func leftovers() throws {
        try Fixture.withStore { fixture in
            let first = try publish(["a", "b"], fixture)
            let killed = try fixture.store.beginImport(of: pool, images: 3)
            try fixture.store.add([Fixture.image(0, "b", stem: "0"), Fixture.image(1, "new", stem: "1")], to: killed)
            #expect(try count("blob", fixture.store) == 3)

            let store = try fixture.reopened()
            let draft = try store.beginImport(of: pool, images: 1)
            #expect(draft.generation.number == 2)
            #expect(try count("blob", store) == 2)
            #expect(try count("entry", store) == 2)
            #expect(try store.currentGeneration(of: pool)?.generation == first)
            // Who was thought dead and is not learns of it, and spoils nothing.
            #expect(throws: StudyStoreError.self) {
                try fixture.store.add([Fixture.image(2, "late", stem: "2")], to: killed)
            }
            #expect(throws: StudyStoreError.self) { try fixture.store.publish([killed]) }
            try store.add([Fixture.image(0, "z", stem: "0")], to: draft)
            #expect(try store.publish([draft]).map(\.number) == [2])
        }
    }

    @Test("several pools are published together or not at all")
    func together() throws {
        try Fixture.withStore { fixture in
            let whole = try fixture.store.beginImport(of: pool, images: 1)
            try fixture.store.add([Fixture.image(0, "a", stem: "a")], to: whole)
            let half = try fixture.store.beginImport(of: PoolKey(method: "N", condition: "c"), images: 2)
            try fixture.store.add([Fixture.image(1, "b", stem: "b")], to: half)
            let error = #expect(throws: StudyStoreError.self) { try fixture.store.publish([whole, half]) }
            #expect(error?.description.contains("entries are missing") == true)
            #expect(try fixture.store.currentGenerations() == [])
            try fixture.store.add([Fixture.image(0, "a", stem: "a")], to: half)
            try fixture.store.publish([whole, half])
            #expect(try fixture.store.currentGenerations().map(\.generation.pool.method) == ["M", "N"])
            // Equal images are kept once, under keys of their own.
            #expect(try count("blob", fixture.store) == 2)
            #expect(try count("entry", fixture.store) == 3)
        }
    }

    @Test("an index twice, a stem twice, or an index past the end is refused, and the batch with it")
    func wrongImages() throws {
        try Fixture.withStore { fixture in
            let draft = try fixture.store.beginImport(of: pool, images: 2)
            let bad = [
                [Fixture.image(0, "a", stem: "a"), Fixture.image(0, "b", stem: "b")],
                [Fixture.image(0, "a", stem: "a"), Fixture.image(1, "b", stem: "a")],
                [Fixture.image(0, "a", stem: "a"), Fixture.image(2, "b", stem: "b")],
            ]
            for images in bad {
                #expect(throws: StudyStoreError.self) { try fixture.store.add(images, to: draft) }
                #expect(try count("entry", fixture.store) == 0)
            }
        }
    }
}

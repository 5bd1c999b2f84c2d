import Crypto
import Foundation
import GRDB
import Study
import TestKit
import Testing

@testable import StudyStore

@Suite("What goes with items")
struct ItemContextTests {
    private static func image(_ index: Int, _ stem: String?, _ byte: UInt8) -> PoolImage {
        let png = Data([0x89, byte])
        return PoolImage(
            index: index, origin: stem.map { .file(stem: $0) } ?? .latent(number: index, seed: 1),
            sha256: hexadecimal(SHA256.hash(data: png)), width: 1, height: 1, png: png)
    }

    private static func reference(_ byte: UInt8) -> ItemContext.Reference {
        let png = Data([0x89, byte])
        return .init(sha256: hexadecimal(SHA256.hash(data: png)), width: 1, height: 1, png: png)
    }

    /// Runs `body` with a published generation of three images, of which the first has a text and a reference, the last a text.
    private func withContexts(_ body: (StudyStore, PoolGeneration) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let store = try StudyStore(at: folder.appending(path: "study.sqlite"))
            let draft = try store.beginImport(of: PoolKey(method: "A", condition: "c"), images: 3)
            try store.add([Self.image(0, "a", 1), Self.image(1, "b", 2), Self.image(2, "c", 3)], to: draft)
            try store.add(
                [
                    ItemContext(index: 0, text: "a prompt", reference: Self.reference(9)),
                    ItemContext(index: 2, text: "another", reference: nil),
                ], to: draft)
            let generation = try #require(try store.publish([draft]).first)
            try body(store, generation)
        }
    }

    @Test("is read with its generation, and never changes once that is published")
    func kept() throws {
        try withContexts { store, generation in
            let contexts = try store.itemContexts(of: generation)
            #expect(contexts.map(\.index) == [0, 2] && contexts.map(\.text) == ["a prompt", "another"])
            #expect(contexts[0].reference?.sha256 == Self.reference(9).sha256 && contexts[1].reference == nil)
            let entries = (0..<3).map { PoolEntry(pool: generation.pool, generation: 1, index: $0) }
            #expect(try store.reference(ofItemOf: entries[0], in: generation) == Self.reference(9).png)
            #expect(try store.reference(ofItemOf: entries[1], in: generation) == nil)
            for sql in [
                "UPDATE itemContext SET text = 'other'", "DELETE FROM itemContext",
                "INSERT INTO itemContext SELECT generationId, 1, 'new', NULL FROM entry LIMIT 1",
            ] {
                #expect(throws: DatabaseError.self, "\(sql)") { try store.queue.write { try $0.execute(sql: sql) } }
            }
            // A reference is no leftover.
            #expect(try store.unusedImages().count == 0 && store.removeUnusedImages() == 0)
        }
    }

    @Test("is part of what the generation's seal is taken of, and a generation without has the seal of before")
    func sealed() throws {
        try withContexts { store, generation in
            try store.queue.write { db in
                try db.execute(
                    sql:
                        "DROP TRIGGER itemContextUpdate; UPDATE itemContext SET text = 'a promqt' WHERE text = 'a prompt'"
                )
            }
            let again = try StudyStore(at: store.file)
            #expect(throws: StudyStoreError.self) { try again.itemContexts(of: generation) }
            #expect(try again.damagedGenerations().count == 1)
        }
    }

    @Test("goes with its draft, and is of imported images alone")
    func drafts() throws {
        try withContexts { store, _ in
            let draft = try store.beginImport(of: PoolKey(method: "B", condition: "c"), images: 1)
            try store.add([Self.image(0, nil, 4)], to: draft)
            #expect(throws: StudyStoreError.self) {
                try store.add([ItemContext(index: 0, text: "x", reference: nil)], to: draft)
            }
            try store.discard([draft])
            let second = try store.beginImport(of: PoolKey(method: "B", condition: "c"), images: 1)
            try store.add([Self.image(0, "a", 5)], to: second)
            try store.add([ItemContext(index: 0, text: nil, reference: Self.reference(8))], to: second)
            try store.discard([second])
            #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM itemContext") } == 2)
            #expect(try store.unusedImages().count == 0)
        }
    }
}

import Crypto
import Foundation
import GRDB
import Study
import Testing

@testable import StudyStore

@Suite("checking study.sqlite")
struct CheckTests {
    private let pool = PoolKey(method: "M", condition: "c")

    /// The beginning of a PNG file of this size, and `content`.
    private func png(_ width: UInt8, _ height: UInt8, _ content: String) -> Data {
        Data(
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
                + [0, 0, 0, width, 0, 0, 0, height] + Array(content.utf8))
    }

    private func image(_ index: Int, _ png: Data, width: Int, height: Int) -> PoolImage {
        PoolImage(
            index: index, origin: .file(stem: "\(index)"), sha256: Fixture.sha256(bytes: png), width: width,
            height: height, png: png)
    }

    /// Makes the file say what its own rules forbid.
    private func force(_ sql: String, _ store: StudyStore) throws {
        try store.queue.writeWithoutTransaction { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
                .map { try (name: $0.decode(String.self, atIndex: 0), sql: $0.decode(String.self, atIndex: 1)) }
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger.name)") }
            try db.execute(sql: sql)
            for trigger in triggers { try db.execute(sql: trigger.sql) }
            try db.execute(sql: "PRAGMA foreign_keys = ON")
        }
    }

    @Test("an image of other bytes is handed out by nobody, and is named; so is one of another size, or that is no PNG")
    func damagedImages() throws {
        try Fixture.withStore { fixture in
            let store = fixture.store
            let draft = try store.beginImport(of: pool, images: 70)
            let fine = (0..<66).map { image($0, png(8, 4, "\($0)"), width: 8, height: 4) }
            try store.add(
                fine + [
                    image(66, png(8, 4, "flipped"), width: 8, height: 4),
                    image(67, png(8, 9, "tall"), width: 8, height: 4),
                    image(68, Data("text".utf8), width: 8, height: 4),
                    image(69, png(8, 4, "last"), width: 8, height: 4),
                ], to: draft)
            let generation = try store.publish([draft])[0]
            #expect(try store.damagedImages().map(\.entries).joined().map(\.index).sorted() == [67, 68])

            let hash = Fixture.sha256(bytes: png(8, 4, "flipped"))
            try force(
                "UPDATE blob SET bytes = CAST(replace(bytes, 'flipped', 'flopped') AS BLOB) WHERE sha256 = '\(hash)'",
                store)
            func entry(_ index: Int) -> PoolEntry {
                PoolEntry(pool: pool, generation: generation.number, index: index)
            }
            var looked: [Int] = []
            let damaged = try store.damagedImages { done, total in looked += [done, total] }
            #expect(looked == [64, 70, 70, 70])
            #expect(damaged.count == 3 && Set(damaged.flatMap(\.entries)) == Set([entry(66), entry(67), entry(68)]))
            let faults = Dictionary(uniqueKeysWithValues: damaged.map { ($0.entries[0].index, $0.fault) })
            #expect(faults[66]?.contains("SHA-256") == true)
            #expect(faults[67] == "it is 8x9 and recorded as 8x4")
            #expect(faults[68] == "it is no PNG file")
            #expect(throws: StudyStoreError.damagedImage(path: store.file.path, entry: "M/c@1#66")) {
                try store.image(entry(66))
            }
            #expect(try store.image(entry(65)) == png(8, 4, "65"))
            #expect(try store.image(entry(69)) == png(8, 4, "last"))
        }
    }

    @Test("a generation whose record gives it other images than it has is not planned with")
    func otherImages() throws {
        try Fixture.withPlan { fixture in
            let pool = try #require(try fixture.store.currentGenerations().first).generation
            #expect(try fixture.store.currentGeneration(of: pool.pool)?.generation == pool)
            for images in [Int.max, pool.count + 1] {
                try force("UPDATE generation SET images = \(images)", fixture.store)
                #expect {
                    try fixture.store.currentGeneration(of: pool.pool)
                } throws: { error in
                    "\(error)".contains(
                        "of pool \(pool.pool.name) should have \(images) images, but its last one is number")
                }
            }
            // Lists show what the records say.
            #expect(try fixture.store.currentGenerations().isEmpty == false)
        }
    }

    @Test("rows that refer to nothing, and indices that lack rows, are told by table")
    func references() throws {
        for (form, rows) in [
            (Fixture.PlanForm.texts, "1 row of seatText refers"), (.rows, "4 rows of trial refer"),
        ] {
            try Fixture.withPlan(form: form) { fixture in
                #expect(try fixture.store.check())
                try force("DELETE FROM seat WHERE number = 2", fixture.store)
                let error = #expect(throws: StudyStoreError.self) { try fixture.store.check() }
                #expect(error?.description.contains("\(rows) to rows of seat that are not there") == true)
            }
        }
        try Fixture.withPlan { fixture in
            try fixture.store.truncateLog()
            try fixture.store.queue.writeWithoutTransaction { db in
                // An index that says it covers a column, without its rows.
                try db.execute(sql: "PRAGMA writable_schema = ON")
                try db.execute(
                    sql:
                        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'sessionOnSeat') WHERE name = 'entryOnBlob'"
                )
                try db.execute(sql: "PRAGMA writable_schema = OFF")
            }
            let error = #expect(throws: StudyStoreError.self) { try fixture.reopened(readOnly: true).check() }
            guard case .damaged(_, let why)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(why.contains("entryOnBlob"), "\(why)")
            #expect(why.hasSuffix("; and more"), "\(why)")
        }
    }
}

extension Fixture {
    /// The SHA-256 of `bytes`.
    static func sha256(bytes: Data) -> String { hexadecimal(SHA256.hash(data: bytes)) }
}

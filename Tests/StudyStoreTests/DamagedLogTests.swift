import Answers
import Foundation
import GRDB
import TestKit
import Testing

@testable import StudyStore

/// A log is not believed either: where changes that were kept are behind what is damaged, there are no figures; what a
/// crash leaves, or a turn of the log before, is none of that.
@Suite("study.sqlite-wal that is damaged")
struct DamagedLogTests {
    /// A store, its log, and how many votes both give together.
    private struct Files {
        var store: Data
        var log: Data
        var votes: Int

        static let frame = 24 + 4096

        /// The frames of the log that are of its turn.
        var frames: Int { (0..<(log.count - 32) / Self.frame).prefix { salts(of: $0) == log[16..<24] }.count }

        func salts(of frame: Int) -> Data { log[32 + frame * Self.frame + 8..<32 + frame * Self.frame + 16] }

        /// Whether a frame ends its change.
        func endsChange(_ frame: Int) -> Bool {
            log[32 + frame * Self.frame + 4..<32 + frame * Self.frame + 8].contains { $0 != 0 }
        }
    }

    /// The files of a store as they lie there while it is open, after `body`.
    private func files(_ body: (StudyStore) throws -> Void) throws -> Files {
        try Fixture.withPlan { fixture in
            try fixture.store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
            try fixture.store.truncateLog()
            try body(fixture.store)
            let file = fixture.store.file
            return Files(
                store: try Data(contentsOf: file), log: try Data(contentsOf: URL(filePath: file.path + "-wal")),
                votes: try fixture.store.votes().count)
        }
    }

    private func answer(_ sessions: ClosedRange<Int>, _ store: StudyStore) throws {
        for session in sessions {
            let header = Fixture.header(session: session, seat: session % 2 + 1, participant: "person \(session)")
            _ = try store.accept(header, Fixture.events(session: session))
        }
    }

    /// How many votes are read of a store and its log; nil where it is refused as damaged because of the log.
    private func votes(_ files: Files, readOnly: Bool = true) throws -> Int? {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "study.sqlite")
            try files.store.write(to: file)
            try files.log.write(to: URL(filePath: file.path + "-wal"))
            do {
                return try StudyStore(at: file, readOnly: readOnly).votes().count
            } catch StudyStoreError.damaged(_, let why) {
                #expect(why.contains("study.sqlite-wal") && why.contains("Copies of both files"), "\(why)")
                #expect(try Data(contentsOf: URL(filePath: file.path + "-wal")) == files.log)
                return nil
            }
        }
    }

    @Test("one bit that flips anywhere in a log loses no vote unseen")
    func flips() throws {
        let files = try files { try answer(1...6, $0) }
        #expect(try votes(files) == files.votes && files.votes > 12)
        let frames = files.frames
        #expect(32 + frames * Files.frame == files.log.count && frames > 6)
        let last = 32 + (frames - 1) * Files.frame
        let middle = 32 + frames / 2 * Files.frame
        let places =
            Array(0..<32) + Array(stride(from: 32, to: files.log.count, by: files.log.count / 80))
            + [middle, last].flatMap { Array($0..<$0 + 24) } + Array(stride(from: last + 24, to: last + 4120, by: 299))
        var draw = Draw()
        for place in places {
            var wrong = files
            let bit = Int.random(in: 0..<8, using: &draw)
            wrong.log[place] ^= 1 << bit
            let found = try votes(wrong, readOnly: place % 3 > 0)
            #expect(found == nil, "bit \(bit) of byte \(place) of \(files.log.count); \(draw.again)")
        }
    }

    @Test("a part of a frame that is lost, its header with it, is seen where later changes follow")
    func lostParts() throws {
        let files = try files { try answer(1...6, $0) }
        for frame in [0, files.frames / 3, files.frames / 2] {
            for (start, count) in [(0, 512), (100, 3000), (0, Files.frame)] {
                var wrong = files
                let place = 32 + frame * Files.frame + start
                wrong.log.replaceSubrange(place..<place + count, with: Data(repeating: 0xA5, count: count))
                #expect(try votes(wrong) == nil, "\(count) bytes from \(start) of frame \(frame)")
            }
        }
    }

    @Test("what a crash leaves is none: a log that ends anywhere, or whose last change was not written whole")
    func crashes() throws {
        let files = try files { try answer(1...4, $0) }
        let frames = files.frames
        for cut in [32, 500, 32 + Files.frame] + (1..<frames).map({ 32 + $0 * Files.frame - 7 }) {
            var cutOff = files
            cutOff.log = files.log.prefix(cut)
            #expect(try votes(cutOff).map { $0 <= files.votes } == true, "cut to \(cut) of \(files.log.count)")
        }
        // The last change, of which a power failure kept the end and not the beginning.
        let ends = (0..<frames).filter(files.endsChange)
        let first = try #require(ends.dropLast().last) + 1
        try #require(first < frames - 1)
        var torn = files
        let place = 32 + first * Files.frame
        torn.log.replaceSubrange(place..<place + Files.frame, with: Data(repeating: 0, count: Files.frame))
        let left = try #require(try votes(torn))
        #expect(left < files.votes)
    }

    @Test("frames of an earlier turn of the log, behind those of this one, are no damage")
    func restarted() throws {
        let files = try files { store in
            try answer(1...6, store)
            try store.queue.writeWithoutTransaction { _ = try $0.checkpoint(.restart) }
            try answer(7...7, store)
        }
        #expect(32 + files.frames * Files.frame < files.log.count)
        #expect(files.salts(of: files.frames) != files.log[16..<24])
        #expect(try votes(files) == files.votes)
        // And what is damaged is seen all the same.
        var wrong = files
        wrong.log[32 + 24 + 1000] ^= 4
        #expect(try votes(wrong) == nil)
        // Damage among the earlier ones costs nothing.
        wrong = files
        wrong.log[files.log.count - 1000] ^= 4
        #expect(try votes(wrong) == files.votes)
    }

    @Test("frames of a change that was taken back, of this turn, are no damage where smaller changes came after it")
    func takenBack() throws {
        let files = try files { store in
            try answer(1...2, store)
            try store.queue.writeWithoutTransaction { db in
                // So that pages go to the log before the change ends.
                try db.execute(sql: "PRAGMA cache_size = 5")
                try db.inTransaction {
                    for number in 0..<60 {
                        try db.execute(
                            sql: "INSERT INTO blob VALUES (?, 1, 1, zeroblob(9000))",
                            arguments: [Fixture.hash("\(number)")])
                    }
                    return .rollback
                }
            }
            try answer(3...3, store)
        }
        let ends = (0..<files.frames).filter(files.endsChange)
        // Frames of this turn are behind the last change.
        #expect(try #require(ends.last) + 20 < files.frames)
        #expect(try votes(files) == files.votes)
        #expect(try votes(files, readOnly: false) == files.votes)
    }
}

import Answers
import Foundation
import Pairing
import Pictures
import Study
import StudyStore

/// A study of a given size: two methods of imported images, one plan that people answered, and others that nobody did.
struct LargeStudy {
    /// Votes on the plan in use.
    var votes: Int
    /// Trials of a seat.
    var trials: Int
    /// Plans beside it.
    var otherPlans: Int
    /// Seats of each of those.
    var otherSeats: Int

    private static let images = 64
    private static let pools = ["A", "B"].map { PoolKey(method: $0, condition: "only") }
    private static let studyID = "large"

    /// Writes study.yaml and study.sqlite into `folder`, and prints how long the store took to accept the answers.
    func make(in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let yaml = """
            study: {id: \(Self.studyID), title: A large study}
            methods: {A: {label: method A, chain: []}, B: {label: method B, chain: []}}
            conditions: {only: {methods: [A, B]}}
            survey: {trials: \(trials)}

            """
        try Data(yaml.utf8).write(to: folder.appending(path: "study.yaml"))
        let store = try StudyStore(at: folder.appending(path: "study.sqlite"))
        for pool in Self.pools {
            let draft = try store.beginImport(of: pool, images: Self.images)
            try store.add(try (0..<Self.images).map { try Self.image($0, of: pool) }, to: draft)
            try store.publish([draft])
        }
        for number in 0..<otherPlans {
            try store.freeze(FrozenPlan(plan(seed: number + 2, seats: otherSeats)))
        }
        let seats = max(1, votes / trials)
        let plan = FrozenPlan(plan(seed: 1, seats: seats))
        try store.freeze(plan)
        let clock = ContinuousClock()
        let start = clock.now
        for seat in 1...seats { _ = try store.accept(header(seat, of: plan.hash), events(seat)) }
        print("accepting \(votes) votes in \(seats) sessions: \(clock.now - start)")
    }

    /// A plan of that many seats.
    func plan(seed: Int, seats: Int) -> SurveyPlan {
        func entry(_ pool: PoolKey, _ index: Int) -> PoolEntry {
            PoolEntry(pool: pool, generation: 1, index: index % Self.images)
        }
        return SurveyPlan(
            study: Self.studyID, seed: UInt64(seed), survey: SurveySettings(trials: trials),
            generations: Self.pools.map { PoolGeneration(pool: $0, number: 1, count: Self.images) },
            seats: (1...seats).map { seat in
                Seat(
                    number: seat,
                    trials: (1...trials).map { number in
                        let sides = (seat + number) % 2 == 0 ? Self.pools : Self.pools.reversed()
                        return Trial(
                            number: number, condition: "only", left: entry(sides[0], seat + number),
                            right: entry(sides[1], seat * 7 + number * seed))
                    })
            })
    }

    /// The header of the person in that seat of the plan in use.
    func header(_ seat: Int, of plan: String) -> AnswerHeader {
        AnswerHeader(
            study: Self.studyID, planHash: plan, seat: seat, participant: "person-\(seat)",
            session: Self.uuid(seat, 0), source: "link", language: "en", startedAt: "2026-01-05T10:00:00Z",
            front: "page", userAgentClass: "desktop", screen: "1280x800@1")
    }

    private func events(_ seat: Int) -> [AnswerEvent] {
        var events = [AnswerEvent(id: Self.uuid(seat, 1), milliseconds: 0, kind: .consent)]
        for trial in 1...trials {
            events.append(
                AnswerEvent(
                    id: Self.uuid(seat, 2 * trial), milliseconds: trial * 2000, kind: .shown, trial: trial,
                    render: "img",
                    shownPixels: 256))
            events.append(
                AnswerEvent(
                    id: Self.uuid(seat, 2 * trial + 1), milliseconds: trial * 2000 + 900, kind: .vote, trial: trial,
                    choice: (seat &* 31 &+ trial &* 17) % 3 == 0 ? .left : .right, responseMilliseconds: 900,
                    render: "img", shownPixels: 256))
        }
        events.append(AnswerEvent(id: Self.uuid(seat, 4095), milliseconds: trials * 2000 + 5000, kind: .finish))
        return events
    }

    /// A UUID whose order is not that of its numbers, as random ones have none.
    private static func uuid(_ seat: Int, _ part: Int) -> String {
        let mixed = UInt64(seat << 12 | part) &* 0x9E37_79B9_7F4A_7C15
        let digits = String(mixed, radix: 16)
        let hex = String(repeating: "0", count: 16 - digits.count) + digits
        return "\(hex.prefix(8))-\(hex.dropFirst(8).prefix(4))-4\(hex.suffix(3))-8000-\(hex.suffix(12))"
    }

    private static func image(_ index: Int, of pool: PoolKey) throws -> PoolImage {
        var picture = PixelBuffer(width: 16, height: 16)
        picture[0, 0] = RGB(UInt8(index), pool.method == "A" ? 0 : 255, 0)
        let name = "\(pool.method)\(index)"
        let hex = name.utf8.map { String($0, radix: 16) }.joined()
        return PoolImage(
            index: index, origin: .file(stem: name), sha256: String(repeating: "0", count: 64 - hex.count) + hex,
            width: 16, height: 16, png: Data(try picture.pngBytes()))
    }
}

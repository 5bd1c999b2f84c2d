import Foundation
import Study
import SurveyPage
import TestKit
import Testing

/// Somebody who holds one seat and everything that the page gives them, but does not look at the pictures, tells neither
/// methods nor catch trials nor repeats.
@Suite("A page is blind")
struct BlindnessTests {
    /// All that somebody who holds a seat has.
    private struct Holding: Sendable {
        var seat: Seat
        var pairs: [[String]]
        var files: [String: [UInt8]]
        var dates: Set<Date>
    }

    @Test("nothing of a file but its pixels differs between images: chunks, lengths, times")
    func files() throws {
        let holdings = try Self.shared.get()
        #expect(Set(holdings.flatMap(\.files.values).map { PNGTraits($0).chunks }).count == 1)
        #expect(Set(holdings.flatMap(\.files.values).map(\.count)).count == 1)
        #expect(holdings.reduce(into: Set<Date>()) { $0.formUnion($1.dates) }.count == 1)
        #expect(
            try PNGTraits(#require(holdings[0].files.first).value).chunks.map { $0.prefix(4) } == [
                "IHDR", "IDAT", "IEND",
            ])
    }

    @Test("who meets whom says nothing within a seat: each name is shown once, also where an image is shown again")
    func pairs() throws {
        for holding in try Self.shared.get() {
            let names = holding.pairs.flatMap(\.self)
            #expect(holding.seat.trials.contains { $0.kind == .repeat } && names.count == 2 * holding.seat.trials.count)
            #expect(Set(names).count == names.count)
            // Nor can a repeat be found by its bytes.
            #expect(Set(names.map { holding.files[$0] }).count == names.count)
            #expect(Set(names.map { PNGTraits(holding.files[$0] ?? []).data }).count == names.count)
        }
    }

    @Test("no guess from names, files or order at the method of an image is better than chance")
    func methods() throws {
        for trait in Trait.all {
            let value = trait.value
            var tries = 0
            var hits = 0
            for holding in try Self.own.get() {
                for (trial, pair) in zip(holding.seat.trials, holding.pairs) where trial.kind == .main {
                    let (left, right) = (value(holding, pair[0]), value(holding, pair[1]))
                    if left == right { continue }
                    tries += 1
                    if (left < right) == (trial.left.pool.method == "A") { hits += 1 }
                }
            }
            #expect(isChance(hits, of: tries, at: 0.5), "\(trait.name): \(hits) of \(tries)")
        }
    }

    @Test("no guess from names and files at the catch trials of a seat, or at their answers, is better than chance")
    func catches() throws {
        for trait in Trait.all where trait.name != "side" {
            let value = trait.value
            var (tries, hits, right, chance) = (0, 0, 0, 0.0)
            for holding in try Self.own.get() {
                // Repeats come last by design; among the others the highest values are guessed to be catch trials.
                let asked = zip(holding.seat.trials, holding.pairs).filter { $0.0.kind != .repeat }
                let caught = asked.filter { $0.0.kind == .catch }
                let order = asked.sorted { Self.score($0.1, value, holding) > Self.score($1.1, value, holding) }
                guard Set(asked.map { Self.score($0.1, value, holding) }).count > 1 else { continue }
                tries += caught.count
                chance = Double(caught.count) / Double(asked.count)
                hits += order.prefix(caught.count).count { $0.0.kind == .catch }
                right += caught.count { (value(holding, $1[0]) > value(holding, $1[1])) == ($0.correct == .left) }
            }
            #expect(isChance(hits, of: tries, at: chance), "\(trait.name): \(hits) of \(tries)")
            #expect(isChance(right, of: tries, at: 0.5), "\(trait.name): \(right) of \(tries)")
        }
    }

    @Test("the same guesses find nearly everything in the files as the study keeps them")
    func control() throws {
        var hits = 0
        var tries = 0
        for seat in try BlindStudy().plan.seats {
            for trial in seat.trials where trial.kind != .repeat {
                let (left, right) = (try BlindStudy.image(trial.left).png, try BlindStudy.image(trial.right).png)
                tries += 1
                if (left.count < right.count) == (trial.left.pool.method == "A" && !trial.left.pool.isRuined) {
                    hits += 1
                }
            }
        }
        #expect(Double(hits) > 0.95 * Double(tries))
    }

    @Test("with --unlinked no name and no file is met in two seats")
    func unlinked() throws {
        let holdings = try Self.own.get()
        let names = holdings.flatMap { $0.pairs.flatMap(\.self) }
        #expect(Set(names).count == names.count)
        let files = holdings.flatMap(\.files.values)
        #expect(files.count == names.count && Set(files).count == files.count)
        // Without it the images of the pools have two names each at most.
        let shared = try Set(Self.shared.get().flatMap { $0.pairs.flatMap(\.self) })
        #expect(shared.count < names.count / 5)
    }

    @Test("images of several sizes are files of one length")
    func severalSizes() throws {
        try withTemporaryFolder { folder in
            try SamplePage(sides: (left: 30, right: 41)).write(to: folder)
            let page = try PageFiles(folder)
            let files = try page.pairs(1).flatMap(\.self).map { [UInt8](try Data(contentsOf: page.image($0))) }
            #expect(Set(files.map(\.count)).count == 1)
            #expect(Set(files.map { PNGTraits($0).chunks.map { $0.prefix(4) } }) == [["IHDR", "IDAT", "fiLl", "IEND"]])
        }
    }

    @Test("a single file of one seat has its images and no others")
    func singleSeat() throws {
        try withTemporaryFolder { folder in
            let study = try BlindStudy()
            try study.write(to: folder.appending(path: "all"))
            try study.write(to: folder.appending(path: "one"), singleFile: true, seat: 7)
            let one = try PageFiles(folder.appending(path: "one")).index
            let all = try PageFiles(folder.appending(path: "all"))
            let own = try Set(all.pairs(7).flatMap(\.self))
            let named = Set(one.matches(of: /"([0-9a-f]{16})":"data:image\/png;base64,/).map { String($0.output.1) })
            #expect(named == own)
            #expect(one.contains("\"seats\":{\"7\":[[") && !one.contains("\"8\":[["))
        }
    }

    /// A number that can be taken from a name, a file or a place without looking at a picture.
    private struct Trait {
        var name: String
        var value: (Holding, String) -> UInt64

        static var all: [Trait] {
            var traits = (0..<16).map { digit in
                Trait(name: "digit \(digit) of the name") { _, name in
                    UInt64(String(Array(name)[digit]), radix: 16) ?? 0
                }
            }
            traits.append(Trait(name: "name") { _, name in UInt64(name, radix: 16) ?? 0 })
            traits.append(Trait(name: "length") { holding, name in UInt64(holding.files[name]?.count ?? 0) })
            traits.append(
                Trait(name: "sum of the file's bytes") { holding, name in
                    (holding.files[name] ?? []).reduce(UInt64(0)) { $0 &+ UInt64($1) } & 0xFF
                })
            traits.append(
                Trait(name: "first filter") { holding, name in UInt64(PNGTraits(holding.files[name] ?? []).data[7]) })
            traits.append(
                Trait(name: "checksum") { holding, name in
                    (holding.files[name] ?? []).suffix(16).prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                })
            traits.append(
                Trait(name: "side") { holding, name in holding.pairs.contains { $0[0] == name } ? 0 : 1 })
            return traits
        }
    }

    private static func score(_ pair: [String], _ value: (Holding, String) -> UInt64, _ holding: Holding) -> UInt64 {
        max(value(holding, pair[0]), value(holding, pair[1]))
    }

    /// One seat is the same whether seats share names or not; where each has its own, seats are independent of each other, and
    /// guesses can be counted over all of them.
    ///
    /// Whether so many hits are within five standard errors of chance: the plan and all names are fixed, so that this holds
    /// always or never.
    private func isChance(_ hits: Int, of tries: Int, at chance: Double) -> Bool {
        let error = (chance * (1 - chance) * Double(tries)).squareRoot()
        return abs(Double(hits) - chance * Double(tries)) <= 5 * error
    }

    private static let shared = Result { try holdings(unlinked: false) }
    private static let own = Result { try holdings(unlinked: true) }

    private static func holdings(unlinked: Bool) throws -> [Holding] {
        try withTemporaryFolder { folder in
            let study = try BlindStudy()
            try study.write(to: folder, unlinked: unlinked)
            let page = try PageFiles(folder)
            return try study.plan.seats.map { seat in
                let pairs = try page.pairs(seat.number)
                let places = try pairs.flatMap(\.self).map { ($0, try page.image($0)) }
                return Holding(
                    seat: seat, pairs: pairs,
                    files: Dictionary(
                        try places.map { ($0, [UInt8](try Data(contentsOf: $1))) },
                        uniquingKeysWith: { first, _ in first }),
                    dates: try Set(
                        places.map {
                            try $1.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
                                ?? .distantPast
                        }))
            }
        }
    }
}

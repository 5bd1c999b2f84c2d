import Datasets
import Foundation
import Pictures
import Study
import TestKit
import Testing

@Suite("Prepared photographs")
struct PreparationTests {
    @Test("photographs are prepared as crop and resize make them, in each size", arguments: ["people", "people.tgz"])
    func prepared(source: String) throws {
        try withTemporaryFolder { cache in
            let builder = try DatasetBuilder(settings: People.settings(source, count: 9), base: People.folder)
            let dataset = try builder.build(preparing: [5, 12, 16], cache: cache)
            #expect(dataset == (try builder.build()))
            for size in [5, 12, 16] {
                let photographs = try PreparedPhotographs(dataset: dataset, size: size, cache: cache)
                #expect(photographs.count == 9 && photographs.size == size)
                var expected: [UInt8] = []
                for (index, photograph) in dataset.photographs.enumerated() {
                    let name = source == "people" ? "people/\(photograph.name)" : photograph.name
                    let picture = try PixelBuffer(contentsOf: People.folder.appending(path: name))
                    let square = picture.centralSquare(12).resized(size)
                    #expect(photographs[index] == square)
                    expected = square.bytes + expected
                }
                #expect(photographs.batch((0..<9).reversed()) == expected)
            }
        }
    }

    @Test("what is prepared again is the same file, and nothing else is left in the cache")
    func remade() throws {
        try withTemporaryFolder { cache in
            let builder = try DatasetBuilder(settings: People.settings("people.zip", count: 9), base: People.folder)
            let dataset = try builder.build(preparing: [8], cache: cache)
            let file = PreparedPhotographs.file(manifestHash: dataset.manifestHash, size: 8, cache: cache)
            let before = try Data(contentsOf: file)
            try FileManager.default.removeItem(at: file)
            var steps: [Int] = []
            try dataset.prepare(sizes: [8], base: People.folder, cache: cache) { done, total in
                #expect(total == 9)
                steps.append(done)
            }
            #expect(steps == Array(1...9))
            #expect(try Data(contentsOf: file) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path) == [file.lastPathComponent])
        }
    }

    @Test("photographs that changed or went away are named, and nothing is prepared")
    func changed() throws {
        try withTemporaryFolder { folder in
            let people = folder.appending(path: "people")
            try FileManager.default.copyItem(at: People.folder.appending(path: "people"), to: people)
            let dataset = try DatasetBuilder(settings: People.settings(), base: folder).build()
            try FileManager.default.removeItem(at: people.appending(path: "bo/bo_1.png"))
            try Data(contentsOf: people.appending(path: "ada/ada_1.png"))
                .write(to: people.appending(path: "ada/ada_3.png"))
            let cache = folder.appending(path: "cache")
            let error = #expect(throws: DatasetError.self) {
                try dataset.prepare(sizes: [8], base: folder, cache: cache)
            }
            #expect(error?.description.contains("2 photographs are missing or have changed") == true)
            #expect(error?.description.contains("ada/ada_3.png") == true)
            #expect(error?.description.contains("bo/bo_1.png") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).isEmpty)
        }
    }

    @Test("a cut off, lengthened or foreign file of the cache is refused")
    func foreign() throws {
        try withTemporaryFolder { cache in
            let dataset = try DatasetBuilder(settings: People.settings(count: 3), base: People.folder)
                .build(preparing: [8], cache: cache)
            let other = try DatasetBuilder(settings: People.settings(count: 3, seed: 2), base: People.folder)
                .build(preparing: [8], cache: cache)
            let file = PreparedPhotographs.file(manifestHash: dataset.manifestHash, size: 8, cache: cache)
            let whole = try Data(contentsOf: file)
            let foreign = try Data(
                contentsOf: PreparedPhotographs.file(manifestHash: other.manifestHash, size: 8, cache: cache))
            for data in [Data(), whole.prefix(50), whole.dropLast(), whole + Data([0]), foreign] {
                try data.write(to: file)
                let error = #expect(throws: DatasetError.self) {
                    try PreparedPhotographs(dataset: dataset, size: 8, cache: cache)
                }
                #expect(error?.description.contains(file.lastPathComponent) == true)
            }
            #expect(throws: DatasetError.self) { try PreparedPhotographs(dataset: dataset, size: 16, cache: cache) }
        }
    }

    @Test(
        "a flipped bit of a prepared photograph is noticed; an older file, without a checksum, is taken and told apart")
    func flipped() throws {
        try withTemporaryFolder { cache in
            let dataset = try DatasetBuilder(settings: People.settings(count: 3), base: People.folder)
                .build(preparing: [8], cache: cache)
            let file = PreparedPhotographs.file(manifestHash: dataset.manifestHash, size: 8, cache: cache)
            let whole = try Data(contentsOf: file)
            let samples = 3 * 8 * 8 * 3
            let before = try PreparedPhotographs(dataset: dataset, size: 8, cache: cache)
            #expect(before.isChecked)
            let pixels = before.batch([0, 1, 2])
            for place in [whole.count - samples, whole.count - 1, whole.count - samples - 100] {
                var flipped = whole
                flipped[place] ^= 1
                try flipped.write(to: file)
                let error = #expect(throws: DatasetError.self, "byte \(place)") {
                    try PreparedPhotographs(dataset: dataset, size: 8, cache: cache)
                }
                #expect(error?.description.contains("delete it, they are remade") == true)
            }
            // Format 1, which has no SHA-256.
            let text = "dotchi photographs 1, 3 of 8 x 8 RGB, \(dataset.manifestHash)"
            let header = text + String(repeating: " ", count: 127 - text.utf8.count) + "\n"
            try (Data(header.utf8) + whole.suffix(samples)).write(to: file)
            let old = try PreparedPhotographs(dataset: dataset, size: 8, cache: cache)
            #expect(!old.isChecked)
            #expect(old.batch([0, 1, 2]) == pixels)
        }
    }

    @Test("who stops the work leaves nothing half-written behind")
    func stopped() throws {
        struct Stop: Error {}
        try withTemporaryFolder { cache in
            let builder = try DatasetBuilder(settings: People.settings(count: 9), base: People.folder)
            #expect(throws: Stop.self) {
                try builder.build(preparing: [8], cache: cache) { done, _ in if done == 4 { throw Stop() } }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).isEmpty)
        }
    }

    @Test("a cache that cannot be written is named")
    func notWritable() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "cache")
            try Data("in the way".utf8).write(to: file)
            let error = #expect(throws: DatasetError.self) {
                try DatasetBuilder(settings: People.settings(count: 2), base: People.folder)
                    .build(preparing: [8], cache: file)
            }
            #expect(error?.description.contains("cannot be written") == true)
        }
    }
}

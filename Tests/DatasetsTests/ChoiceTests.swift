import Datasets
import Foundation
import Pictures
import Study
import TestKit
import Testing

@Suite("Choice of photographs")
struct ChoiceTests {
    @Test("folder, tar, tgz and zip of the same files give the same dataset", arguments: ["tar", "tgz", "zip"])
    func sources(kind: String) throws {
        for count in [1, 5, 14] {
            let folder = try People.dataset(People.settings(count: count))
            let archive = try People.dataset(People.settings("people.\(kind)", count: count))
            // An archive knows the folder `people` too.
            #expect(archive.names == folder.names.map { "people/\($0)" })
            #expect(archive.photographs.map(\.sha256) == folder.photographs.map(\.sha256))
            #expect(archive.skipped.map(\.reason) == folder.skipped.map(\.reason))
        }
    }

    @Test("a seed means the same photographs, another seed others")
    func seeds() throws {
        let first = try People.dataset(People.settings(count: 6))
        #expect(first == (try People.dataset(People.settings(count: 6))))
        let others = try (2...6).map { try People.dataset(People.settings(count: 6, seed: $0)).names }
        #expect(Set(others + [first.names]).count == 6)
        // Every photograph has its chance.
        #expect(Set(try (1...40).flatMap { try People.dataset(People.settings(count: 3, seed: $0)).names }).count == 14)
    }

    @Test("a hash is the file's, and the manifest's hash covers what training sees")
    func hashes() throws {
        let dataset = try People.dataset(People.settings(count: 4))
        // sha256sum of the file.
        let known = [
            "ada/ada_1.png": "aa08d7b9a181e5edfd691fe7484d83e77abf845311c51f35be2211240348ee7a",
            "bo/bo_1.png": "683b287e499db753ab19126c0174c0804951bcad1ad84f97db6f5d44f77804c0",
        ]
        let all = try People.dataset(People.settings())
        for (name, hash) in known {
            #expect(all.photographs.first { $0.name == name }?.sha256 == hash)
        }
        #expect(dataset.manifestHash == "b408f2b4a1e11a81308f434e2e64b969edc08e96998c3a8b82aaa8ae3968595d")
        let copy = Dataset(
            source: "elsewhere", crop: dataset.crop, seed: 9, photographs: dataset.photographs, skipped: [])
        #expect(copy.manifestHash == dataset.manifestHash)
        let flagged = dataset.photographs.map { Photograph(name: $0.name, sha256: $0.sha256, isHeldOut: true) }
        for other in [
            Dataset(source: "", crop: nil, seed: 1, photographs: dataset.photographs),
            Dataset(source: "", crop: 12, seed: 1, photographs: dataset.photographs.reversed()),
            Dataset(source: "", crop: 12, seed: 1, photographs: flagged),
        ] {
            #expect(other.manifestHash != dataset.manifestHash)
        }
        let coded = try JSONDecoder().decode(Dataset.self, from: JSONEncoder().encode(dataset))
        #expect(coded == dataset)
    }

    @Test("unreadable files are named, counted and replaced by the next ones")
    func unreadable() throws {
        let dataset = try People.dataset(People.settings())
        #expect(Set(dataset.names).count == 14)
        #expect(
            Set(dataset.skipped.map(\.name)) == [
                "hal/broken.jpg", "hal/empty.png", "hal/words.jpg", "hal/tiny.png",
            ])
        let reasons = Dictionary(uniqueKeysWithValues: dataset.skipped.map { ($0.name, $0.reason) })
        #expect(reasons["hal/tiny.png"] == "9 x 30 pixels, too small for a crop of 12 x 12")
        #expect(reasons["hal/words.jpg"] == "neither a PNG nor a JPEG file, by its first bytes")
        #expect(reasons["hal/empty.png"] == "neither a PNG nor a JPEG file, by its first bytes")
        #expect(reasons["hal/broken.jpg"]?.hasPrefix("a damaged, cut off or unreadable JPEG file (") == true)
        // Without a crop the small one is a photograph like any other.
        #expect(try People.dataset(People.settings(count: 15, crop: nil)).names.contains("hal/tiny.png"))
        // The good files that a seed chooses do not depend on how the bad ones are met.
        let few = try People.dataset(People.settings(count: 13))
        #expect(Set(few.names).isSubset(of: dataset.names))
    }

    @Test("too few photographs is an error that says how many there were")
    func tooFew() throws {
        let error = #expect(throws: DatasetError.self) { try People.dataset(People.settings(count: 15)) }
        let text = try #require(error?.description)
        #expect(
            text.hasPrefix(
                "people: 18 JPEG or PNG files, 3 of them unreadable, 1 of them smaller than the crop of 12x12, but 15 "
                    + "photographs asked for; ask for at most 14, or give a crop of at most 9, "))
        #expect(text.contains("hal/tiny.png: 9 x 30 pixels"))
        #expect(throws: DatasetError.self) { try People.dataset(People.settings(count: 4096)) }
    }

    @Test("no photograph at all, or only such as are smaller than the crop, is told as what it is")
    func nothingToUse() throws {
        try withTemporaryFolder { folder in
            let empty = #expect(throws: DatasetError.self) {
                try DatasetBuilder(settings: People.settings("."), base: folder).build()
            }
            #expect(empty?.description.hasPrefix(".: there is no JPEG or PNG file in it, and 14 photographs") == true)
        }
        let small = #expect(throws: DatasetError.self) { try People.dataset(People.settings(crop: 9999)) }
        let text = try #require(small?.description)
        #expect(
            text.contains("15 of them smaller than the crop of 9999x9999, but 14 photographs asked for; give a crop"))
        #expect(!text.contains("ask for at most 0"))
        let faces = #expect(throws: DatasetError.self) {
            try People.dataset(DatasetSettings(source: "procedural", count: 2, crop: 9999, holdout: 0))
        }
        #expect(faces?.description.hasPrefix("procedural: 2 drawn faces, 2 of them smaller than the crop") == true)
    }

    @Test(
        "impossible settings are refused",
        arguments: [
            People.settings(count: 0), People.settings(count: 5, holdout: 5), People.settings(holdout: -1),
            People.settings(crop: 0), People.settings(crop: 100_000),
        ])
    func impossible(settings: DatasetSettings) {
        #expect(throws: DatasetError.self) { try People.dataset(settings) }
    }

    @Test("a source that is not there is named")
    func missing() {
        let error = #expect(throws: DatasetError.self) { try People.dataset(People.settings("nowhere.tar")) }
        #expect(error?.description.contains("Fixtures/nowhere.tar: no such file or folder") == true)
    }

    @Test("hidden files, resource forks and links to folders are no photographs; links to files are")
    func links() throws {
        try withTemporaryFolder { folder in
            let files = FileManager.default
            try files.copyItem(at: People.folder.appending(path: "people"), to: folder.appending(path: "people"))
            let people = folder.appending(path: "people")
            try files.createSymbolicLink(at: people.appending(path: "loop"), withDestinationURL: people)
            try files.createSymbolicLink(
                at: people.appending(path: "gus/link.png"), withDestinationURL: people.appending(path: "ada/ada_1.png"))
            try files.createSymbolicLink(
                at: people.appending(path: "gus/dangling.png"), withDestinationURL: people.appending(path: "none.png"))
            try files.createDirectory(at: people.appending(path: "__MACOSX"), withIntermediateDirectories: true)
            try files.createDirectory(at: people.appending(path: "folder.png"), withIntermediateDirectories: true)
            try Data("x".utf8).write(to: people.appending(path: "__MACOSX/a.png"))
            let dataset = try DatasetBuilder(
                settings: People.settings(people.path(percentEncoded: false), count: 15), base: folder
            ).build()
            #expect(dataset.names.contains("gus/link.png"))
            #expect(dataset.skipped.count == 4)
        }
    }
}

import Datasets
import Foundation
import Study
import TestKit
import Testing

@Suite("Hold-out")
struct HoldoutTests {
    @Test("whole people are held out, never more than asked for, until no one fits", arguments: 1...13)
    func people(holdout: Int) throws {
        for seed in 1...8 as ClosedRange<UInt64> {
            let dataset = try People.dataset(People.settings(holdout: holdout, seed: seed))
            let held = Set(dataset.holdoutIndices.map { dataset.people[$0] })
            let trained = Set(dataset.trainingIndices.map { dataset.people[$0] })
            #expect(held.isDisjoint(with: trained))
            let rest = holdout - dataset.holdoutIndices.count
            #expect(rest >= 0)
            for person in trained { #expect(dataset.people.count { $0 == person } > rest) }
        }
    }

    @Test("the seed chooses who is held out")
    func seeds() throws {
        let choices = try (UInt64(1)...12).map { seed -> Set<String> in
            let dataset = try People.dataset(People.settings(holdout: 5, seed: seed))
            return Set(dataset.holdoutIndices.map { dataset.people[$0] })
        }
        #expect(Set(choices).count > 4)
        #expect(choices.reduce(into: Set<String>()) { $0.formUnion($1) }.count == 7)
    }

    @Test("photographs in one folder are held out one by one")
    func singleFolder() throws {
        let dataset = try People.dataset(People.settings("people/eve", count: 5, holdout: 3))
        #expect(dataset.holdoutIndices.count == 3)
        #expect(dataset.trainingIndices.count == 2)
    }

    @Test("folders too large to be people are not taken for people")
    func largeFolders() throws {
        try withTemporaryFolder { folder in
            let people = People.folder.appending(path: "people")
            for name in ["train", "test"] {
                try FileManager.default.copyItem(
                    at: people.appending(path: "eve"), to: folder.appending(path: "photographs/\(name)"), making: true)
            }
            let settings = People.settings("photographs", count: 10, holdout: 2)
            #expect(try DatasetBuilder(settings: settings, base: folder).build().holdoutIndices.count == 2)
        }
    }

    @Test("no hold-out is held out where none is asked for")
    func none() throws {
        #expect(try People.dataset(People.settings()).holdoutIndices.isEmpty)
    }
}

extension FileManager {
    fileprivate func copyItem(at source: URL, to target: URL, making: Bool) throws {
        try createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: making)
        try copyItem(at: source, to: target)
    }
}

import Foundation
import TestKit
import Testing

@Suite("The doctor", .endsHangs)
struct DoctorTests {
    @Test("outside of a study there is none to look at, which is no fault")
    func outside() async throws {
        try await withTemporaryFolder { folder in
            let facts = try await Dotchi(folder: folder).well("doctor")
            #expect(facts.contains("\nnone     study: there is none here, which is fine"), "\(facts)")
        }
    }

    @Test("a study.yaml with faults is wrong, not missing: every fault is told, and it ends with 65")
    func brokenStudy() async throws {
        try await withTemporaryFolder { folder in
            try TinyStudy.write("study: {id: s}\npools: {images: 0}\nsurveys: {}", to: folder)
            let ending = try await Dotchi(folder: folder)("doctor")
            #expect(ending.status == 65)
            #expect(
                ending.output.contains("\nwrong    study: study.yaml:2:17: error: pools.images:"), "\(ending.output)")
            #expect(ending.output.contains("\n         study.yaml:3:1: error: surveys:"), "\(ending.output)")
        }
    }

    @Test("a study.sqlite that is damaged is told with what to do, also where no command would come upon it")
    func damagedStore() async throws {
        try await withTinyStudy { dotchi in
            let file = dotchi.folder.appending(path: "study.sqlite")
            let whole = try Data(contentsOf: file)
            // A page in the middle, where images lie; and the beginning, by which SQLite knows its files.
            for (place, words) in [(whole.count / 2, "study.sqlite is damaged: "), (0, "it is no SQLite database")] {
                var bytes = whole
                let page = place / 4096 * 4096
                bytes.replaceSubrange(page..<page + 4096, with: Data(repeating: 0xFF, count: 4096))
                try bytes.write(to: file)
                let ending = try await dotchi("doctor")
                #expect(ending.status == 65)
                #expect(
                    ending.output.contains("\nwrong    study: \(file.path) ") && ending.output.contains(words),
                    "\(ending.output)")
                #expect(ending.output.lowercased().contains("put a copy of it back"), "\(ending.output)")
            }
        }
    }

    @Test("a study in which nothing was removed has no free space that is worth a note")
    func fresh() async throws {
        try await withTemporaryFolder { folder in
            try await Dotchi(folder: folder).well("init", "study", "--template", "demo")
            let facts = try await Dotchi(folder: folder.appending(path: "study")).well("doctor")
            #expect(facts.contains("ok       study:") && !facts.contains("free"), "\(facts)")
        }
    }

    @Test("what of study.yaml or the pools is no longer what the plan was made of is named, where it is analysed too")
    func changedSurvey() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("simulate", "--participants", "2")
            #expect(try await !dotchi.well("doctor").contains("plan: "))
            #expect(try await !dotchi("analyze").talk.contains("since the plan in use"))
            try TinyStudy.write(
                TinyStudy.yaml.replacing(
                    "trials: 3, repeats: 1",
                    with: "trials: 4, repeats: 1, question: {en: Which?}"
                )
                .replacing("  equal-time: {methods: [A, B], match_time_of: B}\n", with: ""), to: dotchi.folder)
            let hash = try await TinyStudy.made().planHash.prefix(12)
            let words = [
                "since the plan in use (\(hash)) was frozen, study.yaml changed: ",
                "conditions.equal-time.methods: A, B -> not there; survey.trials: 3 -> 4;",
                "survey.question.en: not there -> “Which?”. People are asked as it was frozen",
            ]
            for text in [
                try await dotchi.well("doctor"), try await dotchi("analyze").talk, try await dotchi("report").talk,
            ] {
                for words in words { #expect(text.contains(words), "\(text)") }
            }
            try TinyStudy.write(TinyStudy.yaml, to: dotchi.folder)
            try await dotchi.well("pool", "refresh", "--method", "A", "--seed", "3")
            let newer = try await dotchi.well("doctor")
            #expect(newer.contains("pools changed: pool A/equal-iterations: generation 1 -> 2; pool A/"), "\(newer)")
            #expect(try await !dotchi("analyze").talk.contains("since the plan in use"))
        }
    }

    @Test("a study that was named and is not there is missing, and it ends with 66")
    func noStudy() async throws {
        try await withTemporaryFolder { folder in
            let ending = try await Dotchi(folder: folder)("doctor", "--study", folder.path)
            #expect(ending.status == 66)
            #expect(ending.output.contains("\nmissing  study: no study.yaml in \(folder.path)"), "\(ending.output)")
        }
    }
}

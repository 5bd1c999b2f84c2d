import Foundation
import TestKit
import Testing

@Suite("The steps that --verbose shows", .endsHangs)
struct VerboseTests {
    @Test("stand on standard error; the result is the same with and without")
    func analysis() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            let table = "participant,left,right,choice\n" + (1...20).map { "p\($0),A,B,left\n" }.joined()
            try Data(table.utf8).write(to: folder.appending(path: "votes.csv"))
            let quiet = try await dotchi("analyze", "votes.csv", "--json")
            let verbose = try await dotchi("analyze", "votes.csv", "--json", "--verbose")
            #expect(quiet.status == 0 && !quiet.talk.contains("debug: "), "\(quiet.talk)")
            #expect(verbose.output == quiet.output)
            #expect(verbose.talk.contains("debug: votes.csv read (bytes: \(table.utf8.count))\n"), "\(verbose.talk)")
            #expect(verbose.talk.contains(/debug: 20 rows analysed in \d+\.\d{3} s\n/), "\(verbose.talk)")
        }
    }

    @Test("name the folder of templates once, however often it is looked for")
    func once() async throws {
        try await withTemporaryFolder { folder in
            let ending = try await Dotchi(folder: folder)("init", "study", "--verbose")
            let parts = ending.talk.components(separatedBy: "debug: survey-templates found (folder: ")
            #expect(ending.status == 0 && parts.count == 2, "\(ending.talk)")
        }
    }

    @Test("name files, pools, plans and answer files of a study")
    func study() async throws {
        try await withTinyStudy { dotchi in
            let refresh = try await dotchi("pool", "refresh", "--verbose")
            #expect(refresh.talk.contains("debug: pool A/equal-iterations is fresh"), "\(refresh.talk)")
            #expect(refresh.talk.contains("study.sqlite opened for writing in "), "\(refresh.talk)")
            let more = try await dotchi("pool", "refresh", "--images", "7", "--verbose")
            #expect(
                more.talk.contains(
                    /debug: pool B\/equal-time is stale \(checkpoints: .*enlarge32.*, images: 7, seed: 1\)/),
                "\(more.talk)")
            let advice = "to keep these, set pools: {images: 7, seed: 1} there, which is for all pools."
            #expect(more.talk.contains(advice) && !refresh.talk.contains("to keep these"), "\(more.talk)")
            let plan = try await dotchi("survey", "plan", "--seats", "5", "--verbose")
            #expect(plan.talk.contains("debug: lock taken (lock: plan)"), "\(plan.talk)")
            #expect(plan.talk.contains("debug: plan \(plan.output.prefix(12)) made (seats: 5, seed: "), "\(plan.talk)")
            let page = try await dotchi("survey", "build", "page", "--verbose")
            #expect(
                page.talk.components(separatedBy: "debug: survey-templates found (folder: ").count == 2, "\(page.talk)")
            let people = try await dotchi("simulate", "--participants", "2", "--verbose")
            #expect(
                people.talk.contains(/events: \d+, late: 0, new: \d+, refused: 0, session: \S+\)/), "\(people.talk)")
        }
    }
}

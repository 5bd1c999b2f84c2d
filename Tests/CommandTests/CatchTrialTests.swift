import Foundation
import TestKit
import Testing

@Suite("Catch trials", .endsHangs)
struct CatchTrialTests {
    private static let yaml =
        TinyStudy.yaml.replacing("trials: 3, repeats: 1", with: "trials: 3, catch: 2, repeats: 1")
        + "\nanalysis: {exclusions: {failed_catch: {max_failed: 0}}}"

    @Test("are planned, shown under opaque names, answered, and leave out who fails them")
    func whole() async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(Self.yaml, to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan")
            #expect(try await plan != TinyStudy.made().plan.output)
            #expect(try await dotchi.well("survey", "plan") == plan)
            let pools = try await dotchi.well("pool", "list").split(separator: "\n")
            let ruined = try #require(pools.first { $0.contains("~ruined") })
            // Of which pool, the plan's seed chooses.
            let name = try #require(ruined.firstMatch(of: #/^([AB])/equal-(iterations|time)~ruined /#), "\(ruined)")
            #expect(ruined.contains(" 1 "), "\(ruined)")
            #expect(ruined.hasSuffix("for catch trials") && pools.count == 6)

            try await dotchi.well("survey", "build", "page")
            let page = dotchi.folder.appending(path: "page")
            let scripts = try FileManager.default.subpathsOfDirectory(atPath: page.path)
                .filter { $0.hasPrefix("data-") || $0.wholeMatch(of: /plan-[0-9a-f]+\/[0-9]+\.js/) != nil }
            #expect(scripts.count == 1 + 12)
            for path in scripts {
                let script = try String(contentsOf: page.appending(path: path), encoding: .utf8)
                for word in ["catch", "ruined", "equal-", "correct"] { #expect(!script.contains(word)) }
            }

            try await dotchi.well("simulate", "--participants", "40", "--careless", "0.4", "--seed", "3")
            let rows = try await Table(dotchi.well("votes", "export")).rows
            let caught = rows.filter { $0["kind"] == "catch" }
            #expect(rows.count == 40 * 9 && caught.count == 80)
            #expect(
                caught.allSatisfy { $0["left"] == String(name.1) && $0["right"] == $0["left"] && $0["asked"] == "9" })
            #expect(Set(caught.map { $0["correct"] }) == ["left", "right"])
            #expect(rows.allSatisfy { ($0["kind"] == "catch") == ($0["correct"] != "") })
            let failing = Set(caught.filter { $0["choice"] != $0["correct"] }.map { $0["participant"] })
            #expect((5...20).contains(failing.count))
            for row in rows {
                #expect((row["excluded"] == "failed_catch") == failing.contains(row["participant"]))
            }
        }
    }

    @Test("cannot be planned with too few images")
    func images() async throws {
        try await withTinyStudy { dotchi in
            let many = TinyStudy.yaml.replacing("trials: 3, repeats: 1", with: "trials: 4, catch: 3")
            try TinyStudy.write(many, to: dotchi.folder)
            let talk = try await dotchi.fails(65, "survey", "plan")
            #expect(try await !dotchi.well("pool", "list").contains("ruined"))
            #expect(talk.contains("has 6 images, but a person sees 4 of them in main trials and 3 in catch trials"))
        }
    }
}

import Foundation
import TestKit
import Testing

@Suite("make")
struct MakefileTests {
    @Test("asks for Debian's libtorch, but not where LIBTORCH names another", arguments: ["setup", "engine", "test"])
    func libtorch(target: String) throws {
        #expect(try dryRun(target).contains("libtorch-dev"))
        let other = try dryRun(target, "LIBTORCH=/elsewhere/libtorch")
        #expect(!other.contains("libtorch-dev") && other.contains("libchafa-dev"), "\(other)")
    }

    @Test("run ends with what README says, word for word")
    func ending() throws {
        let script = try String(
            contentsOf: Project.root.appending(path: "survey-templates/studies/demo/run.sh"), encoding: .utf8)
        let end = try #require(script.firstMatch(of: /(?s)<<END\n\n(.*?)END\n/)).output.1
            .replacing("$folder", with: "results/demo").replacing("$shown", with: ".build/release/dotchi")
        #expect(!end.contains("$") && end.split(separator: "\n").count < 10)
        let readme = try String(contentsOf: Project.root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("```\n\(end)```\n"), "\(end)")
    }

    /// What make would do.
    private func dryRun(_ arguments: String...) throws -> String {
        let make = try ProgramRun(["make", "-n"] + arguments)
        #expect(make.status == 0)
        return make.said
    }
}

import Foundation
import TestKit
import Testing

@Suite("Format of the Swift sources")
struct FormatTests {
    /// What of a configuration is read here.
    private struct Configuration: Decodable {
        var rules: [String: Bool]
    }

    @Test(
        "make lint-swift passes what is formatted, and fails what is not or breaks a rule",
        arguments: [
            ("let x = 1\n", nil), ("let  x = 1\n", "Spacing"), ("func f() {\n  g()\n}\n", "Indentation"),
            ("let x = 1;\n", "DoNotUseSemicolons"), ("let x = y!\n", "NeverForceUnwrap"),
        ])
    func lint(text: String, rule: String?) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "Source.swift")
            try Data(text.utf8).write(to: file)
            let lint = try ProgramRun("make", "lint-swift", "SWIFT_SOURCES=\(file.path)")
            #expect((lint.status == 0) == (rule == nil), "\(lint.said)")
            if let rule { #expect(lint.said.contains("[\(rule)]"), "\(lint.said)") }
        }
    }

    @Test("every default rule of the toolchain is named, on or off, and CONTRIBUTING says why it is off")
    func rules() throws {
        let dump = try ProgramRun("swift", "format", "dump-configuration")
        let defaults = try JSONDecoder().decode(Configuration.self, from: Data(dump.said.utf8)).rules
        let ours = try JSONDecoder().decode(
            Configuration.self, from: Data(contentsOf: Project.root.appending(path: ".swift-format"))
        ).rules
        let unnamed = Set(defaults.keys).subtracting(ours.keys)
        #expect(unnamed.isEmpty, "name in .swift-format: \(unnamed.sorted())")
        let contributing = try String(contentsOf: Project.root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
        let reasons = contributing.matches(of: #/\| `(\w+)` \|/#).map { String($0.output.1) }
        #expect(reasons.sorted() == ours.filter { !$0.value }.keys.sorted())
    }
}

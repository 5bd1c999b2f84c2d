import Foundation
import TestKit
import Testing

@Suite("Errors in the sources")
struct ErrorWordsTests {
    @Test("no message of an error begins with a capital letter")
    func beginnings() throws {
        let sources = Project.root.appending(path: "Sources")
        var faults: [String] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            faults += Self.capitals(in: text).map { "\(name): \($0)" }
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test("a capital letter would be found, on the line of the error or below")
    func theSearchFinds() {
        #expect(Self.capitals(in: "throw Failure(.usage, \"No study.\")").count == 1)
        #expect(Self.capitals(in: "Failure(\n    .badData,\n    \"\"\"\n    No study.\n    \"\"\")").count == 1)
        #expect(Self.capitals(in: "throw ValidationError(\"No study\")").count == 1)
        #expect(Self.capitals(in: "throw Failure(.usage, \"no study. Make one.\")").isEmpty)
    }

    private static func capitals(in text: String) -> [String] {
        text.matches(of: /(?:Failure\(\s*\.\w+,|ValidationError\()\s*(?:"""\s*|")([A-Z][^"\n]*)/).map { String($0.1) }
    }
}

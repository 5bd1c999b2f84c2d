import Foundation
import TestKit
import Testing

@Suite("Tests and time")
struct WaitingTests {
    @Test("no test waits for a fixed time, or limits how long it may take but for hangs")
    func waiting() throws {
        let tests = Project.root.appending(path: "Tests")
        var faults: [String] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: tests.path) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: tests.appending(path: name), encoding: .utf8)
            faults += Self.faults(in: text, of: name)
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test("a fixed time and a limit of one's own would be found")
    func theSearchFinds() {
        let sleep = "try await Task.sleep(for: .seconds(1))"
        let limit = "@Suite(\"a\", .timeLimit(.minutes(5)))"
        #expect(Self.faults(in: "\n" + sleep, of: "ATests/A.swift").first?.hasPrefix("ATests/A.swift:2: ") == true)
        #expect(Self.faults(in: limit, of: "ATests/A.swift").count == 1)
        #expect(Self.faults(in: sleep, of: "TestKit/A.swift").isEmpty)
        #expect(Self.faults(in: "let draw = Draw()\n" + sleep, of: "ATests/A.swift").isEmpty)
    }

    /// Lines that wait for a fixed time, where it is no random one, and limits that are no ``Trait/endsHangs``. The kit
    /// itself asks again and again until something has happened, and benchmarks set a pace.
    private static func faults(in text: String, of name: String) -> [String] {
        if name.hasSuffix("/WaitingTests.swift") || name.hasPrefix("TestKit/")
            || name.contains("Benchmark/") || name.hasPrefix("CommandTests/Torture/")
        {
            return []
        }
        let isRandom = text.contains("Draw()")
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            if line.contains(".timeLimit(") { return "\(name):\(index + 1): say .endsHangs: \(line)" }
            guard !isRandom, line.contains(/\busleep\(|\b(Task|Thread)\.sleep\(/) else { return nil }
            return "\(name):\(index + 1): wait for what happens, by `eventually` or at a Hold: \(line)"
        }
    }
}

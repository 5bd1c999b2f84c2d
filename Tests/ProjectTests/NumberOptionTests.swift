import Foundation
import TestKit
import Testing

@Suite("Options that are numbers")
struct NumberOptionTests {
    @Test("are read by the one rule for numbers, decimal digits, not by Swift's own, which takes `+5`")
    func options() throws {
        let commands = Project.root.appending(path: "Sources/dotchi")
        var (faults, ruled): ([String], Int) = ([], 0)
        for name in try FileManager.default.subpathsOfDirectory(atPath: commands.path) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: commands.appending(path: name), encoding: .utf8)
            faults += Self.faults(in: text).map { "\(name): \($0)" }
            ruled += text.matches(of: /transform: Number\.|: (Whole|Seed|Decimal)Argument =/).count
        }
        #expect(faults.isEmpty, "\(faults)")
        #expect(ruled > 20)
    }

    @Test("one that is not would be found")
    func theSearchFinds() {
        let faults = Self.faults(
            in: """
                @Option(help: "How many (at most).")
                var count: Int?

                @Option(parsing: .unconditional, help: "A seed.")
                var seed = 1

                @Option(help: "A share.", transform: Number.any)
                var share: Double

                @Option(help: "A name.")
                var name: String?

                @Argument(help: "A number.")
                var number: UInt64 = 3
                """)
        #expect(faults == ["count", "seed", "number"])
    }

    /// The names of options and arguments that Swift's initialisers read as numbers.
    private static func faults(in text: String) -> [String] {
        let declaration = /@(?:Option|Argument)(?<attribute>(?:(?!\n *var )[\s\S])*)\n *var (?<name>\w+)(?<rest>[^\n]*)/
        return text.matches(of: declaration).filter { match in
            let isNumber = match.rest.contains(/^: \[?(U?Int\d*|Double|Float)\b|^ = -?[0-9]/)
            return isNumber && !match.attribute.contains("transform: Number.")
        }.map { String($0.name) }
    }
}

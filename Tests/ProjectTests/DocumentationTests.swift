import Foundation
import TestKit
import Testing

@Suite("Documentation")
struct DocumentationTests {
    @Test("every public and package declaration is documented")
    func declarations() throws {
        var undocumented: [String] = []
        for file in try sources() {
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where isDeclaration(line) {
                // The documentation stands above the declaration, with nothing but attributes between.
                let above = lines[..<index].last { !$0.trimmed.hasPrefix("@") && !$0.trimmed.hasPrefix("#if") }
                if above?.trimmed.hasPrefix("///") != true {
                    undocumented.append("\(file.lastPathComponent):\(index + 1): \(line.trimmed)")
                }
            }
        }
        #expect(undocumented.isEmpty, "\(undocumented.joined(separator: "\n"))")
    }

    @Test("a declaration without documentation would be found")
    func theSearchFinds() {
        #expect(isDeclaration("    package func rate() -> Double {"))
        #expect(isDeclaration("package struct Study: Sendable {"))
        #expect(isDeclaration("    package mutating func next() -> UInt64 {"))
        #expect(!isDeclaration("package import Study"))
        #expect(!isDeclaration("    package extension Study {"))
        #expect(!isDeclaration("let package = Package("))
        #expect(!isDeclaration("    package = Package("))
    }

    private func isDeclaration(_ line: some StringProtocol) -> Bool {
        let words = Substring(line).trimmed.split(separator: " ")
        guard let access = words.first, access == "package" || access == "public", words.count > 1 else { return false }
        return words[1] != "import" && words[1] != "extension" && words[1] != "="
    }

    private func sources() throws -> [URL] {
        let folder = Project.root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let found = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        try #require(found.count > 50, "the sources are not at \(folder.path)")
        return found
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        drop(while: { $0 == " " })
    }
}

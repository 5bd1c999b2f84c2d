import Foundation
import TestKit
import Testing

@Suite("The folders of Reports")
struct ReportFolderWallTests {
    /// Each folder may use those of the layers before its own, and none beside it.
    private static let layers: [Set<String>] = [
        ["Formats"], ["Wording"], ["Charts", "Tables", "JSON"], ["Documents"], ["Training", "Board"],
    ]

    @Test("use types of each other in one direction, as ARCHITECTURE.md says")
    func oneDirection() throws {
        let folders = try Self.folders()
        #expect(Set(folders.keys) == Self.layers.reduce([]) { $0.union($1) })
        let uses = Self.uses(folders)
        #expect(uses.contains { $0.from == "Documents" && $0.to == "Formats" }, "the search finds uses")
        for use in uses {
            let from = try #require(Self.layers.firstIndex { $0.contains(use.from) })
            let to = try #require(Self.layers.firstIndex { $0.contains(use.to) })
            #expect(to < from, "\(use.file) of \(use.from) uses \(use.type) of \(use.to)")
        }
        let order =
            "Formats (numbers, tables and syntaxes) <- Wording <- Charts, Tables, JSON <- Documents <- Training, Board"
        let architecture = try String(contentsOf: Project.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        #expect(architecture.contains(order), "ARCHITECTURE.md says another order than this test")
    }

    @Test("a use in a comment or a text is none, and a type is found by its whole name")
    func theSearchFinds() {
        let folders = [
            "A": ["One.swift": "package struct One {}\nextension Two {}", "Other.swift": "enum Ones {}"],
            "B": [
                "Two.swift": "struct Two { let one: One }  // Ones",
                "Three.swift": "/// One\nlet text = \"One\"\nfunc three(_ ones: [Int]) {}",
            ],
        ]
        let found = Self.uses(folders).map { "\($0.from) \($0.file) \($0.type)" }.sorted()
        #expect(found == ["A One.swift Two", "B Two.swift One"])
    }

    private struct Use: Hashable {
        let from: String
        let file: String
        let type: String
        let to: String
    }

    /// The Swift files of each folder by name.
    private static func folders() throws -> [String: [String: String]] {
        let room = Project.root.appending(path: "Sources/Reports")
        var folders: [String: [String: String]] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: room.path) ?? .init()
        where path.hasSuffix(".swift") {
            let parts = path.split(separator: "/")
            let text = try String(contentsOf: room.appending(path: path), encoding: .utf8)
            folders[String(parts[0]), default: [:]][parts.dropFirst().joined(separator: "/")] = text
        }
        return folders
    }

    /// Where a folder's file names a type that another folder declares at the left margin.
    private static func uses(_ folders: [String: [String: String]]) -> Set<Use> {
        let declaration =
            /^(?:(?:package|public|private|fileprivate|final|indirect) )*(?:struct|enum|class|protocol|actor) (\w+)/
            .anchorsMatchLineEndings()
        var homes: [Substring: String] = [:]
        for (folder, files) in folders {
            for text in files.values {
                for match in text.matches(of: declaration) { homes[match.output.1] = folder }
            }
        }
        var uses: Set<Use> = []
        for (folder, files) in folders {
            for (file, text) in files {
                let code = text.replacing(/\/\/.*/, with: "").replacing(/"[^"\n\\]*"/, with: "")
                for word in Set(code.matches(of: /\b[A-Z]\w*/).map(\.output)) {
                    guard let home = homes[word], home != folder else { continue }
                    uses.insert(Use(from: folder, file: file, type: String(word), to: home))
                }
            }
        }
        return uses
    }
}

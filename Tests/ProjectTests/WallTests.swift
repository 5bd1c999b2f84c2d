import Foundation
import TestKit
import Testing

@Suite("The walls between rooms")
struct WallTests {
    /// What no room may use, as ARCHITECTURE.md says; the build holds every import to these lists.
    private static let walls: [(rooms: Set<String>, never: Set<String>)] = [
        (["Study", "Preference"], ["Files", "StudyStore", "StudyFiles", "Datasets", "CSV"]),
        (["StudyStore"], ["Generators", "Training", "Tensors"]), (["Generators", "Training"], ["StudyStore"]),
        (["Generators"], ["Training", "Datasets", "StudyFiles", "Files"]),
        (["SurveyPage"], ["SurveyTerminal", "SurveyServer"]), (["SurveyTerminal"], ["SurveyPage", "SurveyServer"]),
        (["SurveyServer"], ["SurveyTerminal"]),
        (["Analysis"], ["Reports"]),
    ]

    @Test("stand where ARCHITECTURE.md says; the command and the server alone use Workflows, and no room the command")
    func walls() throws {
        let rooms = try Self.rooms(
            in: String(contentsOf: Project.root.appending(path: "Package.swift"), encoding: .utf8))
        #expect(rooms.count > 25 && rooms["Workflows"].map { $0.count > 20 } == true, "\(rooms.keys.sorted())")
        for (room, uses) in rooms {
            let isServer = room == "SurveyServer"
            #expect(!uses.contains("dotchi") && uses.contains("Workflows") == isServer, "\(room) uses \(uses.sorted())")
            for wall in Self.walls where wall.rooms.contains(room) {
                #expect(uses.isDisjoint(with: wall.never), "\(room) uses \(uses.sorted())")
            }
        }
        for wall in Self.walls {
            #expect(wall.rooms.union(wall.never).isSubset(of: rooms.keys), "a wall of rooms that are not there")
        }
    }

    @Test("a room that uses another is found however its list is written")
    func theSearchFinds() throws {
        let manifest = """
            room("A"),
            room("B", uses: ["A", crypto]),
            arithmeticRoom(
                "C",
                uses: [
                    "A",
                    "B",
                ]),
            .target(name: "D", dependencies: ["C"]),
            """
        #expect(try Self.rooms(in: manifest) == ["A": [], "B": ["A"], "C": ["A", "B"], "D": ["C"]])
    }

    /// The rooms that a manifest names, with the rooms that each uses.
    private static func rooms(in manifest: String) throws -> [String: Set<String>] {
        let room = /(?:room|arithmeticRoom|shim|\.target|\.systemLibrary)\(\s*(?:name: )?"(?<name>\w+)"(?<rest>[^()]*)/
            .ignoresCase()
        let found = manifest.matches(of: room).map { match in
            let list = match.rest.firstMatch(of: /(?:uses|dependencies): \[([^\]]*)\]/)?.output.1 ?? ""
            return (String(match.name), Set(list.matches(of: /"(\w+)"/).map { String($0.output.1) }))
        }
        return Dictionary(found) { first, _ in first }
    }
}

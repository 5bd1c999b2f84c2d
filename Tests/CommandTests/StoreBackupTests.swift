import Foundation
import TestKit
import Testing

@Suite("A backup of the store", .endsHangs)
struct StoreBackupTests {
    /// The votes that a copy of the store has, read by dotchi in a folder of its own.
    static func votes(in copy: URL, of dotchi: Dotchi) async throws -> String {
        let folder = dotchi.folder.appending(path: "restored-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try FileManager.default.copyItem(
            at: dotchi.folder.appending(path: "study.yaml"), to: folder.appending(path: "study.yaml"))
        try FileManager.default.copyItem(at: copy, to: folder.appending(path: "study.sqlite"))
        return try await dotchi.well("votes", "export", "--study", folder.path)
    }

    @Test("has what the store had, for its owner alone, and never takes the place of a file")
    func copy() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("simulate", "--participants", "3")
            let votes = try await dotchi.well("votes", "export")
            let copy = dotchi.folder.appending(path: "copy.sqlite")
            #expect(try await dotchi.well("store", "backup", "copy.sqlite") == "\(copy.path)\n")
            #expect(try await Self.votes(in: copy, of: dotchi) == votes)
            let attributes = try FileManager.default.attributesOfItem(atPath: copy.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)

            let bytes = try Data(contentsOf: copy)
            let again = try await dotchi("store", "backup", "copy.sqlite")
            #expect(again.status == 73 && again.talk.contains("copy.sqlite already"), "\(again.talk)")
            #expect(try Data(contentsOf: copy) == bytes)
            let nowhere = try await dotchi("store", "backup", "no/copy.sqlite")
            #expect(nowhere.status == 73 && nowhere.talk.contains("no such file or directory"), "\(nowhere.talk)")
            // Who is erased later is still in it, which is said.
            try FileManager.default.createDirectory(
                at: dotchi.folder.appending(path: "backups"), withIntermediateDirectories: false)
            try await dotchi.well("store", "backup", "backups/1.sqlite")
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            let person = try #require(rows.first?["participant"])
            let erased = try await dotchi("votes", "erase", person)
            for copy in ["copy.sqlite", "backups/1.sqlite"] { #expect(erased.talk.contains(copy), "\(erased.talk)") }
            let names = try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.path)
            #expect(!names.contains { $0.contains("dotchi-part") }, "\(names)")
        }
    }
}

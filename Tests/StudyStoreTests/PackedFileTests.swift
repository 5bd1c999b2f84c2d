import Foundation
import TestKit
import Testing

@testable import StudyStore

@Suite("what is in packed files")
struct PackedFileTests {
    /// What `gzip` makes of these bytes.
    private func gzip(_ bytes: Data, _ option: String, in folder: URL) throws -> Data {
        let file = folder.appending(path: "a file")
        try bytes.write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-k", option, file.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let packed = folder.appending(path: "a file.gz")
        defer { try? FileManager.default.removeItem(at: packed) }
        return try Data(contentsOf: packed)
    }

    @Test(
        "a gzip file's beginning is what was packed: text, noise, repetition, nothing", arguments: ["-1", "-6", "-9"])
    func gzip(option: String) throws {
        let draw = Draw()
        var random = draw
        let noise = Data((0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) })
        let text = Data((0..<9_000).map { "line \($0 * $0 % 977) of a text\n" }.joined().utf8)
        try withTemporaryFolder { folder in
            for bytes in [
                noise, text, Data(), Data("x".utf8), Data(repeating: 7, count: 300_000), noise + text + noise,
            ] {
                let packed = try gzip(bytes, option, in: folder)
                let found = PackedFile.beginnings(in: packed)
                #expect(found.count == 1, "\(draw)")
                #expect(found.first?.elementsEqual(bytes.prefix(1 << 18)) == true, "\(bytes.count) bytes, \(draw)")
                // One that is cut, or wrong, ends early, and harms nothing.
                let cut = PackedFile.beginnings(in: packed.prefix(packed.count * 2 / 3)).first ?? Data()
                #expect(cut.elementsEqual(bytes.prefix(cut.count)), "\(draw)")
                for _ in 0..<20 {
                    var wrong = packed
                    wrong[Int.random(in: 0..<wrong.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                    _ = PackedFile.beginnings(in: wrong)
                }
            }
        }
    }

    @Test("a zip file's members are found, stored or compressed, and a cut one has none")
    func zip() throws {
        // By Info-ZIP: b.txt with `x`, an empty folder entry, and answers/a.txt with the beginning of answers.
        let file = try #require(
            Data(
                base64Encoded: """
                    UEsDBAoAAAAAAFRRfl2DFtyMAQAAAAEAAAAFABwAYi50eHRVVAkAA6BLDWugSw1rdXgLAAEEAAAAAAQAAAAAeFBLAwQKAAAAAABU
                    UX5dAAAAAAAAAAAAAAAACAAcAGFuc3dlcnMvVVQJAAOgSw1roEsNa3V4CwABBAAAAAAEAAAAAFBLAwQUAAAACABUUX5d6+Dw7qMA
                    AABZBAAADQAcAGFuc3dlcnMvYS50eHRVVAkAA6BLDWugSw1rdXgLAAEEAAAAAAQAAAAAfdNNCsJADEDhvcfIugWT1N/bFGfEIk6h
                    HVuleHdnKcjrNi+rj2SRaz882ixnCX2+3Lq6TeMch7FWqWTMz/Au6SWfzSJxiqksaiX3LoUynvocf4thcSwNlh2WPZYDliOWExbd
                    cmIFZQZlB2UIZQllCmULZQxlDWMNW7kJ1jDWMNYw1jDWMNYw1jDWcNZw1vCVF2ENZw1nDWcNZw1nDWeN5k/jC1BLAQIeAwoAAAAA
                    AFRRfl2DFtyMAQAAAAEAAAAFABgAAAAAAAEAAACkgQAAAABiLnR4dFVUBQADoEsNa3V4CwABBAAAAAAEAAAAAFBLAQIeAwoAAAAA
                    AFRRfl0AAAAAAAAAAAAAAAAIABgAAAAAAAAAEADtQUAAAABhbnN3ZXJzL1VUBQADoEsNa3V4CwABBAAAAAAEAAAAAFBLAQIeAxQA
                    AAAIAFRRfl3r4PDuowAAAFkEAAANABgAAAAAAAEAAACkgYIAAABhbnN3ZXJzL2EudHh0VVQFAAOgSw1rdXgLAAEEAAAAAAQAAAAA
                    UEsFBgAAAAADAAMA7AAAAGwBAAAAAA==
                    """, options: .ignoreUnknownCharacters))
        let found = PackedFile.beginnings(in: file)
        #expect(found.first == Data("x".utf8) && found.count == 3)
        #expect(found.last?.starts(with: Data(#"{"format":"dotchi-answers-1","study":"x"}"#.utf8)) == true)
        #expect(found.last?.count == 1_113)
        for length in stride(from: 0, to: file.count, by: 7) {
            _ = PackedFile.beginnings(in: file.prefix(length))
        }
        #expect(PackedFile.beginnings(in: file.prefix(file.count - 23)).isEmpty)
    }

    @Test("what is no packed file has nothing in it")
    func none() {
        for bytes in [Data(), Data([0x1F]), Data([0x1F, 0x8B, 8]), Data("PK".utf8), Data(repeating: 0, count: 1_024)] {
            #expect(PackedFile.beginnings(in: bytes).allSatisfy { $0.isEmpty })
        }
    }
}

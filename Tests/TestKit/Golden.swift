package import Foundation
package import Testing

/// Expects `text` to be what the golden file `name` in `Goldens/` beside the calling test says.
///
/// With RECORD=1 in the environment the file is written instead, and the test fails, so that a recording run is never
/// taken for a passing one.
package func expectGolden(
    _ text: String, _ name: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
) throws {
    let golden = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens/\(name)")
    try expectRecorded(text, at: golden, location: location)
}

/// Expects `text` to be what the file `golden` says, which RECORD=1 writes as any golden file.
package func expectRecorded(
    _ text: String, at golden: URL, location: SourceLocation = #_sourceLocation
) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: golden)
        Issue.record("recorded \(golden.path); run again without RECORD", sourceLocation: location)
        return
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(text == expected, "differs from \(golden.path); RECORD=1 writes it again", sourceLocation: location)
}

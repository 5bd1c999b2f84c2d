import Foundation
import TestKit
import Testing

/// The published sets of votes that `REFERENCE` names; most of them may not be copied into the project.
enum ReferenceSet {
    static let isGiven = Project.reference != nil
    static let skipped: Comment = "REFERENCE names no folder of reference sets"

    /// The rows of a table of comma-separated values below its heading, without quotes.
    static func rows(_ path: String) throws -> [[String]] {
        let file = try #require(Project.reference).appending(path: path)
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
            line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { field in
                String(field.replacing("\"", with: ""))
            }
        }
    }
}

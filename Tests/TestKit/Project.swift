package import Foundation

/// Where the project's own files lie, and what `make test` was given.
package enum Project {
    /// The folder of Package.swift.
    package static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    /// The reference sets given by `make test REFERENCE=DIR`, or nil.
    package static let reference = path(of: "REFERENCE")

    /// The photographs given by `make test PHOTOGRAPHS=FILE`, or nil.
    package static let photographs = path(of: "PHOTOGRAPHS")

    /// The `dotchi` that was built beside these tests.
    package static var command: URL {
        // The test bundle's executable stands in the same build folder.
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "dotchi")
    }

    /// The tags of the languages of surveys that come with the project.
    package static let languageTags: [String] = {
        let names =
            (try? FileManager.default.contentsOfDirectory(
                atPath: root.appending(path: "survey-templates/languages").path)) ?? []
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix("report.") }.map { String($0.dropLast(5)) }
            .sorted()
    }()

    private static func path(of variable: String) -> URL? {
        guard let value = ProcessInfo.processInfo.environment[variable], !value.isEmpty else { return nil }
        return URL(filePath: value)
    }
}

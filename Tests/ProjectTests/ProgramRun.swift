import Foundation
import TestKit

/// A program that ran in the project's folder and ended.
struct ProgramRun {
    /// With what status it ended.
    let status: Int32
    /// What it wrote to standard output and to standard error, as it came.
    let said: String

    /// Runs a program that is found on the path.
    ///
    /// - Throws: What starting it throws.
    init(_ command: String...) throws { try self.init(command) }

    /// The same of a list.
    init(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = Project.root
        // A make within `make test` begins without its options.
        process.environment = ProcessInfo.processInfo.environment.filter { !["MAKEFLAGS", "MFLAGS"].contains($0.key) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        status = process.terminationStatus
        said = String(decoding: output, as: UTF8.self)
    }
}

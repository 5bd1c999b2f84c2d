import Foundation
import TestKit

/// Somebody whom permissions bind, which they do not bind root.
enum OrdinaryUser {
    /// What starts a program as one; empty where the tests are run by one.
    static let beginning =
        geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

    /// Whether one can run the command at all: root may have built it where nobody else looks.
    static let isPossible: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = beginning + [Project.command.path, "--version"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// Why a test that needs one is skipped.
    static let skipped = "root runs these tests, and nobody else can run the command (or there is no setpriv)"
}

extension Dotchi {
    /// Runs it as somebody whom permissions bind.
    func asOrdinaryUser(_ arguments: String...) async throws -> Ending {
        var other = self
        other.executable = URL(filePath: "/usr/bin/env")
        return try await other(OrdinaryUser.beginning + [executable.path] + arguments)
    }
}

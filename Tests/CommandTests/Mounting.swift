import Foundation

/// File systems that are mounted for one run of a command, in a namespace that goes with it.
enum Mounting {
    /// Whether this machine lets tests mount anything.
    static let isPossible: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["unshare", flags, "/bin/sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// Why a test that mounts something is skipped.
    static let skipped = "this machine does not let its user mount anything in a namespace (unshare)"

    private static var flags: String { geteuid() == 0 ? "-m" : "-rm" }

    /// What `unshare` is called with to run a script, whose arguments follow.
    static func arguments(_ script: String) -> [String] { ["unshare", flags, "/bin/sh", "-c", script] }
}

extension Dotchi {
    /// Runs it in a study folder on a disk that can only be read.
    func onReadOnlyDisk(_ arguments: String...) async throws -> Ending { try await onReadOnlyDisk(arguments) }

    /// Runs it in a study folder on a disk that can only be read.
    func onReadOnlyDisk(_ arguments: [String]) async throws -> Ending {
        try await inNamespace(
            """
            mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd "$0" && exec "$@"
            """, [folder.path, executable.path] + arguments)
    }

    /// Runs a script in a namespace of its own.
    func inNamespace(_ script: String, _ arguments: [String]) async throws -> Ending {
        var other = self
        other.executable = URL(filePath: "/usr/bin/env")
        return try await other(Mounting.arguments(script) + arguments)
    }
}

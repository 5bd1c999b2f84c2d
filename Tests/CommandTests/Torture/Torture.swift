import Foundation
import TestKit
import Testing

/// What `make torture` asks for: commands are killed over and over, and each time all must be as before or as after.
enum Torture {
    /// Kills of each command at random instants, which `make torture TORTURE=N` names; nil where nobody asked.
    static let kills = ProcessInfo.processInfo.environment["TORTURE"].flatMap { Int($0) }

    /// Where the report goes; nil for nowhere.
    static let report = ProcessInfo.processInfo.environment["TORTURE_REPORT"].map { URL(filePath: $0) }

    /// A library that kills the program it is loaded into at a call of its own choice (Tests/Torture/kill_at.c).
    static let hook = Task {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dotchi-torture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let library = folder.appending(path: "kill_at.so")
        let compiler = Dotchi(folder: folder, executable: URL(filePath: "/usr/bin/env"))
        try await compiler.well(
            "g++", "-x", "c", "-shared", "-fPIC", "-O1", "-o", library.path,
            Project.root.appending(path: "Tests/Torture/kill_at.c").path)
        return library
    }
}

extension Dotchi {
    /// The same, killed before the call of that number; 0 kills nothing. Where `log` is given, calls are named there.
    func killed(atCall number: Int, log: URL? = nil) async throws -> Dotchi {
        var dotchi = self
        dotchi.environment["LD_PRELOAD"] = try await Torture.hook.value.path
        dotchi.environment["TORTURE_AT"] = "\(number)"
        if let log { dotchi.environment["TORTURE_LOG"] = log.path }
        return dotchi
    }

    /// Runs it and kills it after so many seconds, unless it has ended by then.
    func run(_ arguments: [String], killedAfter seconds: Double) async throws -> Ending {
        var timer = self
        timer.executable = URL(filePath: "/usr/bin/timeout")
        // Nought would be no limit.
        let limit = String(Int(max(seconds, 0.001) * 1e6)) + "e-6"
        return try await timer(["-s", "KILL", limit, executable.path] + arguments)
    }
}

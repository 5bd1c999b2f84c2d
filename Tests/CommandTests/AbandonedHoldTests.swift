import Foundation
import TestKit
import Testing

@Suite("Commands that a test holds", .endsHangs)
struct AbandonedHoldTests {
    @Test("end, as if they were killed, when the process that holds them is gone")
    func abandoned() async throws {
        try await withTemporaryFolder { folder in
            try Data("participant,left,right,choice\nada,A,B,left\n".utf8)
                .write(to: folder.appending(path: "votes.csv"))
            let hold = Hold("file: before rename", in: folder)
            // A shell in the place of the test: it holds the command, and waits for it.
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            // The shell's own number is known to the shell alone.
            let order = try #require(hold.environment(heldBy: "$$")["DOTCHI_HOLD"])
            shell.arguments = [
                "-c", "DOTCHI_HOLD=\"\(order)\"; export DOTCHI_HOLD; \"$0\" report votes.csv --out out & wait",
                Project.command.path,
            ]
            shell.currentDirectoryURL = folder
            shell.standardOutput = FileHandle.nullDevice
            shell.standardError = FileHandle.nullDevice
            try shell.run()
            try await eventually("the command is held") { hold.process != nil }
            let process = try #require(hold.process)
            #expect(Self.isRunning(process))
            kill(shell.processIdentifier, SIGKILL)
            try await eventually("the command has ended") { !Self.isRunning(process) }
            // It did not go on before: the file that holds it is still there, and nothing was written.
            #expect(hold.process == process)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").allSatisfy {
                    $0.hasPrefix(".")
                })
        }
    }

    /// Whether the process is there and has not ended; one that nobody has waited for yet has.
    private static func isRunning(_ process: Int32) -> Bool {
        guard let facts = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let state = facts.split(separator: ")").last?.split(separator: " ").first
        else { return false }
        return state != "Z" && state != "X"
    }
}

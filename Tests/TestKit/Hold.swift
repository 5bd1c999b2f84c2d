package import Foundation

/// A point of a program's work at which it waits until the test lets it go on: `HoldPoint` in Sources/Files.
///
/// Start the program with ``environment``, wait until it is there, interrupt it, ``release()`` it. Whatever the machine's
/// speed, the interruption falls where the test says.
package struct Hold: Sendable {
    /// The point's name.
    package let point: String
    private let turn: Int
    private let file: URL

    /// A hold at `point`.
    ///
    /// - Parameter turn: at which passing, counted from 1.
    /// - Parameter folder: where the program says that it is there; one that outlives the program.
    package init(_ point: String, turn: Int = 1, in folder: URL) {
        self.point = point
        self.turn = turn
        file = folder.appending(path: "held-\(UUID().uuidString)")
    }

    /// What the program's environment must hold.
    package var environment: [String: String] { environment(heldBy: "\(getpid())") }

    /// The same with another process than this one, whose end ends the program too.
    package func environment(heldBy process: String) -> [String: String] {
        ["DOTCHI_HOLD": "\(point)#\(turn)@\(process)=\(file.path)"]
    }

    /// The id of the process that waits there; nil before one does.
    package var process: Int32? {
        (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// Lets the program go on.
    package func release() {
        try? FileManager.default.removeItem(at: file)
    }

    /// Waits until `process` has taken note of `signal`, to which its handler listens once (dotchi's `Interruption`), or has
    /// ended: a signal that is only on its way could come after what is done next.
    package func waitUntilTaken(
        signal: Int32, by process: Int32, isolation: isolated (any Actor)? = #isolation
    ) async throws {
        try await eventually("process \(process) at “\(point)” takes signal \(signal)") {
            !Self.catches(signal, process)
        }
    }

    /// Whether the process listens to the signal.
    private static func catches(_ signal: Int32, _ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let mask = status.firstMatch(of: /SigCgt:\s*([0-9a-f]+)/).flatMap({ UInt64($0.1, radix: 16) })
        else { return false }
        return mask >> (signal - 1) & 1 == 1
    }
}
